"""The picture of a swimlane."""

from collections.abc import Iterator

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.picture import Box, Connector, Picture, Point, Shape, TextBlock, moved
from ltcarch.layout.swimlane.drawn import lane_ground, line_drawn
from ltcarch.layout.swimlane.graph import Graph, Side, Station, Way
from ltcarch.layout.swimlane.plan import Plan, plan
from ltcarch.layout.text import widest, wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.swimlane import CROSSINGS, Link, Mark, Node, NodeKind, Swimlane
from ltcarch.views.words import word

_SIZES = THEME.swimlane
_ACROSS = frozenset({Side.LEFT, Side.TOP, Side.BOTTOM})
_LEFT = frozenset({Side.LEFT})
_CROSSINGS = tuple(CROSSINGS)
_BESIDE = (Mark.CONTROL, Mark.KEY, Mark.DECISION)
"""Marks in the corner of an activity; the others stand in a line of their own, with what they stand for."""
_MARKS = {
    Mark.CONTROL: "Key control point",
    Mark.KEY: "Key activity",
    Mark.DECISION: "Decision",
    Mark.CALL: "Runs another process",
    Mark.WAIT: "Waits for something",
}


def place(view: Swimlane) -> Picture:
    """The lanes one below the other, and the flow in them from left to right."""
    late = {link.source for link in view.links if link.is_timeout}
    drawn = {node.id: _node(node, node.id in late) for node in view.nodes}
    labels = {link.id: _condition(link) for link in view.links if link.condition}
    laid = plan(_graph(view, drawn, labels, late))
    left = _SIZES.head_width
    lanes = {lane.id: lane for lane in view.lanes}
    grounds = [lane_ground(laid, index, own, lanes[own].name, lanes[own].tip) for index, own in enumerate(laid.lanes)]
    shapes = [shape for node in view.nodes for shape in _at(drawn[node.id], laid.centres[node.id], left)]
    connectors = [_connector(link, laid, labels.get(link.id), left) for link in view.links]
    return framed(view, shapes, connectors, _legend(view), "right", grounds)


def _graph(view: Swimlane, drawn: dict[str, list[Shape]], labels: dict[str, TextBlock], late: set[str]) -> Graph:
    stations = {node.id: _station(node, drawn[node.id], node.id in late) for node in view.nodes}
    ways = [
        Way(
            link.id,
            link.source,
            link.target,
            (labels[link.id].box.width, labels[link.id].box.height) if link.id in labels else None,
            Side.BOTTOM if link.is_timeout else None,
        )
        for link in view.links
    ]
    return Graph([lane.id for lane in view.lanes], stations, ways)


def _station(node: Node, shapes: list[Shape], is_late: bool) -> Station:
    """The room of a node: the first of its shapes has the borders, another one may stand below it."""
    body = shapes[0].box
    half = max(max(-shape.box.x, shape.box.right) for shape in shapes)
    down = max(shape.box.bottom for shape in shapes)
    exits, entries, returns = frozenset({Side.RIGHT}), _LEFT, _ACROSS
    if node.kind in _CROSSINGS:
        exits, entries = frozenset({Side.RIGHT, Side.TOP, Side.BOTTOM}), _ACROSS
    elif node.kind in (NodeKind.START, NodeKind.END):
        entries = returns = _LEFT
    elif is_late:
        returns = frozenset({Side.LEFT, Side.TOP})
    return Station(node.id, node.lane, half, -body.y, down, body.right, -body.y, body.bottom, exits, entries, returns)


def _node(node: Node, is_late: bool) -> list[Shape]:
    """The shapes of a node around the point at which its row and its middle meet."""
    if node.kind in _CROSSINGS:
        return [_crossing(node)]
    if node.kind in (NodeKind.START, NodeKind.END):
        return list(_event(node))
    return [_onward(node) if node.kind is NodeKind.ONWARD else _activity(node, is_late)]


