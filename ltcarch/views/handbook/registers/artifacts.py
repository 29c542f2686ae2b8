"""What activities take and make, what helps them, and what flows between processes."""

from ltcarch.model import Artifact, Flow
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Block, Cell, Section, cell, section, table
from ltcarch.views.handbook.places import is_aid
from ltcarch.views.handbook.process.exchange import agreement_table
from ltcarch.views.handbook.registers.table import Column, count, processes_of, register_table


def artifacts(edition: Edition) -> tuple[Section | None, ...]:
    """What activities take and make; master data apart, since everybody uses it."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if not is_aid(edition.architecture, artifact)]
    flowing = [artifact for artifact in own if not artifact.reference]
    master = [artifact for artifact in own if artifact.reference]
    return (
        register_table(edition, "artifacts", edition.word("Artifacts"), flowing, *_artifact_columns(edition)),
        register_table(edition, "master-data", edition.word("Master data"), master, *_artifact_columns(edition)),
    )


def _artifact_columns(edition: Edition) -> tuple[Column[Artifact], ...]:
    exchange = edition.architecture.exchange

    def made_by(own: Artifact) -> Cell:
        others = edition.links(found.use.from_ for found in exchange.taken(own.id) if found.use.from_)
        makers = processes_of(edition, exchange.makers(own.id)) or others
        return makers or cell(edition.link(own.producer), edition.text(own.source))

    return (
        ("Type", lambda own: cell(edition.value("artifact", own.type))),
        ("Part of", lambda own: cell(edition.link(own.part_of))),
        ("States", lambda own: count(len(own.states))),
        ("Made by", made_by),
        ("Times taken", lambda own: count(len(exchange.takers(own.id)))),
        ("Owner", lambda own: cell(edition.link(own.owner))),
    )


def documents(edition: Edition) -> tuple[Section | None, ...]:
    """Documents, templates, tools and trainings, a section for each type."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if is_aid(edition.architecture, artifact)]
    types = dict.fromkeys(artifact.type or "" for artifact in own)

    def used_in(artifact: Artifact) -> Cell:
        users = (user.id for user in edition.users(artifact.id, "documents"))
        return edition.some_steps(users, edition.places.get(artifact.id))

    return tuple(
        register_table(
            edition,
            f"type-{type_}",
            edition.value("artifacts", type_) or edition.word("Other"),
            [artifact for artifact in own if (artifact.type or "") == type_],
            ("Version", lambda own: cell(own.version)),
            ("Used in", used_in),
            ("Owner", lambda own: cell(edition.link(own.owner))),
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
    picture = edition.picture("interfaces", word("Interface map")) if links else None
    flows = table((word("From"), word("To"), word("Artifacts")), rows)
    agreed = agreement_table(edition, architecture.all(Flow), marked=True)
    return (
        section("interfaces", word("Who gives what to whom"), picture, flows),
        section("agreements", word("Interface agreements"), agreed),
    )
