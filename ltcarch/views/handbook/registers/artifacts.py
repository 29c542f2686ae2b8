"""What activities take and make, what helps them, and what flows between processes."""

from collections.abc import Iterator

from ltcarch.model import Artifact, Element, Flow
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Line,
    Picture,
    Section,
    Span,
    cell,
    line,
    section,
    table,
)
from ltcarch.views.handbook.process.exchange import agreement_table
from ltcarch.views.handbook.process.resources import address
from ltcarch.views.handbook.registers.table import Column, processes_of, register_table

INTERFACE_MAP = "interfaces"
"""The kind and name of the picture of the interface map."""


def artifacts(edition: Edition) -> tuple[Section | None, ...]:
    """What activities take and make; master data apart, since everybody uses it."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if _stands_on(edition, artifact, "artifacts")]
    flowing = [artifact for artifact in own if not artifact.reference]
    master = [artifact for artifact in own if artifact.reference]
    return (
        register_table(edition, "artifacts", edition.word("Artifacts"), flowing, *_artifact_columns(edition)),
        register_table(edition, "master-data", edition.word("Master data"), master, *_artifact_columns(edition)),
    )


def _artifact_columns(edition: Edition) -> tuple[Column[Artifact], ...]:
    text, exchange = edition.text, edition.architecture.exchange

    def made_by(own: Artifact) -> Cell:
        others = edition.links(found.use.from_ for found in exchange.taken(own.id) if found.use.from_)
        makers = processes_of(edition, exchange.makers(own.id)) or others
        return makers or cell(edition.link(own.producer), text(own.source))

    def taken_by(own: Artifact) -> Cell:
        others = edition.links(found.use.to for found in exchange.made(own.id) if found.use.to)
        takers = processes_of(edition, exchange.takers(own.id))
        return (*takers, *(other for other in others if other not in takers))

    return (
        ("Properties", lambda own: cell(*_properties(edition, own))),
        ("Made by", made_by),
        ("Taken by", taken_by),
        ("Quality criteria", lambda own: cell(*(text(quality) for quality in own.quality))),
        ("Owner", lambda own: cell(edition.link(own.owner))),
        ("System", lambda own: cell(edition.link(own.system))),
        ("Address", lambda own: address(own.url)),
    )


def _properties(edition: Edition, artifact: Artifact) -> Iterator[Line]:
    """Type, states, version and the like, a line each."""
    word, text = edition.word, edition.text
    yield line(edition.value("artifact", artifact.type))
    if artifact.part_of:
        yield line(word("part of "), edition.link(artifact.part_of))
    states = word(", ").join(text(state.name) or state.id or "" for state in artifact.states)
    traits = (
        ("States", states),
        ("Version", artifact.version),
        ("Kept for", edition.duration(artifact.retention)),
        ("Confidentiality", edition.value("confidentiality", artifact.confidentiality)),
    )
    for label, value in traits:
        if value:
            yield line(Span(word(label) + word(": ") + value, style="quiet"))


def _stands_on(edition: Edition, element: Element, page: str) -> bool:
    place = edition.places.get(element.id)
    return place is not None and place.page == page


def documents(edition: Edition) -> tuple[Section | None, ...]:
    """Documents, templates, tools and trainings, a section for each type."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if _stands_on(edition, artifact, "documents")]
    types = dict.fromkeys(artifact.type or "" for artifact in own)

    def used_in(artifact: Artifact) -> Cell:
        return cell(*(edition.step(user.id) for user in edition.users(artifact.id, "documents")))

    return tuple(
        register_table(
            edition,
            f"type-{type_}",
            edition.value("artifacts", type_) or edition.word("Other"),
            [artifact for artifact in own if (artifact.type or "") == type_],
            ("Version", lambda own: cell(own.version)),
            ("Used in", used_in),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Address", lambda own: address(own.url)),
        )
        for type_ in types
    )


def interfaces(edition: Edition) -> tuple[Block | None, ...]:
    """The interface map, every flow that follows from inputs and outputs, and what was agreed."""
    word, architecture = edition.word, edition.architecture
    links = architecture.exchange.links("classification")
    rows = [
        (
            cell(edition.link(link.source)),
            cell(edition.link(link.target)),
            cell(edition.in_a_row(link.artifacts)) or edition.links(flow.id for flow in link.flows if flow.name),
        )
        for link in links
    ]
    picture = Picture(INTERFACE_MAP, INTERFACE_MAP, word("Interface map")) if links else None
    flows = table((word("From"), word("To"), word("Artifacts")), rows)
    agreed = agreement_table(edition, architecture.all(Flow), marked=True)
    return (
        section("interfaces", word("Who gives what to whom"), picture, flows),
        section("agreements", word("Interface agreements"), agreed),
    )
