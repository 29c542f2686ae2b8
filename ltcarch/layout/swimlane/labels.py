"""Where labels stand that need no room of their own: on their line, near its source, where nothing else is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ltcarch.layout.picture import Box, Point
from ltcarch.layout.swimlane.routes import Route
from ltcarch.layout.theme import THEME

_SIZES = THEME.swimlane
_BEND = 10.0
"""How far a label stands from the corner of its line."""
_ARROW = 22.0
"""How far it stands from the end of its line."""
_APART = 2 * _SIZES.label_gap
_ALIGNED = 30.0
"""How much farther a label may stand from its source for the sake of one line with others."""


class _Thing(NamedTuple):
    """The room of a station or of a stretch of a line; `way` is the id of that line's way."""

    left: float
    right: float
    top: float
    bottom: float
    way: str = ""


def on_lines(
    routes: Iterable[Route],
    lines: Mapping[str, tuple[Point, ...]],
    rooms: Iterable[Box],
    gaps: Mapping[int, float],
) -> dict[str, Box | None]:
    """The place of each label by the id of its way, None where its line has no room for it.

    `lines` are those of all ways, `rooms` what the stations take; `gaps` is where labels stand in each gap.
    """
    things = [_Thing(own.x, own.right, own.y, own.bottom) for own in rooms]
    things += [_stretch(own, *ends) for own, line in lines.items() for ends in pairwise(line)]
    return {own.way.id: _on_line(own, lines[own.way.id], things, gaps) for own in routes}


def _stretch(way: str, one: Point, other: Point) -> _Thing:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return _Thing(left, right, top, bottom, way)


def _on_line(route: Route, line: tuple[Point, ...], things: Sequence[_Thing], gaps: Mapping[int, float]) -> Box | None:
    """The first free place that is wide enough, counted from where the line enters its stretch."""
    assert route.label is not None and route.way.label is not None
    width, height = route.way.label
    (x, y), (to_x, _) = line[route.label[0]], line[route.label[0] + 1]
    before = _ARROW if route.label[0] + 2 == len(line) else _BEND
    low, high = (x + _BEND, to_x - before) if x < to_x else (to_x + before, x - _BEND)
    top, on = y - _SIZES.label_gap - height, y + 1
    near = [own for own in things if own.top < on and own.bottom > top and own.way != route.way.id]
    free = [own for own in _free(low, high, near) if own[1] - own[0] >= width]
    if not free:
        return None
    if x > to_x:
        return Box(free[-1][1] - width, top, width, height)
    left, right = free[0]
    aligned = gaps[route.label[1]] + _SIZES.label_gap
    if left <= aligned <= min(left + _ALIGNED, right - width):
        left = aligned
    return Box(left, top, width, height)


def _free(low: float, high: float, near: Iterable[_Thing]) -> Iterator[tuple[float, float]]:
    """The stretches between two places that nothing takes, with some distance from what does."""
    left = low
    for own in sorted(near):
        if own.left - _APART > left:
            yield left, min(own.left - _APART, high)
        left = max(left, own.right + _APART)
    yield left, high
