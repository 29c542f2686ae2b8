"""The diagram of a process in BPMN: where each thing stands, and along which points lines run."""

from collections.abc import Iterator

from ltcarch.interchange.bpmn.markup import Tag
from ltcarch.interchange.bpmn.writing.collaboration import collaboration_id
from ltcarch.interchange.bpmn.writing.content import Content
from ltcarch.interchange.bpmn.writing.drawing import Drawing, drawing_of
from ltcarch.interchange.bpmn.writing.identifiers import identifier
from ltcarch.interchange.bpmn.writing.message_routes import draw_messages
from ltcarch.interchange.bpmn.writing.names import (
    association_id,
    data_id,
    lane_id,
    line_id,
    message_line_id,
    node_id,
    participant_id,
)
from ltcarch.layout.picture import Box, Point


def diagram_tag(content: Content) -> Tag:
    """The diagram with one plane."""
    drawn = draw(content)
    inside = (*_pools(content, drawn), *_nodes(content, drawn), *_data(content, drawn), *_lines(content, drawn))
    plane = Tag(
        "bpmndi:BPMNPlane",
        {"id": identifier("Plane", content.process.id), "bpmnElement": collaboration_id(content)},
        inside,
    )
    return Tag("bpmndi:BPMNDiagram", {"id": identifier("Diagram", content.process.id)}, (plane,))


def draw(content: Content) -> Drawing:
    """Where everything stands."""
    drawn = drawing_of(content.flow, content.view.lanes, content.view.title, content.data)
    if content.lines:
        draw_messages(drawn, content.flow, content.lines, content.line_names())
    return drawn


def _pools(content: Content, drawn: Drawing) -> Iterator[Tag]:
    yield _shape(participant_id(content.process.id), drawn.pool, isHorizontal="true")
    for own, box in drawn.lanes.items():
        yield _shape(lane_id(own), box, isHorizontal="true")
    for own, box in drawn.parties.items():
        yield _shape(participant_id(own), box, isHorizontal="true")


def _nodes(content: Content, drawn: Drawing) -> Iterator[Tag]:
    for own, node in content.flow.nodes.items():
        label = drawn.labels.get(own)
        if node.tag == "exclusiveGateway":
            yield _shape(node_id(node), drawn.shapes[own], label, isMarkerVisible="true")
        elif node.tag == "callActivity":
            yield _shape(node_id(node), drawn.shapes[own], label, isExpanded="false")
        else:
            yield _shape(node_id(node), drawn.shapes[own], label)


def _data(content: Content, drawn: Drawing) -> Iterator[Tag]:
    for node, objects in content.data.items():
        body = drawn.shapes[node]
        for own in objects:
            box = drawn.shapes[own.id]
            yield _shape(data_id(own.id), box, drawn.labels[own.id])
            ends = _joined(box, body)
            yield _edge(association_id(own.id), ends if own.is_input else ends[::-1])


def _joined(box: Box, body: Box) -> tuple[Point, Point]:
    """From a data object to the nearest point of a task below or above it."""
    x = min(max(box.centre[0], body.x + 10), body.right - 10)
    is_above = box.bottom <= body.y
    return (box.centre[0], box.bottom if is_above else box.y), (x, body.y if is_above else body.bottom)


def _lines(content: Content, drawn: Drawing) -> Iterator[Tag]:
    for line in content.flow.lines:
        yield _edge(line_id(line.id), drawn.lines[line.id], drawn.labels.get(line.id))
    for message in content.lines:
        yield _edge(message_line_id(message.id), drawn.lines[message.id], drawn.labels.get(message.id))


def _shape(own: str, box: Box, label: Box | None = None, **attributes: str) -> Tag:
    said = {"id": f"{own}_di", "bpmnElement": own, **attributes}
    return Tag("bpmndi:BPMNShape", said, (_bounds(box), *_label(label)))


def _edge(own: str, points: tuple[Point, ...], label: Box | None = None) -> Tag:
    waypoints = (Tag("di:waypoint", {"x": _number(x), "y": _number(y)}) for x, y in points)
    return Tag("bpmndi:BPMNEdge", {"id": f"{own}_di", "bpmnElement": own}, (*waypoints, *_label(label)))


def _label(box: Box | None) -> Iterator[Tag]:
    if box:
        yield Tag("bpmndi:BPMNLabel", inside=(_bounds(box),))


def _bounds(box: Box) -> Tag:
    sizes = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return Tag("dc:Bounds", {key: _number(value) for key, value in sizes.items()})


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.10g}"
