"""What activities take and make in BPMN: data objects, and the lines that join them to activities."""

from collections.abc import Iterator

from ltcarch.interchange.bpmn.markup import Tag
from ltcarch.interchange.bpmn.writing.content import Content
from ltcarch.interchange.bpmn.writing.data_objects import DataObject
from ltcarch.interchange.bpmn.writing.flow import FlowNode
from ltcarch.interchange.bpmn.writing.identifiers import identifier
from ltcarch.interchange.bpmn.writing.names import association_id, data_id
from ltcarch.model.naming import natural_key


def data_tags(content: Content) -> Iterator[Tag]:
    """Each artifact once, and each place where it is shown."""
    shown = [own for objects in content.data.values() for own in objects]
    for artifact in sorted({own.artifact for own in shown}, key=natural_key):
        name = content.architecture.name(artifact, content.language)
        yield Tag("bpmn:dataObject", {"id": _object_id(artifact), "name": " ".join(name.split())})
    for own in shown:
        attributes = {
            "id": data_id(own.id),
            "name": " ".join(own.name.split()),
            "dataObjectRef": _object_id(own.artifact),
        }
        yield Tag("bpmn:dataObjectReference", attributes, tuple(_state(own)))


def _state(own: DataObject) -> Iterator[Tag]:
    if own.state:
        yield Tag("bpmn:dataState", {"name": own.state})


def specification(content: Content, node: FlowNode) -> Iterator[Tag]:
    """What an activity needs before it begins and gives when it ends."""
    objects = content.data.get(node.id, ())
    if not objects:
        return
    inputs = [own for own in objects if own.is_input]
    outputs = [own for own in objects if not own.is_input]
    yield Tag(
        "bpmn:ioSpecification",
        {"id": identifier("Data", node.id)},
        (
            *(Tag("bpmn:dataInput", {"id": _end_id(own), "name": own.name}) for own in inputs),
            *(Tag("bpmn:dataOutput", {"id": _end_id(own), "name": own.name}) for own in outputs),
            Tag("bpmn:inputSet", inside=tuple(Tag("bpmn:dataInputRefs", text=_end_id(own)) for own in inputs)),
            Tag("bpmn:outputSet", inside=tuple(Tag("bpmn:dataOutputRefs", text=_end_id(own)) for own in outputs)),
        ),
    )


def associations(content: Content, node: FlowNode) -> Iterator[Tag]:
    """The lines to an activity from what it takes, and from it to what it makes."""
    objects = content.data.get(node.id, ())
    for own in sorted(objects, key=lambda one: not one.is_input):
        name = "bpmn:dataInputAssociation" if own.is_input else "bpmn:dataOutputAssociation"
        ends = (data_id(own.id), _end_id(own)) if own.is_input else (_end_id(own), data_id(own.id))
        inside = (Tag("bpmn:sourceRef", text=ends[0]), Tag("bpmn:targetRef", text=ends[1]))
        yield Tag(name, {"id": association_id(own.id)}, inside)


def _object_id(artifact: str) -> str:
    return identifier("DataObject", artifact)


def _end_id(own: DataObject) -> str:
    return identifier("Data", own.id)
