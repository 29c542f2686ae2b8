"""Pictures on sheets of paper: as large as they fit, or cut where they bear it best.

They are cut once they would be too small to read. A sheet shows windows on the picture; what names the rows or the
columns is repeated on every sheet. What is cut only across is laid out like lines of text, as many on a sheet as fit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from ltcarch.layout.picture import Box, Picture, Point, Shape, every_shape

PAPERS = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
"""The short and the long side of sheets in millimetres."""
MILLIMETRES = 25.4 / 96
"""A pixel of a picture in its natural size."""
MARGIN = 10.0
"""What stays free on each side of a sheet, in millimetres."""
_LEAST, _MOST = 0.5, 3.0
"""How much smaller or larger than natural a picture may become: the names on it have 5 points at least."""
_STEP = 0.05
FOOT = 6.0
"""The room of the page numbers, in millimetres."""
_STRIP_GAP = 8.0
"""What stays free between stretches one below the other, in millimetres."""
_AT_LEFT = frozenset({"lane-head", "row-name"})
_ON_TOP = frozenset({"head", "table-head"})
_WHOLE, _TORN, _LINE = 50.0, 1.0, 1.0
"""What it costs to cut a thing that could stay whole, one that could not, and a line."""
_BORDER = 2.0
"""What the outer half of borders needs, in natural pixels."""
_PARTS = 20
"""In how many steps stretches are made more equal."""
_EMPTINESS = 8.0
"""What an empty sheet costs, so that a nearby gap is preferred to a better one far away."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the picture, and where on the sheet its top left corner stands, in millimetres."""

    part: Picture
    region: Box
    at: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, its sides in millimetres; `scale` is how many of them a pixel of the picture takes."""

    width: float
    height: float
    scale: float
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A thing on one axis, from its start to its end: a shape, a text, or a stretch of a line."""

    start: float
    end: float
    is_line: bool = False

    def harm(self, free: float) -> float:
        """What it costs to cut it where so much room is free."""
        if self.is_line:
            return _LINE
        return _WHOLE if self.end - self.start <= free / 2 else _TORN


@dataclass(frozen=True, slots=True)
class _Axis:
    """A picture along one of its sides: where it begins and ends, the things on it, and the strip that is repeated."""

    start: float
    end: float
    items: tuple[_Item, ...]
    strip: tuple[float, float] | None


class _Strip(NamedTuple):
    """A stretch of the picture across, and one down."""

    x: tuple[float, float]
    y: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Cutting:
    """What is shown on each sheet, one stretch below the other, at a scale, on sheets that are turned this way."""

    sheet: tuple[float, float]
    scale: float
    across: tuple[tuple[float, float], ...]
    sheets: tuple[tuple[_Strip, ...], ...]

    @property
    def count(self) -> int:
        """How many sheets these are."""
        return len(self.sheets)


def sheets(picture: Picture, paper: str | None) -> tuple[Sheet, ...]:
    """The sheets of a picture; without a paper, one that is as large as the picture."""
    if paper is None:
        whole = Box(0, 0, picture.width, picture.height)
        window = Window(picture, whole, (0, 0))
        return (Sheet(picture.width * MILLIMETRES, picture.height * MILLIMETRES, MILLIMETRES, (window,)),)
    short, long = PAPERS[paper]
    return fitted(picture, ((long, short), (short, long)))


def fitted(picture: Picture, ways: Iterable[tuple[float, float]]) -> tuple[Sheet, ...]:
    """The sheets of a picture, of the size among several, in millimetres, that serves it best."""
    ways, whole = tuple(ways), Box(0, 0, picture.width, picture.height)
    across, down = _axis(picture, _AT_LEFT, upright=False), _axis(picture, _ON_TOP, upright=True)
    scale, sheet = max((min(_fitting(picture, way), _MOST), way) for way in ways)
    if scale >= _LEAST:
        width, height = picture.width * scale * MILLIMETRES, picture.height * scale * MILLIMETRES
        at = ((sheet[0] - width) / 2, (sheet[1] - height) / 2)
        return (Sheet(*sheet, scale * MILLIMETRES, (Window(picture, whole, at),)),)
    head = _head(picture)
    cutting = min((_best(across, down, way, head) for way in ways), key=lambda own: (own.count, -own.scale))
    every = (tuple(_on_sheet(picture, cutting, strips, across, down)) for strips in cutting.sheets)
    return tuple(Sheet(*cutting.sheet, cutting.scale * MILLIMETRES, windows) for windows in every if windows)


