"""A placed picture as a drawing of draw.io: lanes hold their nodes, and lines stay joined to what they join.

Every cell has the permanent id of what it shows and its whole name as tool tip.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from ltcarch.layout.picture import Box, Connector, Picture, Point, Shape, TextBlock, every_shape
from ltcarch.layout.theme import DARK, LIGHT, Palette
from ltcarch.render.drawio.styles import TEXT, font_style, label_style, lane_style, line_style, shape_style, sign
from ltcarch.render.finish import Theme
from ltcarch.render.markup import escaped
from ltcarch.render.outline import Lane, joined, lanes

ROOT, LAYER = "picture:root", "picture:layer"


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds a cell, and where its top left corner stands in the picture."""

    parent: str
    corner: Point


_PAGE = _Place(LAYER, (0, 0))
_SLACK = 1.0
_LETTERS = f"{TEXT};align=left;verticalAlign=top"


def draw(picture: Picture, theme: Theme = Theme.AUTO) -> str:
    """The drawing of a picture, as uncompressed XML."""
    return "\n".join(_document(picture, DARK if theme is Theme.DARK else LIGHT)) + "\n"


def _document(picture: Picture, palette: Palette) -> Iterator[str]:
    yield '<mxfile host="ltcarch">'
    yield f'<diagram id="picture" name="{escaped(picture.title)}">'
    yield (
        f'<mxGraphModel grid="0" page="0" pageWidth="{_number(picture.width)}" pageHeight="{_number(picture.height)}" '
        f'background="{palette.page}"><root>'
    )
    yield f'<mxCell id="{ROOT}"/>'
    yield f'<mxCell id="{LAYER}" parent="{ROOT}"/>'
    held = {shape.id: lane for lane in lanes(picture) for shape in _held(lane, picture)}
    for shape in picture.head:
        yield from _shape(shape, _PAGE, palette)
    by_ground = {lane.ground.id: lane for lane in lanes(picture)}
    for ground in picture.grounds:
        if ground.id not in by_ground:
            yield from _shape(ground, _PAGE, palette)
            continue
        yield from _lane(by_ground[ground.id], palette)
        inside = _Place(ground.id, (ground.box.x, ground.box.y))
        for shape in picture.shapes:
            if shape.id in held and held[shape.id].ground is ground:
                yield from _shape(shape, inside, palette)
    for shape in picture.shapes:
        if shape.id not in held:
            yield from _shape(shape, _PAGE, palette)
    boxes = {shape.id: shape.box for shape in every_shape(picture.shapes)}
    for connector in picture.connectors:
        yield from _line(connector, boxes, palette)
    yield "</root></mxGraphModel></diagram></mxfile>"


def _held(lane: Lane, picture: Picture) -> Iterator[Shape]:
    """What lies in a lane: its nodes, and the captions below them."""
    return (shape for shape in picture.shapes if lane.ground.box.holds(shape.box))


def _lane(lane: Lane, palette: Palette) -> Iterator[str]:
    ground, head = lane.ground, lane.head
    yield from _cell(ground.id, "", head.title, lane_style(ground, head, palette), _PAGE, ground.box)
    yield from _texts(head, _Place(ground.id, (ground.box.x, ground.box.y)), palette)


def _shape(shape: Shape, place: _Place, palette: Palette) -> Iterator[str]:
    """A shape with what stands on it. What holds others, or has text beside it, is lettered by cells of their own."""
    own = _Place(shape.id, (shape.box.x, shape.box.y))
    is_holder = any(part.texts or part.children for part in shape.children)
    has_text_inside = all(shape.box.holds(text.box, _SLACK) for text in shape.texts)
    is_lettered = bool(shape.texts) and not is_holder and has_text_inside and _is_stacked(shape)
    value = _value(shape, palette) if is_lettered else sign(shape)
    style = shape_style(shape, palette) + (";container=1;collapsible=0" if is_holder else "")
    yield from _cell(shape.id, value, shape.title, style, place, shape.box)
    if not is_lettered:
        yield from _texts(shape, own if has_text_inside else place, palette)
    for child in shape.children:
        yield from _shape(child, own, palette)


