"""A view with every part in its place: what renderers draw, whatever the format.

Coordinates are pixels from the top left corner. `role` names what a part is (a band, a tile, a line of an
interface); the theme gives each role its look.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ltcarch.views.tables.table import Table

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether another box lies inside this one."""
        across = self.x - slack <= other.x and other.right <= self.right + slack
        return across and self.y - slack <= other.y and other.bottom <= self.bottom + slack

    def overlaps(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the two share more than a border."""
        across = self.x < other.right - slack and other.x < self.right - slack
        return across and self.y < other.bottom - slack and other.y < self.bottom - slack


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one style; `x` is their left end, and `box` the room they take."""

    style: str
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing that is drawn, with what stands on it. `id` is the permanent id of the element it shows.

    `tone` is the place of the element's class on its axis, None for what has none; `title` is shown as tool tip.
    """

    id: str
    role: str
    box: Box
    texts: tuple[TextBlock, ...] = ()
    title: str = ""
    tone: int | None = None
    children: tuple["Shape", ...] = ()


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between two shapes along its corners, with arrow heads where something flows, and a label on it.

    `given` and `taken` are what flows from source to target and back, as text.
    """

    id: str
    role: str
    source: str
    target: str
    corners: tuple[Point, ...]
    to_target: bool = False
    to_source: bool = False
    label: Shape | None = None
    given: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture. `grounds` lie under the connectors; `direction` says which way these run, down or right.

    `table` is what it shows, where that is rows and columns.
    """

    title: str
    subtitle: str
    description: str
    language: str
    width: float
    height: float
    head: tuple[Shape, ...]
    shapes: tuple[Shape, ...]
    connectors: tuple[Connector, ...] = ()
    direction: str = "down"
    grounds: tuple[Shape, ...] = ()
    table: Table | None = None


def moved_box(box: Box, dx: float, dy: float) -> Box:
    """The same box elsewhere."""
    return Box(box.x + dx, box.y + dy, box.width, box.height)


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape elsewhere, with all that stands on it."""
    texts = tuple(replace(text, box=moved_box(text.box, dx, dy)) for text in shape.texts)
    children = tuple(moved(child, dx, dy) for child in shape.children)
    return replace(shape, box=moved_box(shape.box, dx, dy), texts=texts, children=children)


def moved_connector(connector: Connector, dx: float, dy: float) -> Connector:
    """The same connector elsewhere."""
    corners = tuple((x + dx, y + dy) for x, y in connector.corners)
    return replace(connector, corners=corners, label=connector.label and moved(connector.label, dx, dy))


def every_shape(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """The shapes and all that stand on them, outer ones first."""
    for shape in shapes:
        yield shape
        yield from every_shape(shape.children)
