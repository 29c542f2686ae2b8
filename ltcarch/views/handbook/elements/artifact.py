"""The page of an artifact: who makes it, who takes it, its states, and what it is part of."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Artifact, Control, Element, Phase, ProcessElement
from ltcarch.model.derivation import Use
from ltcarch.views.artifact_life import artifacts_with_life
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import work
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Block, Cell, Section, Span, cell, line, listing, section, table
from ltcarch.views.handbook.process.exchange import agreement_table
from ltcarch.views.handbook.process.resources import address


def sheet(edition: Edition, artifact: Artifact) -> Sheet:
    """What stands on the page of an artifact."""
    return Sheet(_card(edition, artifact), _sections(edition, artifact))


def _card(edition: Edition, artifact: Artifact) -> Iterator[tuple[str, Cell]]:
    word = edition.word
    yield "Type", cell(edition.value("artifact", artifact.type), word("Master data") if artifact.reference else None)
    yield "Version", cell(artifact.version)
    yield "Owner", cell(edition.link(artifact.owner))
    yield "Provided by", cell(edition.link(artifact.producer), edition.text(artifact.source))
    yield "System", cell(edition.link(artifact.system))
    yield "Kept for", cell(edition.duration(artifact.retention))
    yield "Confidentiality", cell(edition.value("confidentiality", artifact.confidentiality))
    yield "Address", address(artifact.url)
    yield "Part of", cell(edition.link(artifact.part_of))
    yield "Has the parts", edition.links(own.id for own in edition.users(artifact.id, "part_of"))


def _sections(edition: Edition, artifact: Artifact) -> Iterator[Section | None]:
    word, exchange = edition.word, edition.architecture.exchange
    yield section("quality", word("Quality criteria"), listing(edition.text(own) for own in artifact.quality))
    yield section("states", word("States"), *_states(edition, artifact))
    yield _uses(edition, "made", "Made by", exchange.makers(artifact.id), exchange.made(artifact.id))
    yield _uses(edition, "taken", "Taken by", exchange.takers(artifact.id), exchange.taken(artifact.id))
    started = work.work_table(edition, exchange.set_off_by(artifact.id), work.done_by(edition))
    yield section("starts", word("Starts the work of"), started)
    yield section("agreements", word("Interface agreements"), agreement_table(edition, exchange.carrying(artifact.id)))
    yield section("used", word("Used in"), *_used(edition, artifact))


def _states(edition: Edition, artifact: Artifact) -> Iterator[Block | None]:
    """The life of an artifact as a picture, and who brings about and needs each of its states."""
    word, exchange = edition.word, edition.architecture.exchange
    if artifact in edition.subjects("life", artifacts_with_life):
        yield edition.picture("life", word("Life of an artifact"), artifact)
    made = [own for own in exchange.made(artifact.id) if own.element in exchange.makers(artifact.id)]
    taken = [own for own in exchange.taken(artifact.id) if own.element in exchange.takers(artifact.id)]
    rows = [
        (
            cell(Span(edition.text(state.name) or state.id or "", style="strong")),
            _in_state(edition, made, state.id),
            _in_state(edition, taken, state.id),
        )
        for state in artifact.states
    ]
    yield table((word("State"), word("Reached in"), word("Needed in")), rows)


def _in_state(edition: Edition, uses: Iterable[Use], state: str | None) -> Cell:
    return cell(*(edition.step(own.element.id) for own in uses if state and own.use.state == state))


def _uses(
    edition: Edition, key: str, heading: str, elements: Iterable[Element], uses: tuple[Use, ...]
) -> Section | None:
    """The activities and processes that make or take an artifact, as detailed as it is stated."""

    def of(element: Element) -> Iterator[Use]:
        return (own for own in uses if own.element is element)

    def state(element: Element) -> Cell:
        optional = edition.word("optional")
        return cell(
            *(
                line(edition.state(own.use), Span(f" {optional}", style="quiet") if own.use.optional else None)
                for own in of(element)
            )
        )

    def other(element: Element) -> Cell:
        return edition.links(side for own in of(element) if (side := own.use.to if key == "made" else own.use.from_))

    column = ("To", other) if key == "made" else ("From", other)
    made = work.work_table(edition, elements, work.done_by(edition), ("State", state), column)
    return section(key, edition.word(heading), made)


def _used(edition: Edition, artifact: Artifact) -> Iterator[Block | None]:
    """Where an artifact helps with the work, proves a control, or results from a phase or change."""
    users = edition.users(artifact.id, "documents")
    where = [own for own in users if isinstance(own, (Activity, ProcessElement))]
    yield work.work_table(edition, where, work.done_by(edition))
    yield edition.facts(
        ("Roles", edition.links(own.id for own in users if not edition.in_hierarchy(own))),
        ("Evidence of", edition.links(own.id for own in edition.concerning([artifact.id], Control, "evidence"))),
        ("Result of", edition.links(own.id for own in edition.concerning([artifact.id], Phase, "outputs"))),
        ("Results from the change", edition.links(own.id for own in edition.users(artifact.id, "steps"))),
    )
