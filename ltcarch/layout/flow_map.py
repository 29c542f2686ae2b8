"""Where the stops and arrows of a flow map stand: in lanes, as in a swimlane."""

from collections.abc import Iterator

from ltcarch.layout.frame import framed, text_block
from ltcarch.layout.picture import Box, Connector, Picture, Shape, TextBlock, moved, moved_connector
from ltcarch.layout.swimlane.drawn import lane_ground, line_drawn
from ltcarch.layout.swimlane.graph import Graph, Side, Station, Way
from ltcarch.layout.swimlane.plan import Plan, plan
from ltcarch.layout.text import widest, wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.flow_map import Arrow, FlowMap, Stop

_SIZES = THEME.swimlane
_ROLES = {"process": "stop", "outsider": "outsider", "centre": "centre", "state": "state", "start": "start"}
_MOST_LINES = 8
"""How many lines each name on an arrow may have."""
_EVERYWHERE = frozenset({Side.LEFT, Side.TOP, Side.BOTTOM})


def place(view: FlowMap) -> Picture:
    """The stops in columns by what comes before them, each in its lane; arrows around them."""
    drawn = {stop.label.id: _stop(stop) for stop in view.stops}
    texts = {own.id: _lettered(own.text) for own in view.arrows if own.text}
    stated = {own.label.id: own.row for own in view.stops if own.row is not None}
    laid = plan(_graph(view, drawn, texts), is_wrapped=view.is_wrapped, row=stated or None)
    left = _SIZES.head_width if len(view.strips) > 1 else 0
    by_id = {own.id: own for own in view.strips}
    strips = [by_id[own] for own in laid.lanes] if left else []
    grounds = [
        lane_ground(laid, index, own.id, own.name, own.tip, own.code, own.tone) for index, own in enumerate(strips)
    ]
    shapes = [moved(drawn[own], left + x, y) for own, (x, y) in laid.centres.items()]
    connectors = [_connector(own, laid, texts.get(own.id), left) for own in view.arrows]
    if not left:
        shapes, connectors = _flush(shapes, connectors)
    return framed(view, shapes, connectors, (), "right", grounds)


def _flush(shapes: list[Shape], connectors: list[Connector]) -> tuple[list[Shape], list[Connector]]:
    """The same from the left edge on: without lanes nothing stands there."""
    starts = [own.box.x for own in shapes] + [x for own in connectors for x, _ in own.corners]
    left = min(starts, default=0.0)
    return [moved(own, -left, 0) for own in shapes], [moved_connector(own, -left, 0) for own in connectors]


def _lettered(text: str) -> TextBlock:
    """What stands on an arrow; each of its lines is wrapped by itself."""
    style = TEXTS["condition"]
    lines = tuple(line for own in text.split("\n") for line in wrap(own, style, _SIZES.label_width, _MOST_LINES))
    return TextBlock("condition", lines, Box(0, 0, widest(lines, style), len(lines) * style.line))


def _graph(view: FlowMap, drawn: dict[str, Shape], texts: dict[str, TextBlock]) -> Graph:
    stations = {}
    for stop in view.stops:
        box = drawn[stop.label.id].box
        half, up = box.width / 2, box.height / 2
        stations[stop.label.id] = Station(stop.label.id, stop.lane, half, up, up, half, up, up, returns=_EVERYWHERE)
    ways = [
        Way(own.id, own.source, own.target, (texts[own.id].box.width, texts[own.id].box.height) if own.text else None)
        for own in view.arrows
    ]
    return Graph([own.id for own in view.strips], stations, ways)


def _stop(stop: Stop) -> Shape:
    """The shape of a stop around its middle."""
    if stop.form == "start":
        half = _SIZES.event / 2
        return Shape(stop.label.id, "start", Box(-half, -half, 2 * half, 2 * half), (), stop.tip)
    width, padding = _SIZES.activity_width, _SIZES.padding
    inner = width - 2 * padding
    texts = list(_lettering(stop, padding, inner))
    height = texts[-1].box.bottom + padding - 1
    shape = Shape(stop.label.id, _ROLES[stop.form], Box(0, 0, width, height), tuple(texts), stop.tip, stop.tone)
    return moved(shape, -width / 2, -height / 2)


def _lettering(stop: Stop, padding: float, inner: float) -> Iterator[TextBlock]:
    y = padding
    if stop.label.code:
        code = text_block(stop.label.code, "step-code", padding, padding - 2, inner)
        yield code
        y = code.box.bottom
    name = text_block(stop.label.name, "step-name", padding, y, inner, 3)
    yield name
    y = name.box.bottom + 3
    for note in stop.notes:
        told = text_block(note, "step-note", padding, y, inner, 2)
        yield told
        y = told.box.bottom + 1


def _connector(arrow: Arrow, laid: Plan, text: TextBlock | None, left: float) -> Connector:
    label = Shape(f"{arrow.id}:text", "condition", text.box, (text,), arrow.tip) if text else None
    ends = (arrow.id, arrow.source, arrow.target)
    return line_drawn(laid, left, ends, "flow-line", label, tuple(arrow.tip.splitlines()), arrow.tip)
