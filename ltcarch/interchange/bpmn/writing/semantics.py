"""The process itself in BPMN: lanes, nodes, lines and data, apart from where they stand."""

from collections.abc import Iterable, Iterator

from ltcarch.interchange.bpmn.extension import record_tag
from ltcarch.interchange.bpmn.markup import Tag
from ltcarch.interchange.bpmn.vocabulary import FORMAL_EXPRESSION
from ltcarch.interchange.bpmn.writing.content import Content
from ltcarch.interchange.bpmn.writing.data_semantics import associations, data_tags, specification
from ltcarch.interchange.bpmn.writing.flow import Event, FlowLine, FlowNode
from ltcarch.interchange.bpmn.writing.names import category_id, lane_id, line_id, message_id, node_id, process_id
from ltcarch.interchange.records import Key
from ltcarch.model.text import Text


def process_tag(content: Content) -> Tag:
    """The process with everything in its lanes."""
    process = content.process
    text = " ".join(_text(content, own) for own in (process.purpose, process.description) if own)
    return Tag(
        "bpmn:process",
        {"id": process_id(process.id), "name": one_line(process.label(content.language)), "isExecutable": "false"},
        (
            *documentation(text),
            *kept(content, *content.kept_at(process.id)),
            _lane_set(content),
            *(_node_tag(content, node) for node in content.flow.nodes.values()),
            *(_line_tag(line, content) for line in content.flow.lines),
            *data_tags(content),
        ),
    )


def documentation(text: str) -> Iterator[Tag]:
    """What is said for people, if anything."""
    if text.strip():
        yield Tag("bpmn:documentation", text=text.strip())


def kept(content: Content, *element_ids: str) -> Iterator[Tag]:
    """The records of elements, as far as they exist, in our extension."""
    keys = (Key(own) for own in element_ids)
    records = [content.records.by_key[key] for key in keys if key in content.records.by_key]
    if records:
        yield Tag("bpmn:extensionElements", inside=tuple(map(record_tag, records)))


def one_line(text: str) -> str:
    """A name without line breaks."""
    return " ".join(text.split())


def _text(content: Content, text: Text | None) -> str:
    return text.in_language(content.language) if text else ""


def _lane_set(content: Content) -> Tag:
    lanes = []
    for lane in content.view.lanes:
        role = content.architecture.get(lane.id)
        said = (_text(content, getattr(role, own, None)) for own in ("description", "responsibility", "authority"))
        inside = (
            *documentation("\n".join(own for own in said if own)),
            *kept(content, lane.id),
            *(Tag("bpmn:flowNodeRef", text=node_id(own)) for own in content.flow.nodes.values() if own.lane == lane.id),
        )
        lanes.append(Tag("bpmn:lane", {"id": lane_id(lane.id), "name": one_line(lane.name)}, inside))
    return Tag("bpmn:laneSet", {"id": f"LaneSet_{process_id(content.process.id)}"}, tuple(lanes))


def _node_tag(content: Content, node: FlowNode) -> Tag:
    flow = content.flow
    default = next((line for line in flow.out_of(node.id) if line.is_default), None)
    attributes = {
        "id": node_id(node),
        "name": one_line(node.name) or None,
        "attachedToRef": node_id(flow.nodes[node.host]) if node.host else None,
        "calledElement": process_id(node.called) if node.called else None,
        "messageRef": message_id(node.artifact) if node.artifact else None,
        "default": line_id(default.id) if default else None,
    }
    inside = (
        *documentation(_said_of(content, node)),
        *(kept(content, *content.kept_at(node.step.id)) if node.step else ()),
        *_categories(content, node),
        *(Tag("bpmn:incoming", text=line_id(line.id)) for line in flow.into(node.id)),
        *(Tag("bpmn:outgoing", text=line_id(line.id)) for line in flow.out_of(node.id)),
        *specification(content, node),
        *associations(content, node),
        *(_event_tags(node.event) if node.event else ()),
    )
    return Tag(f"bpmn:{node.tag}", attributes, inside)


def _said_of(content: Content, node: FlowNode) -> str:
    """What the swimlane tells of a step beside its name: what it is for, its controls, and who may decide."""
    said = _text(content, node.step.description) if node.step else ""
    return "\n".join(own for own in (said, *node.notes) if own)


def _categories(content: Content, node: FlowNode) -> Iterator[Tag]:
    """The sub-processes to which an activity belongs."""
    if node.step:
        yield from (Tag("bpmn:categoryValueRef", text=category_id(own.id)) for own in content.around(node.step))


def _event_tags(event: Event) -> Iterable[Tag]:
    if event.kind == "message":
        yield Tag("bpmn:messageEventDefinition", {"messageRef": message_id(event.artifact) if event.artifact else None})
        return
    name, time = ("bpmn:timeCycle", f"R/{event.time}") if event.is_repeated else ("bpmn:timeDuration", event.time)
    said = (Tag(name, {"xsi:type": FORMAL_EXPRESSION}, text=time),) if event.time and time else ()
    yield Tag("bpmn:timerEventDefinition", inside=said)


def _line_tag(line: FlowLine, content: Content) -> Tag:
    nodes = content.flow.nodes
    name = one_line(line.name)
    return Tag(
        "bpmn:sequenceFlow",
        {
            "id": line_id(line.id),
            "name": name or None,
            "sourceRef": node_id(nodes[line.source]),
            "targetRef": node_id(nodes[line.target]),
        },
        (Tag("bpmn:conditionExpression", text=name),) if line.is_conditional else (),
    )
