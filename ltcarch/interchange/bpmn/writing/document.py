"""A process as a file of BPMN 2.0."""

from ltcarch.interchange.bpmn.extension import export_tag
from ltcarch.interchange.bpmn.markup import Tag, document
from ltcarch.interchange.bpmn.vocabulary import NAMESPACES, TARGET_NAMESPACE
from ltcarch.interchange.bpmn.writing.collaboration import category_tags, collaboration_tag, message_tags
from ltcarch.interchange.bpmn.writing.content import Content, content_of
from ltcarch.interchange.bpmn.writing.diagram import diagram_tag
from ltcarch.interchange.bpmn.writing.identifiers import identifier
from ltcarch.interchange.bpmn.writing.semantics import one_line, process_tag
from ltcarch.interchange.records import Records, records_of
from ltcarch.model import Architecture, ProcessElement


def bpmn_document(
    architecture: Architecture,
    process: ProcessElement,
    language: str,
    *,
    with_artifacts: bool = False,
    records: Records | None = None,
) -> bytes:
    """The flow of a process with its diagram, names in one language, and all that is known of it in our extension.

    `records` are those of the architecture, for whoever writes many of its processes.
    """
    known = records or records_of(architecture)
    content = content_of(architecture, known, process, language, with_artifacts=with_artifacts)
    exported = document(_definitions(content, (collaboration_tag(content), process_tag(content))))
    whole = (collaboration_tag(content, (export_tag(exported),)), process_tag(content), diagram_tag(content))
    return document(_definitions(content, whole))


def _definitions(content: Content, inside: tuple[Tag, ...]) -> Tag:
    return Tag(
        "bpmn:definitions",
        {
            **{f"xmlns:{prefix}": address for prefix, address in NAMESPACES.items()},
            "id": identifier("Definitions", content.process.id),
            "name": one_line(content.view.title),
            "targetNamespace": TARGET_NAMESPACE,
            "exporter": "ltcarch",
        },
        (*message_tags(content), *category_tags(content), *inside),
    )
