"""Where a line cannot run: through shapes and labels, over arrow heads, or on another line."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from ltcarch.layout.picture import Box, Point

_ROOM = 4
_ON_LINE = 6
_ARROW = (14, 5)
"""The length of an arrow head, and half of its width."""


class Obstacles:
    """What a line meets. It may touch the border of its own box, which is not among the others."""

    def __init__(self, boxes: Iterable[Box], lines: Iterable[tuple[Point, ...]], own: Box | None = None) -> None:
        lines = tuple(lines)
        self._boxes = [*boxes, *(_arrow_head(*line[-2:]) for line in lines)]
        self._stretches = [ends for line in lines for ends in pairwise(line)]
        self._own = own

    def upright(self, x: float, one: float, other: float) -> bool:
        """Whether a line can stand there."""
        low, high = sorted((one, other))
        return not self._is_inside(Box(x, low, 0, high - low)) and not any(
            begin[0] == end[0] and abs(begin[0] - x) < _ON_LINE and _overlap(begin[1], end[1], low, high)
            for begin, end in self._stretches
        )

    def level(self, y: float, one: float, other: float) -> bool:
        """Whether a line can lie there."""
        low, high = sorted((one, other))
        return not self._is_inside(Box(low, y, high - low, 0)) and not any(
            begin[1] == end[1] and abs(begin[1] - y) < _ON_LINE and _overlap(begin[0], end[0], low, high)
            for begin, end in self._stretches
        )

    def _is_inside(self, stretch: Box) -> bool:
        wide = Box(stretch.x - _ROOM, stretch.y - _ROOM, stretch.width + 2 * _ROOM, stretch.height + 2 * _ROOM)
        return any(wide.overlaps(box) for box in self._boxes) or (
            self._own is not None and _runs_through(self._own, stretch)
        )


def without(boxes: Mapping[str, Box], own: str) -> list[Box]:
    """All boxes but one."""
    return [box for other, box in boxes.items() if other != own]


def _arrow_head(before: Point, end: Point) -> Box:
    length, half = _ARROW
    if before[1] == end[1]:
        return Box(end[0] - length if before[0] < end[0] else end[0], end[1] - half, length, 2 * half)
    return Box(end[0] - half, end[1] - length if before[1] < end[1] else end[1], 2 * half, length)


def _runs_through(box: Box, stretch: Box) -> bool:
    """Whether a stretch runs through a box, not only along its border."""
    across = stretch.x < box.right and box.x < stretch.right if stretch.width else box.x < stretch.x < box.right
    along = stretch.y < box.bottom and box.y < stretch.bottom if stretch.height else box.y < stretch.y < box.bottom
    return across and along


def _overlap(one: float, other: float, low: float, high: float) -> bool:
    return min(one, other) < high and low < max(one, other)
