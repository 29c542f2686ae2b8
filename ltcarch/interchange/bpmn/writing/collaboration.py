"""Who works together: the pool of the process, the parties outside, their messages, and all that is kept beside."""

from collections.abc import Iterable, Iterator

from ltcarch.interchange.bpmn.extension import record_tag
from ltcarch.interchange.bpmn.markup import Tag
from ltcarch.interchange.bpmn.vocabulary import KINDS
from ltcarch.interchange.bpmn.writing.content import Content
from ltcarch.interchange.bpmn.writing.identifiers import identifier
from ltcarch.interchange.bpmn.writing.names import (
    category_id,
    message_id,
    message_line_id,
    node_id,
    participant_id,
    process_id,
)
from ltcarch.interchange.bpmn.writing.semantics import documentation, kept, one_line
from ltcarch.interchange.records import ElementRecord, Key
from ltcarch.model import LEVELS
from ltcarch.model.naming import natural_key
from ltcarch.model.references import references_of
from ltcarch.views.words import value_word


def collaboration_id(content: Content) -> str:
    """The id of the whole."""
    return identifier("Collaboration", content.process.id)


def collaboration_tag(content: Content, kept_too: tuple[Tag, ...] = ()) -> Tag:
    """The pools and the messages between them, and what else our extension keeps of the file."""
    return Tag(
        "bpmn:collaboration",
        {"id": collaboration_id(content)},
        (
            Tag(
                "bpmn:extensionElements", inside=(_about(content), *map(record_tag, records_beside(content)), *kept_too)
            ),
            _pool(content),
            *(_party(content, own) for own in content.parties()),
            *_message_flows(content),
        ),
    )


def message_tags(content: Content) -> Iterator[Tag]:
    """The messages that events and activities wait for."""
    for artifact, name in content.messages.items():
        yield Tag("bpmn:message", {"id": message_id(artifact), "name": one_line(name)})


def category_tags(content: Content) -> Iterator[Tag]:
    """The sub-processes that are shown by their activities, as values of one category."""
    values = [
        Tag(
            "bpmn:categoryValue",
            {"id": category_id(own.id), "value": one_line(own.label(content.language))},
            tuple(kept(content, *content.kept_at(own.id))),
        )
        for own in content.subprocesses()
    ]
    if values:
        name = value_word("kind", "subprocess", content.language)
        yield Tag("bpmn:category", {"id": "Category_subprocesses", "name": name}, tuple(values))


def records_beside(content: Content) -> list[ElementRecord]:
    """The records of what stands above the process, and of the registers that it names or that name it.

    Those that something in the diagram stands for are kept there.
    """
    architecture = content.architecture
    inside = [content.process, *architecture.hierarchy.descendants(content.process)]
    shown = {own.id for own in inside} | {lane.id for lane in content.view.lanes} | set(content.parties())
    above = [own.id for own in reversed(architecture.hierarchy.ancestors(content.process))]
    named = {own for one in inside for own in _named(content, one.id)}
    register = sorted(named - shown, key=lambda own: (_kind_order(content, own), natural_key(own)))
    keys = (Key(own) for own in (*above, *register))
    return [content.records.by_key[key] for key in keys if key in content.records.by_key]


def _named(content: Content, element_id: str) -> Iterator[str]:
    """The ids of the elements of registers that an element names or that name it."""
    for target in _targets(content, element_id):
        other = content.architecture.get(target)
        if other is not None and other.KIND not in LEVELS:
            yield target


def _targets(content: Content, element_id: str) -> Iterable[str]:
    element = content.architecture.get(element_id)
    yield from (own.target for own in references_of(element)) if element else ()
    yield from (other.id for other, _ in content.architecture.mentions(element_id) if other is not element)


def _kind_order(content: Content, element_id: str) -> int:
    element = content.architecture.get(element_id)
    return KINDS.index(element.KIND) if element and element.KIND in KINDS else len(KINDS)


def _about(content: Content) -> Tag:
    """In which languages the project is written, and in which one the names of the diagram are."""
    languages = " ".join(content.architecture.project.languages)
    return Tag("ltcarch:project", {"languages": languages, "language": content.language})


def _pool(content: Content) -> Tag:
    attributes = {
        "id": participant_id(content.process.id),
        "name": one_line(content.view.title),
        "processRef": process_id(content.process.id),
    }
    return Tag("bpmn:participant", attributes)


def _party(content: Content, party: str) -> Tag:
    element = content.architecture.get(party)
    said = element.description.in_language(content.language) if element and element.description else ""
    attributes = {"id": participant_id(party), "name": one_line(content.architecture.name(party, content.language))}
    return Tag("bpmn:participant", attributes, (*documentation(said), *kept(content, party)))


def _message_flows(content: Content) -> Iterator[Tag]:
    names = content.line_names()
    for line in content.lines:
        node, party = node_id(content.flow.nodes[line.node]), participant_id(line.party)
        attributes = {
            "id": message_line_id(line.id),
            "name": one_line(names[line.id]) or None,
            "sourceRef": node if line.is_to_party else party,
            "targetRef": party if line.is_to_party else node,
        }
        yield Tag("bpmn:messageFlow", attributes)
