"""Lines with rounded corners and arrow heads, as SVG paths."""

from math import hypot

from ltcarch.layout.picture import Point
from ltcarch.layout.theme import ARROW


def number(value: float) -> str:
    """A coordinate, to a tenth of a pixel, the same on every machine."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def rounded_path(corners: tuple[Point, ...], radius: float) -> str:
    """A line along its corners, each rounded as far as the way to the next allows."""
    parts = [f"M{_point(corners[0])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        parts.append(f"L{_point(_towards(corner, before, reach))}")
        parts.append(f"Q{_point(corner)} {_point(_towards(corner, after, reach))}")
    parts.append(f"L{_point(corners[-1])}")
    return "".join(parts)


def shortened(corners: tuple[Point, ...], *, at_start: bool, at_end: bool) -> tuple[Point, ...]:
    """The line without the stretch that an arrow head covers."""
    found = list(corners)
    length = ARROW[0] * 0.8
    if at_start:
        found[0] = _towards(corners[0], corners[1], min(length, _distance(corners[0], corners[1])))
    if at_end:
        found[-1] = _towards(corners[-1], corners[-2], min(length, _distance(corners[-1], corners[-2])))
    return tuple(found)


def arrow_head(before: Point, tip: Point) -> str:
    """A filled head at the tip, coming from a point before it."""
    length, width = ARROW
    reach = _distance(before, tip) or 1.0
    along = ((tip[0] - before[0]) / reach, (tip[1] - before[1]) / reach)
    base = (tip[0] - along[0] * length, tip[1] - along[1] * length)
    side = (-along[1] * width / 2, along[0] * width / 2)
    left, right = (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])
    return f"M{_point(tip)}L{_point(left)}L{_point(right)}Z"


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _towards(start: Point, end: Point, reach: float) -> Point:
    whole = _distance(start, end) or 1.0
    return (start[0] + (end[0] - start[0]) * reach / whole, start[1] + (end[1] - start[1]) * reach / whole)
