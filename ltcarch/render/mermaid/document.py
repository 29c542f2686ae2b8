"""A placed picture as a flowchart of Mermaid, which places it anew.

Nodes have ids of our own, since Mermaid reads words such as `end` as its own wherever they stand.
"""

import json
from collections.abc import Iterator

from ltcarch.layout.picture import Connector, Picture, Shape
from ltcarch.layout.theme import LIGHT, LINES, LOOKS
from ltcarch.render.mermaid.escaping import quoted
from ltcarch.render.outline import joined, lanes, lettering, lines_of, nodes

_FORMS = {
    "start": ("([", "])"),
    "end": ("([", "])"),
    "crossing": ("{", "}"),
    "state": ("([", "])"),
    "onward": (">", "]"),
}
_UNNAMED = {"start": ("((", "))"), "end": ("(((", ")))")}
_SIGNS = {"sign-exclusive": "×", "sign-parallel": "+", "sign-inclusive": "○"}


def draw(picture: Picture) -> str:
    """The flowchart of a picture whose nodes are joined by lines."""
    return "\n".join(_document(picture)) + "\n"


def _document(picture: Picture) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(f'{picture.title} – {picture.subtitle}', ensure_ascii=False)}"
    yield "---"
    yield f"flowchart {'LR' if picture.direction == 'right' else 'TB'}"
    drawn = nodes(picture)
    ids = {shape.id: f"n{number}" for number, shape in enumerate(drawn, start=1)}
    texts = lettering(picture)
    areas = {f"s{number}": lane for number, lane in enumerate(lanes(picture), start=1) if lane.nodes}
    for area, lane in areas.items():
        yield f"  subgraph {area}[{quoted((joined(lines_of(lane.head)),))}]"
        yield from (f"    {_node(shape, ids, texts)}" for shape in lane.nodes)
        yield "  end"
    inside = {shape.id for lane in areas.values() for shape in lane.nodes}
    yield from (f"  {_node(shape, ids, texts)}" for shape in drawn if shape.id not in inside)
    for connector in picture.connectors:
        yield f"  {_link(connector, ids)}"
    yield from _classes(drawn, ids)
    if areas:
        yield f"  classDef lane fill:{LIGHT.neutral.tint},stroke:{LIGHT.faint},color:{LIGHT.ink}"
        yield f"  class {','.join(areas)} lane"


def _node(shape: Shape, ids: dict[str, str], texts: dict[str, tuple[str, ...]]) -> str:
    text = texts[shape.id] or tuple(_SIGNS[own.role] for own in shape.children if own.role in _SIGNS)
    forms = _FORMS if text else _FORMS | _UNNAMED
    before, after = forms.get(shape.role, ("[", "]"))
    return f"{ids[shape.id]}{before}{quoted(text)}{after}"


def _link(connector: Connector, ids: dict[str, str]) -> str:
    """A line that points at its source only is turned, as Mermaid knows no such arrow."""
    first, second = ids[connector.source], ids[connector.target]
    if connector.to_source and not connector.to_target:
        first, second = second, first
    body = "-.-" if LINES[connector.role].dash else "--"
    before = "<" if connector.to_source and connector.to_target else ""
    after = ">" if connector.to_source or connector.to_target else "-"
    text = f"|{quoted(lines_of(connector.label))}|" if connector.label else ""
    return f"{first} {before}{body}{after}{text} {second}"


def _classes(drawn: tuple[Shape, ...], ids: dict[str, str]) -> Iterator[str]:
    """The colours of the nodes, a class for those that look the same."""
    looks: dict[str, list[str]] = {}
    for shape in drawn:
        looks.setdefault(_look(shape), []).append(ids[shape.id])
    for number, (look, members) in enumerate(looks.items(), start=1):
        yield f"  classDef c{number} {look}"
        yield f"  class {','.join(members)} c{number}"


def _look(shape: Shape) -> str:
    look = LOOKS[shape.role]
    fill, stroke, ink = (
        LIGHT.colour(name, shape.tone)
        for name in (
            look.fill or "page",
            look.stroke or look.fill or "line",
            "on_strong" if look.fill == "strong" else "ink",
        )
    )
    return f"fill:{fill},stroke:{stroke},color:{ink}"
