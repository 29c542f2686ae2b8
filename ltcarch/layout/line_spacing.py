"""Lines at right angles that keep a distance from one another, and how good a drawing of them is.

The engine leads lines around boxes, but packs them closely where many leave one box. Here they move apart as far as
the boxes allow. A line runs from a box to a box; what is moved is one straight stretch at a time, sideways.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from ltcarch.layout.picture import Box, Point

_APART = 13.0
"""The distance that lines side by side shall have."""
_CLEAR = 5.0
"""The distance of a line from a box that it only passes, and from the corners of the one that it enters."""
_FAR = 4 * _APART
_SHORTEST = 14.0
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its corners, and the boxes at its ends."""

    corners: tuple[Point, ...]
    start: Box
    end: Box


def spaced(lines: list[Line], boxes: list[Box]) -> list[Line]:
    """The same lines, moved apart where they are closer than is easy to tell."""
    found = list(lines)
    stretches = [list(_stretches(index, line)) for index, line in enumerate(found)]
    for _ in range(_ROUNDS):
        before = list(found)
        for index, line in enumerate(before):
            for at in range(len(line.corners) - 1):
                eased = _eased(found[index], at, stretches, index, boxes)
                if eased is not found[index]:
                    found[index] = eased
                    stretches[index] = list(_stretches(index, eased))
        if found == before:
            break
    return found


def faults(lines: list[Line]) -> float:
    """How hard a drawing is to follow: lines on or close to one another count most, then crossings, bends, length."""
    stretches = [stretch for index, line in enumerate(lines) for stretch in _stretches(index, line)]
    total = sum(0.01 * own.reach + 2.0 for own in stretches)
    for one, other in combinations(stretches, 2):
        if one.line == other.line:
            continue
        if one.upright != other.upright:
            total += 12.0 * _cross(one, other)
        elif abs(one.across - other.across) < _APART and one.beside(other):
            total += 0.7 * (_APART - abs(one.across - other.across)) ** 2
    return total


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A straight piece: `across` is its x if it is upright, else its y; it runs from `low` to `high`."""

    line: int
    upright: bool
    across: float
    low: float
    high: float

    @property
    def reach(self) -> float:
        return self.high - self.low

    def beside(self, other: "_Stretch") -> bool:
        """Whether both, if parallel, run side by side somewhere."""
        return self.low < other.high - 1 and other.low < self.high - 1


def _stretch(line: int, first: Point, second: Point) -> _Stretch:
    upright = abs(first[0] - second[0]) < abs(first[1] - second[1])
    along, across = (1, 0) if upright else (0, 1)
    low, high = sorted((first[along], second[along]))
    return _Stretch(line, upright, (first[across] + second[across]) / 2, low, high)


def _stretches(index: int, line: Line) -> Iterator[_Stretch]:
    return (_stretch(index, *ends) for ends in pairwise(line.corners))


def _cross(one: _Stretch, other: _Stretch) -> bool:
    return one.low < other.across < one.high and other.low < one.across < other.high


def _eased(line: Line, at: int, stretches: list[list[_Stretch]], index: int, boxes: list[Box]) -> Line:
    """A line with one stretch moved to the middle of its free room, if it is too close to a neighbour."""
    own = stretches[index][at]
    below, above = _room(own, stretches)
    if min(below, above) >= _APART:
        return line
    shift = min((above - below) / 2, _APART - below) if below < above else max((above - below) / 2, above - _APART)
    for part in (1.0, 0.5, 0.25):
        moved = _shifted(line, at, own.upright, shift * part)
        if abs(shift * part) > 0.5 and _fits(moved, at, line, boxes):
            return moved
    return line


def _room(own: _Stretch, stretches: list[list[_Stretch]]) -> tuple[float, float]:
    """How far the next parallel stretches are, on the side of lower and of higher coordinates."""
    below = above = _FAR
    for line in stretches:
        for other in line:
            distance = other.across - own.across
            if other is own or other.upright != own.upright or abs(distance) >= _FAR or not own.beside(other):
                continue
            if distance < 0 or (distance == 0 and other.line < own.line):
                below = min(below, -distance)
            else:
                above = min(above, distance)
    return below, above


def _shifted(line: Line, at: int, upright: bool, shift: float) -> Line:
    dx, dy = (shift, 0.0) if upright else (0.0, shift)
    corners = tuple((x + dx, y + dy) if at <= index <= at + 1 else (x, y) for index, (x, y) in enumerate(line.corners))
    return Line(corners, line.start, line.end)


def _fits(moved: Line, at: int, before: Line, boxes: list[Box]) -> bool:
    """Whether the stretch and its neighbours still run the same way and through nothing, and end at their boxes."""
    last = len(moved.corners) - 2
    for index in range(max(at - 1, 0), min(at + 1, last) + 1):
        stretch = _stretch(0, moved.corners[index], moved.corners[index + 1])
        former = _stretch(0, before.corners[index], before.corners[index + 1])
        if stretch.upright != former.upright or stretch.reach < min(_SHORTEST, former.reach):
            return False
        if _direction(moved, index) != _direction(before, index):
            return False
        if any(_hits(stretch, box) for box in boxes if box not in (moved.start, moved.end)):
            return False
        if index == at and at == 0 and not _enters(stretch, former, moved.start):
            return False
        if index == at and at == last and not _enters(stretch, former, moved.end):
            return False
        if any(_hits(stretch, box, 0) for box in (moved.start, moved.end)):
            return False
    return True


def _direction(line: Line, at: int) -> tuple[bool, bool]:
    (x1, y1), (x2, y2) = line.corners[at], line.corners[at + 1]
    return (x2 > x1 + 0.1, y2 > y1 + 0.1)


def _hits(stretch: _Stretch, box: Box, clear: float = _CLEAR) -> bool:
    near, far = (box.x, box.right) if stretch.upright else (box.y, box.bottom)
    low, high = (box.y, box.bottom) if stretch.upright else (box.x, box.right)
    across = near - clear < stretch.across < far + clear
    return across and stretch.low < high - 1 and low + 1 < stretch.high


def _enters(stretch: _Stretch, former: _Stretch, box: Box) -> bool:
    """Whether it still meets the side of its box, away from the corners, or at least no nearer to them."""
    near, far = (box.x, box.right) if stretch.upright else (box.y, box.bottom)
    return min(near + _CLEAR, former.across) <= stretch.across <= max(far - _CLEAR, former.across)
