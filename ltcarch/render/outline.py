"""A picture as nodes in lanes, for formats that know such things."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ltcarch.layout.picture import Picture, Shape
from ltcarch.layout.text import is_wide
from ltcarch.layout.theme import LOOKS, TEXTS

_CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Lane:
    """A ground with a name, and the nodes that stand on it."""

    ground: Shape
    head: Shape
    nodes: tuple[Shape, ...]


def nodes(picture: Picture) -> tuple[Shape, ...]:
    """The shapes that are more than text."""
    return tuple(shape for shape in picture.shapes if shape.role in LOOKS)


def lanes(picture: Picture) -> tuple[Lane, ...]:
    """The lanes of a picture, from top to bottom."""
    return tuple(
        Lane(ground, ground.children[0], tuple(_standing_on(ground, nodes(picture))))
        for ground in picture.grounds
        if ground.children
    )


def _standing_on(ground: Shape, shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        x, y = shape.box.centre
        if ground.box.x <= x < ground.box.right and ground.box.y <= y < ground.box.bottom:
            yield shape


def lettering(picture: Picture) -> dict[str, tuple[str, ...]]:
    """The text of each node by its id, line by line; signs without text in them have the caption below them."""
    found = {shape.id: lines_of(shape) for shape in nodes(picture)}
    for shape in picture.shapes:
        owner = shape.id.rpartition(":")[0]
        if shape.role == _CAPTION and owner in found:
            found[owner] += lines_of(shape)
    return found


def lines_of(shape: Shape) -> tuple[str, ...]:
    """The text of a shape line by line; what stands side by side in the picture stands in one line."""
    rows: dict[float, list[str]] = {}
    for text in shape.texts:
        for index, line in enumerate(text.lines):
            rows.setdefault(round(text.box.y + index * TEXTS[text.style].line, 1), []).append(line)
    return tuple("  ".join(row) for _, row in sorted(rows.items()))


def joined(lines: tuple[str, ...]) -> str:
    """Lines as one; where Chinese meets Chinese no blank is between them."""
    whole = ""
    for line in lines:
        tight = whole and line and is_wide(whole[-1]) and is_wide(line[0])
        whole += line if tight or not whole else f" {line}"
    return whole
