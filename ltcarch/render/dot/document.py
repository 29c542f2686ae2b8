"""A placed picture as a DOT document.

Graphviz places it anew; sizes, lines of text and colours are the picture's. Areas become clusters, tiles become nodes
with a table inside, a whole table becomes one node, everything else a plain node; neighbours in a grid are held
together by lines nobody sees.
"""

from collections.abc import Iterator
from itertools import pairwise

from ltcarch.layout.picture import Box, Connector, Picture, Shape
from ltcarch.layout.text import widest
from ltcarch.layout.theme import LIGHT, LINES, LOOKS, TEXTS
from ltcarch.render.dot.quoting import cell_text, label, markup, quoted
from ltcarch.render.dot.table import table_node
from ltcarch.render.outline import joined, lanes, lettering, lines_of, nodes

_POINTS = 72
_FONTS = quoted("Helvetica")
_CAPTION = TEXTS["step-name"]
_INSET = 8
_FORMS = {"circle": "circle", "diamond": "diamond", "flag": "cds", "arrow": "rarrow"}
_SIGNS = {"sign-exclusive": "×", "sign-parallel": "+", "sign-inclusive": "○"}


def draw(picture: Picture) -> str:
    """The DOT of a picture, its nodes under the permanent ids of their elements."""
    return "\n".join(_document(picture)) + "\n"


def _document(picture: Picture) -> Iterator[str]:
    across = "LR" if picture.direction == "right" else "TB"
    yield f"digraph {quoted(f'{picture.title} – {picture.subtitle}')} {{"
    title = label((picture.title, picture.subtitle), at_left=True)
    yield (
        f"  graph [rankdir={across} label={title} labelloc=t labeljust=l "
        f"fontname={_FONTS} fontsize=20 tooltip={label((picture.description,))} {_distances(picture)}]"
    )
    yield f'  node [shape=box style="rounded,filled" fontname={_FONTS} fontsize=13 fontcolor={quoted(LIGHT.ink)}]'
    is_tree = all(line.role == "branch-line" for line in picture.connectors)
    ports = " tailport=e headport=w" if picture.direction == "right" and is_tree else ""
    yield f"  edge [fontname={_FONTS} fontsize=12 fontcolor={quoted(LIGHT.ink)} arrowsize=0.7{ports}]"
    yield from _lanes(picture)
    shown = nodes(picture)
    captions = lettering(picture)
    for shape in shown:
        if shape.role == "table" and picture.table:
            yield f"  {table_node(shape.id, picture.table)}"
        else:
            yield from _area(shape) if shape.role == "band" else (f"  {_node(shape, captions[shape.id])}",)
    for upper, lower in pairwise(row[0] for area in shown if area.role == "band" for row in _rows(area.children)):
        yield f"  {quoted(upper.id)} -> {quoted(lower.id)} [style=invis]"
    for connector in picture.connectors:
        yield f"  {_edge(connector)}"
    yield "}"


def _distances(picture: Picture) -> str:
    if lanes(picture):
        return "newrank=true nodesep=0.3 ranksep=0.5"
    if picture.direction == "right":
        return "nodesep=0.15 ranksep=0.6"
    return "nodesep=0.25 ranksep=0.35" if picture.connectors else "nodesep=0.2 ranksep=0.4"


def _area(area: Shape) -> Iterator[str]:
    """A cluster with its tiles in rows."""
    yield f"  subgraph {quoted(f'cluster_{area.id}')} {{"
    title = tuple(line for text in area.texts for line in text.lines)
    yield (
        f'    graph [id={quoted(area.id)} label={label(title)} labeljust=l style="rounded,filled" fontsize=18 '
        f"fontcolor={_colour('strong', area)} color={_colour('tint', area)} tooltip={label((area.title,))}]"
    )
    for row in _rows(area.children):
        yield "    { rank=same"
        for tile in row:
            yield f"      {_tile(tile)}"
        for left, right in pairwise(row):
            yield f"      {quoted(left.id)} -> {quoted(right.id)} [style=invis]"
        yield "    }"
    yield "  }"


def _rows(shapes: tuple[Shape, ...]) -> list[list[Shape]]:
    rows: dict[float, list[Shape]] = {}
    for shape in shapes:
        rows.setdefault(shape.box.y, []).append(shape)
    return list(rows.values())