def _activity(node: Node, is_late: bool) -> Shape:
    width, padding, mark = _SIZES.activity_width, _SIZES.padding, _SIZES.mark
    inner = width - 2 * padding
    beside = [own for own in node.marks if own.mark in _BESIDE]
    first = {own.mark: own for own in reversed(beside)}
    code = text_block(node.label.code, "step-code", padding, padding - 2, inner - len(first) * (mark + 3))
    name = text_block(node.label.name, "step-name", padding, code.box.bottom, inner, 3)
    texts = [code, name] if node.label.code else [name]
    children = [
        Shape(
            f"{node.id}:{own}",
            f"mark-{own}",
            Box(width - padding - (index + 1) * (mark + 3) + 3, padding - 1, mark, mark),
            title="\n".join(one.name for one in beside if one.mark is own),
        )
        for index, own in enumerate(first)
    ]
    y = name.box.bottom + 4
    for own in node.marks:
        if own.mark not in _BESIDE:
            line = text_block(own.name, "step-note", padding + mark + 4, y, inner - mark - 4, 2)
            texts.append(line)
            children.append(
                Shape(f"{node.id}:{own.mark}", f"mark-{own.mark}", Box(padding, y + 1, mark, mark), title=own.name)
            )
            y = max(line.box.bottom, y + mark) + 2
    for note in node.notes:
        texts.append(text_block(note, "step-note", padding, y, inner, 2))
        y = texts[-1].box.bottom + 1
    if is_late:
        y += 3
        children.append(Shape(f"{node.id}:late", "mark-late", Box(width / 2 - mark / 2, y, mark, mark)))
        y += mark
    height = max(y + (0 if is_late else padding - 3), _SIZES.least_height)
    if is_late:
        children[-1] = moved(children[-1], 0, height - y)
    shape = Shape(node.id, "step", Box(0, 0, width, height), tuple(texts), node.tip, None, tuple(children))
    return moved(shape, -width / 2, -height / 2)


def _onward(node: Node) -> Shape:
    width, padding = _SIZES.onward_width, _SIZES.padding
    inner = width - 2 * padding - _SIZES.point
    code = text_block(node.label.code, "step-code", padding, padding - 2, inner)
    name = text_block(node.label.name, "step-note", padding, code.box.bottom if node.label.code else padding, inner, 3)
    height = max(name.box.bottom + padding - 2, 44)
    texts = (code, name) if node.label.code else (name,)
    return moved(Shape(node.id, "onward", Box(0, 0, width, height), texts, node.tip), -width / 2, -height / 2)


def _crossing(node: Node) -> Shape:
    half, mark = _SIZES.crossing / 2, _SIZES.crossing * 0.45
    sign = Shape(f"{node.id}:sign", f"sign-{node.kind}", Box(-mark / 2, -mark / 2, mark, mark))
    return Shape(node.id, "crossing", Box(-half, -half, 2 * half, 2 * half), (), node.tip, None, (sign,))


def _event(node: Node) -> Iterator[Shape]:
    """A circle, with its name below it."""
    half = _SIZES.event / 2
    yield Shape(node.id, str(node.kind), Box(-half, -half, 2 * half, 2 * half), (), node.tip)
    width, y = _SIZES.event_width, half + 3
    for index, (text, style) in enumerate(
        [(node.label.name, "event-name"), *((note, "event-note") for note in node.notes)]
    ):
        if text:
            lines = wrap(text, TEXTS[style], width, 3)
            blocks = []
            for line in lines:
                room = widest((line,), TEXTS[style])
                blocks.append(TextBlock(style, (line,), Box(-room / 2, y, room, TEXTS[style].line)))
                y = blocks[-1].box.bottom
            left = min(block.box.x for block in blocks)
            box = Box(left, blocks[0].box.y, -2 * left, y - blocks[0].box.y)
            yield Shape(f"{node.id}:name-{index}" if index else f"{node.id}:name", "caption", box, tuple(blocks), text)


def _condition(link: Link) -> TextBlock:
    return text_block(link.condition, "condition", 0, 0, _SIZES.label_width, 2)


def _at(shapes: list[Shape], centre: Point, left: float) -> Iterator[Shape]:
    return (moved(shape, left + centre[0], centre[1]) for shape in shapes)


def _connector(link: Link, laid: Plan, text: TextBlock | None, left: float) -> Connector:
    label = Shape(f"{link.id}:condition", "condition", text.box, (text,), link.condition) if text else None
    role = "late-line" if link.is_timeout else "flow-line"
    given = (link.condition,) if link.condition else ()
    return line_drawn(laid, left, (link.id, link.source, link.target), role, label, given, link.condition)


def _legend(view: Swimlane) -> Iterator[LegendEntry]:
    """What the signs mean, as far as they occur."""
    kinds = {node.kind for node in view.nodes}
    marks = {own.mark for node in view.nodes for own in node.marks}
    yield from (
        LegendEntry(word(name, view.language), f"sign-{kind}") for kind, name in CROSSINGS.items() if kind in kinds
    )
    yield from (
        LegendEntry(word(name, view.language), f"mark-{mark}") for mark, name in _MARKS.items() if mark in marks
    )
    if NodeKind.ONWARD in kinds:
        yield LegendEntry(word("Another process", view.language), "onward")
