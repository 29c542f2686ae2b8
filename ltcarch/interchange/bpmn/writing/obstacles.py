"""Where a line cannot run: through shapes and labels, over arrow heads, or on another line."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from ltcarch.layout.picture import Box, Point

Span = tuple[float, float]
_ROOM = 4
_ON_LINE = 6
_ARROW = (14, 5)
"""The length of an arrow head, and half of its width."""


class Obstacles:
    """What a line meets. It may touch the border of its own box, which is not among the others."""

    def __init__(self, boxes: Iterable[Box], lines: Iterable[tuple[Point, ...]], own: Box | None = None) -> None:
        lines = tuple(lines)
        stretches = [ends for line in lines for ends in pairwise(line)]
        self._boxes = [*boxes, *(_arrow_head(*line[-2:]) for line in lines)]
        self._own = own
        self._upright = [(one[0], *sorted((one[1], other[1]))) for one, other in stretches if one[0] == other[0]]
        self._level = [(one[1], *sorted((one[0], other[0]))) for one, other in stretches if one[1] == other[1]]
        self._across: dict[tuple[float, float], list[Span]] = {}
        self._beside: dict[float, list[Span]] = {}

    def across(self, one: float, other: float) -> list[Span]:
        """Where no line can stand from one height to another: spans of x, without their ends."""
        low, high = sorted((one, other))
        if (low, high) not in self._across:
            found = [
                (box.x - _ROOM, box.right + _ROOM)
                for box in self._boxes
                if box.y - _ROOM < high and low < box.bottom + _ROOM
            ]
            found += [(x - _ON_LINE, x + _ON_LINE) for x, top, end in self._upright if top < high and low < end]
            if self._own and self._own.y < high and low < self._own.bottom:
                found.append((self._own.x, self._own.right))
            self._across[low, high] = found
        return self._across[low, high]

    def beside(self, y: float) -> list[Span]:
        """Where no line can lie at a height: spans of x, without their ends."""
        if y not in self._beside:
            found = [
                (box.x - _ROOM, box.right + _ROOM) for box in self._boxes if box.y - _ROOM < y < box.bottom + _ROOM
            ]
            found += [(left, right) for at, left, right in self._level if abs(at - y) < _ON_LINE]
            if self._own and self._own.y < y < self._own.bottom:
                found.append((self._own.x, self._own.right))
            self._beside[y] = found
        return self._beside[y]

    def upright(self, x: float, one: float, other: float) -> bool:
        """Whether a line can stand there."""
        return not any(low < x < high for low, high in self.across(one, other))


def without(boxes: Mapping[str, Box], own: str) -> list[Box]:
    """All boxes but one."""
    return [box for other, box in boxes.items() if other != own]


def _arrow_head(before: Point, end: Point) -> Box:
    length, half = _ARROW
    if before[1] == end[1]:
        return Box(end[0] - length if before[0] < end[0] else end[0], end[1] - half, length, 2 * half)
    return Box(end[0] - half, end[1] - length if before[1] < end[1] else end[1], 2 * half, length)