def _is_stacked(shape: Shape) -> bool:
    """Whether the texts of a shape begin at its top left and stand one below the other."""
    bottom = shape.box.y
    for text in shape.texts:
        if text.box.y < bottom - 1 or text.box.x > shape.box.x + shape.box.width / 4:
            return False
        bottom = text.box.bottom
    return True


def _value(shape: Shape, palette: Palette) -> str:
    """The texts of a shape, each of which breaks into lines by itself when it is edited."""
    return "".join(
        f'<div style="{font_style(text.style, shape.tone, palette)}">{escaped(joined(text.lines))}</div>'
        for text in shape.texts
    )


def _texts(shape: Shape, place: _Place, palette: Palette) -> Iterator[str]:
    for index, text in enumerate(shape.texts):
        yield from _cell(f"{shape.id}:text-{index}", _lines(text, shape.tone, palette), "", _LETTERS, place, text.box)


def _lines(text: TextBlock, tone: int | None, palette: Palette) -> str:
    lines = "<br>".join(escaped(line) for line in text.lines)
    return f'<div style="white-space:nowrap;{font_style(text.style, tone, palette)}">{lines}</div>'


def _line(connector: Connector, boxes: dict[str, Box], palette: Palette) -> Iterator[str]:
    first, *turns, last = connector.corners
    ends = (_on(boxes[connector.source], first), _on(boxes[connector.target], last))
    points = "".join(f'<mxPoint x="{_number(x)}" y="{_number(y)}"/>' for x, y in turns)
    array = f'<Array as="points">{points}</Array>' if points else ""
    yield (
        f'<UserObject id="{escaped(connector.id)}" label="" tooltip="{escaped(connector.title)}">'
        f'<mxCell style="{line_style(connector, *ends, palette)}" edge="1" parent="{LAYER}" '
        f'source="{escaped(connector.source)}" target="{escaped(connector.target)}">'
        f'<mxGeometry relative="1" as="geometry">{array}</mxGeometry></mxCell></UserObject>'
    )
    if connector.label:
        yield _label(connector, connector.label, palette)


def _label(connector: Connector, label: Shape, palette: Palette) -> str:
    """The text on a line, at its distance from the middle of the line."""
    middle, centre = _middle(connector.corners), label.box.centre
    text = "".join(_lines(own, label.tone, palette) for own in label.texts)
    offset = f'<mxPoint x="{_number(centre[0] - middle[0])}" y="{_number(centre[1] - middle[1])}" as="offset"/>'
    return (
        f'<mxCell id="{escaped(label.id)}" value="{escaped(text)}" style="{label_style(palette)}" vertex="1" '
        f'connectable="0" parent="{escaped(connector.id)}"><mxGeometry relative="1" as="geometry">{offset}</mxGeometry>'
        "</mxCell>"
    )


def _cell(own: str, value: str, tip: str, style: str, place: _Place, box: Box) -> Iterator[str]:
    x, y = box.x - place.corner[0], box.y - place.corner[1]
    yield (
        f'<UserObject id="{escaped(own)}" label="{escaped(value)}" tooltip="{escaped(tip)}">'
        f'<mxCell style="{style}" vertex="1" parent="{escaped(place.parent)}">'
        f'<mxGeometry x="{_number(x)}" y="{_number(y)}" width="{_number(box.width)}" height="{_number(box.height)}" '
        'as="geometry"/></mxCell></UserObject>'
    )


def _on(box: Box, point: Point) -> Point:
    """A point as parts of the sides of a box."""
    x, y = (point[0] - box.x) / (box.width or 1), (point[1] - box.y) / (box.height or 1)
    return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)


def _middle(corners: tuple[Point, ...]) -> Point:
    """The point half way along a line."""
    ways = [(before, after, dist(before, after)) for before, after in pairwise(corners)]
    left = sum(way for _, _, way in ways) / 2
    for before, after, way in ways:
        if left <= way and way:
            part = left / way
            return before[0] + (after[0] - before[0]) * part, before[1] + (after[1] - before[1]) * part
        left -= way
    return corners[-1]


def _number(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}"