def _tile(tile: Shape) -> str:
    """A node whose label is a table: the head of the tile, and a cell for each part."""
    head_bottom = max((text.box.bottom for text in tile.texts), default=tile.box.y)
    head = Box(tile.box.x, tile.box.y, tile.box.width, head_bottom - tile.box.y)
    cells = [
        f"<tr>{_cell(tile, head, bold=True)}</tr>",
        *(f"<tr>{_cell(part, part.box)}</tr>" for part in tile.children),
        f"<tr>{_filler(tile)}</tr>",
    ]
    frame = f"color={_colour('edge', tile)} bgcolor={_colour('surface', tile)}"
    table = f'<table style="rounded" border="1" cellborder="0" cellspacing="4" {frame}>{"".join(cells)}</table>'
    tip = label(tuple(tile.title.splitlines()))
    return f"{quoted(tile.id)} [id={quoted(tile.id)} shape=plain tooltip={tip} label=<{table}>]"


def _filler(tile: Shape) -> str:
    """An empty cell that makes the tile as high as its neighbours."""
    filled = max([text.box.bottom for text in tile.texts] + [part.box.bottom for part in tile.children])
    return f'<td cellpadding="0" fixedsize="true" width="1" height="{max(tile.box.bottom - filled, 1):.0f}"></td>'


def _cell(shape: Shape, box: Box, *, bold: bool = False) -> str:
    text = markup(lines_of(shape))
    fill = "" if bold else f" bgcolor={_colour('tint', shape)}"
    return (
        f'<td align="left" balign="left" fixedsize="true" width="{box.width:.0f}" height="{box.height:.0f}" '
        f'id="{cell_text(shape.id)}" title="{cell_text(shape.title)}"{fill}>'
        f"{f'<b>{text}</b>' if bold else text}</td>"
    )


def _lanes(picture: Picture) -> Iterator[str]:
    """A cluster for each lane, which names its nodes."""
    for lane in lanes(picture):
        name, ids = label((joined(lines_of(lane.head)),)), " ".join(f"{quoted(shape.id)};" for shape in lane.nodes)
        look = f"style=filled fillcolor={_colour('tint', lane.ground)} color={_colour('faint', lane.ground)}"
        yield (
            f"  subgraph {quoted(f'cluster_{lane.ground.id}')} {{ graph [id={quoted(lane.ground.id)} label={name} "
            f"labeljust=l fontsize=14 tooltip={label(tuple(lane.head.title.splitlines()))} {look}] {ids} }}"
        )


def _node(shape: Shape, caption: tuple[str, ...]) -> str:
    """A node; a sign that has its name beside it becomes a box with the name inside."""
    look = LOOKS[shape.role]
    fill, line = _colour(look.fill or "page", shape), _colour(look.stroke or look.fill or "line", shape)
    colour = next((TEXTS[text.style].colour for text in shape.texts), "ink")
    styles = ["rounded"] * (look.radius > 0) + ["filled"] + ["dashed"] * bool(look.dash)
    font = f" fontcolor={_colour(colour, shape)}" if colour == "on_strong" else ""
    text = lines_of(shape) or tuple(_SIGNS[part.role] for part in shape.children if part.role in _SIGNS)
    form, width, height = _FORMS.get(look.form, "box"), shape.box.width, shape.box.height
    if caption and not text:
        form, styles, text = "box", ["rounded", "filled"], caption
        width, height = widest(text, _CAPTION) + 2 * _INSET, len(text) * _CAPTION.line + 2 * _INSET
    return (
        f"{quoted(shape.id)} [id={quoted(shape.id)} label={label(text)} "
        f"tooltip={label(tuple(shape.title.splitlines()))} shape={form} "
        f'style="{",".join(styles)}" penwidth={look.width:g} '
        f"fixedsize=true width={width / _POINTS:.2f} height={height / _POINTS:.2f} "
        f"fillcolor={fill} color={line}{font}]"
    )


def _edge(connector: Connector) -> str:
    ways = {(True, True): "both", (True, False): "forward", (False, True): "back", (False, False): "none"}
    colour = getattr(LIGHT, LINES[connector.role].stroke or "line")
    dashed = " style=dashed" if LINES[connector.role].dash else ""
    text = f" label=<{_on_line(connector.label)}>" if connector.label else ""
    tip = f" tooltip={label(tuple(connector.title.splitlines()))}" if connector.title else ""
    return (
        f"{quoted(connector.source)} -> {quoted(connector.target)} [id={quoted(connector.id)} "
        f"dir={ways[connector.to_target, connector.to_source]} color={quoted(colour)}{dashed}{text}{tip}]"
    )


def _on_line(shape: Shape) -> str:
    """The label of a line in a cell of our own measure, since Graphviz cannot tell how wide Chinese is."""
    size = f'fixedsize="true" width="{shape.box.width:.0f}" height="{shape.box.height:.0f}"'
    cell = f'<td align="left" balign="left" {size}>{markup(lines_of(shape))}</td>'
    return f'<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr>{cell}</tr></table>'


def _colour(name: str, shape: Shape) -> str:
    return quoted(LIGHT.colour(name, shape.tone))