def _head(picture: Picture) -> Point:
    """Where the head over the picture ends, on the right and at the bottom."""
    boxes = list(_boxes(replace(picture, grounds=(), shapes=(), connectors=())))
    return max((own.right for own in boxes), default=0.0), max((own.bottom for own in boxes), default=0.0)


def _room(sheet: tuple[float, float]) -> tuple[float, float]:
    """How many natural pixels a sheet has room for beside its page number."""
    return (sheet[0] - 2 * MARGIN) / MILLIMETRES, (sheet[1] - 2 * MARGIN - FOOT) / MILLIMETRES


def _fitting(picture: Picture, sheet: tuple[float, float]) -> float:
    width, height = (side - 2 * MARGIN for side in sheet)
    return min(width / picture.width, height / picture.height) / MILLIMETRES


def _best(across: _Axis, down: _Axis, sheet: tuple[float, float], head: Point) -> _Cutting:
    """The largest scale that needs no more sheets than the smallest."""
    best = _cut(across, down, sheet, _LEAST, head)
    scale = _LEAST + _STEP
    while scale <= 1:
        own = _cut(across, down, sheet, scale, head)
        if own.count > best.count:
            break
        best, scale = own, scale + _STEP
    return best


def _cut(across: _Axis, down: _Axis, sheet: tuple[float, float], scale: float, head: Point) -> _Cutting:
    width, height = (side / scale for side in _room(sheet))
    columns, rows = _balanced(across, width), _balanced(down, height)
    if len(rows) > 1:
        return _Cutting(sheet, scale, columns, tuple((_Strip(x, y),) for y in rows for x in columns))
    strips = [_Strip(x, (head[1] if x[0] >= head[0] else down.start, down.end)) for x in columns]
    return _Cutting(sheet, scale, columns, tuple(_packed(strips, height, _STRIP_GAP / MILLIMETRES / scale)))


def _packed(strips: list[_Strip], room: float, gap: float) -> Iterator[tuple[_Strip, ...]]:
    """The strips of each sheet: as many one below the other as there is room for."""
    held: list[_Strip] = []
    left = room
    for strip in strips:
        needed = strip.y[1] - strip.y[0]
        if held and needed > left:
            yield tuple(held)
            held, left = [], room
        held.append(strip)
        left -= needed + gap
    yield tuple(held)


