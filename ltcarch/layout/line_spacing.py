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
    """The same lines, moved apart where they are closer than is easy to tell, around all `boxes`."""
    found, walls = list(lines), _Walls(boxes)
    neighbours = _Neighbours(found)
    for _ in range(_ROUNDS):
        before = list(found)
        for index, line in enumerate(before):
            for at in range(len(line.corners) - 1):
                eased = _eased(found[index], at, neighbours, index, walls)
                if eased is not found[index]:
                    found[index] = eased
                    neighbours.replace(index, eased)
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


class _Neighbours:
    """The stretches of all lines, found by where they are across."""

    def __init__(self, lines: list[Line]) -> None:
        self._cells: dict[tuple[bool, int], list[_Stretch]] = {}
        self._of: list[list[_Stretch]] = [[] for _ in lines]
        for index, line in enumerate(lines):
            self.replace(index, line)

    def replace(self, index: int, line: Line) -> None:
        """Take a line's new stretches in place of its former ones."""
        for stretch in self._of[index]:
            self._cells[_cell(stretch)].remove(stretch)
        self._of[index] = list(_stretches(index, line))
        for stretch in self._of[index]:
            self._cells.setdefault(_cell(stretch), []).append(stretch)

    def stretch(self, index: int, at: int) -> _Stretch:
        """One stretch of a line."""
        return self._of[index][at]

    def room(self, own: _Stretch) -> tuple[float, float]:
        """How far the next parallel stretches are, on the side of lower and of higher coordinates."""
        below = above = _FAR
        upright, cell = _cell(own)
        for near in (cell - 1, cell, cell + 1):
            for other in self._cells.get((upright, near), ()):
                distance = other.across - own.across
                if other is own or abs(distance) >= _FAR or not own.beside(other):
                    continue
                if distance < 0 or (distance == 0 and other.line < own.line):
                    below = min(below, -distance)
                else:
                    above = min(above, distance)
        return below, above


class _Walls:
    """The boxes that lines go around, found by where they are."""

    def __init__(self, boxes: list[Box]) -> None:
        self._cells: dict[tuple[bool, int], list[Box]] = {}
        for box in boxes:
            for upright, near, far in ((True, box.x, box.right), (False, box.y, box.bottom)):
                for cell in range(int((near - _CLEAR) // _FAR), int((far + _CLEAR) // _FAR) + 1):
                    self._cells.setdefault((upright, cell), []).append(box)

    def block(self, stretch: _Stretch, ends: tuple[Box, Box]) -> bool:
        """Whether a stretch would run through a box, or too close to one at which its line does not end."""
        others = self._cells.get(_cell(stretch), ())
        passing = any(_hits(stretch, box) for box in others if box is not ends[0] and box is not ends[1])
        return passing or any(_hits(stretch, box, 0) for box in ends)


def _cell(stretch: _Stretch) -> tuple[bool, int]:
    return stretch.upright, int(stretch.across // _FAR)


def _eased(line: Line, at: int, neighbours: _Neighbours, index: int, walls: _Walls) -> Line:
    """A line with one stretch moved to the middle of its free room, if it is too close to a neighbour."""
    own = neighbours.stretch(index, at)
    below, above = neighbours.room(own)
    if min(below, above) >= _APART:
        return line
    shift = min((above - below) / 2, _APART - below) if below < above else max((above - below) / 2, above - _APART)
    for part in (1.0, 0.5, 0.25):
        moved = _shifted(line, at, own.upright, shift * part)
        if abs(shift * part) > 0.5 and _fits(moved, at, line, walls):
            return moved
    return line


def _shifted(line: Line, at: int, upright: bool, shift: float) -> Line:
    dx, dy = (shift, 0.0) if upright else (0.0, shift)
    corners = tuple((x + dx, y + dy) if at <= index <= at + 1 else (x, y) for index, (x, y) in enumerate(line.corners))
    return Line(corners, line.start, line.end)


def _fits(moved: Line, at: int, before: Line, walls: _Walls) -> bool:
    """Whether the stretch and its neighbours still run the same way and through nothing, and end at their boxes."""
    last = len(moved.corners) - 2
    for index in range(max(at - 1, 0), min(at + 1, last) + 1):
        stretch = _stretch(0, moved.corners[index], moved.corners[index + 1])
        former = _stretch(0, before.corners[index], before.corners[index + 1])
        if stretch.upright != former.upright or stretch.reach < min(_SHORTEST, former.reach):
            return False
        if _direction(moved, index) != _direction(before, index):
            return False
        if index == at and at == 0 and not _enters(stretch, former, moved.start):
            return False
        if index == at and at == last and not _enters(stretch, former, moved.end):
            return False
        if walls.block(stretch, (moved.start, moved.end)):
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