def _balanced(axis: _Axis, room: float) -> tuple[tuple[float, float], ...]:
    """As few stretches as the room allows, none of them much longer than the others."""
    best = tuple(_stretches(axis, room))
    for part in range(_PARTS - 1, _PARTS // 2, -1):
        own = tuple(_stretches(axis, room * part / _PARTS))
        if len(own) > len(best):
            break
        best = own
    return best


def _stretches(axis: _Axis, room: float) -> Iterator[tuple[float, float]]:
    """The stretches that an axis is cut into, each cut where it harms least; what it harms stands on both sides."""
    start = axis.start
    strip = axis.strip[1] - axis.strip[0] if axis.strip else 0.0
    while True:
        free = room - (strip if axis.strip and start >= axis.strip[1] else 0)
        if axis.end - start <= free:
            yield start, axis.end
            return
        end = _cheapest(axis, start + free / 2, start + free, free)
        yield start, end
        torn = [own.start for own in axis.items if own.start < end < own.end and own.harm(free) == _WHOLE]
        start = max(min([end, *torn]), start + free / 4)


def _cheapest(axis: _Axis, low: float, high: float, free: float) -> float:
    """Where to cut between two places."""
    near = [own for own in axis.items if own.start < high and own.end > low]
    edges = sorted({low, high, *(edge for own in near for edge in (own.start, own.end) if low < edge < high)})
    places = [(before + after) / 2 for before, after in pairwise(edges)] + [high]

    def price(place: float) -> tuple[float, float]:
        harm = sum(own.harm(free) for own in near if own.start < place < own.end)
        return harm + _EMPTINESS * (high - place) / free, -place

    return min(places, key=price)


def _axis(picture: Picture, repeated: frozenset[str], *, upright: bool) -> _Axis:
    boxes = list(_boxes(picture))
    lines = [(one, other) for line in picture.connectors for one, other in pairwise(line.corners)]
    strips = [own.box for own in _repeated(picture, repeated)]
    items = [_Item(*_span(box, upright)) for box in boxes]
    for one, other in lines:
        start, end = sorted((one[upright], other[upright]))
        items.append(_Item(start, end, is_line=True))
    spans = [_span(box, upright) for box in strips]
    strip = (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None
    length = picture.height if upright else picture.width
    start = max(min((own.start for own in items), default=0.0) - _BORDER, 0.0)
    end = min(max((own.end for own in items), default=0.0) + _BORDER, length)
    return _Axis(start, end, tuple(items), strip)


def _span(box: Box, upright: bool) -> tuple[float, float]:
    return (box.y, box.bottom) if upright else (box.x, box.right)


def _boxes(picture: Picture) -> Iterator[Box]:
    labels = tuple(line.label for line in picture.connectors if line.label)
    for shape in every_shape((*picture.head, *picture.grounds, *picture.shapes, *labels)):
        yield shape.box
        yield from (text.box for text in shape.texts)


def _repeated(picture: Picture, roles: frozenset[str]) -> Iterator[Shape]:
    """The outermost shapes of some roles, the head over the picture aside."""
    return _outermost((*picture.grounds, *picture.shapes), roles)


def _outermost(shapes: Iterable[Shape], roles: frozenset[str]) -> Iterator[Shape]:
    for shape in shapes:
        if shape.role in roles:
            yield shape
        else:
            yield from _outermost(shape.children, roles)


def _on_sheet(
    picture: Picture, cutting: _Cutting, strips: tuple[_Strip, ...], across: _Axis, down: _Axis
) -> Iterator[Window]:
    """The windows on one sheet; a strip that shows nothing is left out."""
    place = MARGIN
    for strip in strips:
        windows = tuple(_windows(picture, cutting, strip, place, across, down))
        if windows[0].part.head or windows[0].part.shapes:
            yield from windows
            place += (strip.y[1] - strip.y[0]) * cutting.scale * MILLIMETRES + _STRIP_GAP


def _windows(
    picture: Picture, cutting: _Cutting, strip: _Strip, place: float, across: _Axis, down: _Axis
) -> Iterator[Window]:
    """The stretch itself, so far from the top, with the names beside and above it that it does not hold."""
    x, y = strip
    scale = cutting.scale * MILLIMETRES
    left = across.strip if across.strip and x[0] >= across.strip[1] else None
    top = down.strip if down.strip and y[0] >= down.strip[1] else None
    start = (cutting.sheet[0] - _widest(cutting.across, across.strip) * scale) / 2
    at_x = start + (left[1] - left[0]) * scale if left else start
    at_y = place + (top[1] - top[0]) * scale if top else place
    yield _window(picture, x, y, (at_x, at_y), None)
    if left:
        yield _window(picture, left, y, (start, at_y), _AT_LEFT)
    if top:
        yield _window(picture, x, top, (at_x, place), _ON_TOP)


def _widest(stretches: tuple[tuple[float, float], ...], strip: tuple[float, float] | None) -> float:
    """The width of the widest sheet's content, with the strip where it is repeated."""
    return max(end - start + (strip[1] - strip[0] if strip and start >= strip[1] else 0) for start, end in stretches)


def _window(
    picture: Picture, x: tuple[float, float], y: tuple[float, float], at: Point, only: frozenset[str] | None
) -> Window:
    region = Box(x[0], y[0], x[1] - x[0], y[1] - y[0])
    if only is not None:
        shapes = tuple(_seen(_repeated(picture, only), region))
        return Window(replace(picture, head=(), grounds=(), connectors=(), shapes=shapes), region, at)
    part = replace(
        picture,
        head=tuple(_seen(picture.head, region)),
        grounds=tuple(_seen(picture.grounds, region)),
        shapes=tuple(_seen(picture.shapes, region)),
        connectors=tuple(
            replace(line, label=next(_seen([line.label], region), None) if line.label else None)
            for line in picture.connectors
        ),
    )
    return Window(part, region, at)


def _seen(shapes: Iterable[Shape], region: Box) -> Iterator[Shape]:
    """The shapes of which a stretch of the picture shows anything, with as much of their texts."""
    for shape in shapes:
        if shape.box.overlaps(region):
            texts = tuple(text for text in shape.texts if text.box.overlaps(region))
            yield replace(shape, texts=texts, children=tuple(_seen(shape.children, region)))
