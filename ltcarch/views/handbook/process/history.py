"""Where statements come from, what is still open, and what changed."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Change, Element, ProcessElement
from ltcarch.model.parts import Waiver
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Line, Section, Span, Table, cell, line, prose, section, table
from ltcarch.views.road_map import changes_with_steps


def open_points(edition: Edition, element: Element) -> Section | None:
    """What is knowingly open at an element and at the steps that stand on its page."""
    return section(
        "open-points", edition.word("Open points"), *open_point_tables(edition, edition.on_the_page(element))
    )


def open_point_tables(edition: Edition, elements: Iterable[Element]) -> tuple[Table | None, Table | None]:
    """Attributes that are knowingly open, and rules that are silenced, each with the reason."""
    word, elements = edition.word, tuple(elements)
    unset = [
        (cell(_where(edition, own)), cell(attribute_name(edition, attribute)), cell(edition.text(reason)))
        for own in elements
        for attribute, reason in own.unset.items()
    ]
    waived = [_waiver(edition, own, waiver) for own in elements for waiver in own.waivers]
    return (
        table((word("Where"), word("Still open"), word("Reason")), unset),
        table((word("Where"), word("Rule not applied"), word("Reason"), word("Owner"), word("Until")), waived),
    )


def _where(edition: Edition, element: Element) -> Span | None:
    return edition.step(element.id)


def attribute_name(edition: Edition, attribute: str) -> str:
    """What a reader calls an attribute."""
    shown = edition.value("attribute", attribute)
    return shown[:1].upper() + shown[1:]


def _waiver(edition: Edition, element: Element, waiver: Waiver) -> tuple[Cell, ...]:
    return (
        cell(_where(edition, element)),
        cell(waiver.rule),
        cell(edition.text(waiver.reason)),
        cell(edition.link(waiver.owner)),
        cell(waiver.expires),
    )


def changes(edition: Edition, element: ProcessElement) -> Section | None:
    """The changes under way that affect the element."""
    own = edition.concerning((found.id for found in edition.on_the_page(element)), Change, "affects")
    word = edition.word
    rows = ((cell(edition.link(change.id)), *_change(edition, change)) for change in own)
    return section("changes", word("Changes"), table((word("Change"), word("Status"), word("Owner")), rows))


def _change(edition: Edition, change: Change) -> tuple[Cell, Cell]:
    return cell(edition.value("change", change.status)), cell(edition.link(change.owner))


def change_section(edition: Edition, change: Change) -> Section | None:
    """A change with its road map."""
    word = edition.word
    about = edition.facts(
        ("Requirement", cell(change.requirement)),
        ("Status", cell(edition.value("change", change.status))),
        ("Owner", cell(edition.link(change.owner))),
        ("Affects", cell(*(edition.step(own) for own in change.affects))),
    )
    columns = ("Step", "Status", "Starts", "Finishes", "Organisation units", "Results")
    steps = [
        (
            cell(edition.text(step.name) or step.id),
            cell(edition.value("change_step", step.status)),
            cell(step.starts),
            cell(step.ends),
            edition.links(step.units),
            edition.links(step.results),
        )
        for step in change.steps
    ]
    road_map = table([word(column) for column in columns], steps)
    picture = None
    if change in edition.subjects("roadmap", changes_with_steps):
        picture = edition.picture("roadmap", word("Road map of a change"), change)
    description = prose(edition.text(change.description))
    return section("change", edition.name(change.id), description, about, picture, road_map, mark=edition.mark(change))


def change_log(edition: Edition, element: ProcessElement) -> Section | None:
    """What changed from version to version."""
    word, lifecycle = edition.word, element.lifecycle
    rows = (
        ((cell(own.version), cell(own.date), cell(edition.text(own.note))) for own in lifecycle.history)
        if lifecycle
        else ()
    )
    return section("change-log", word("Change log"), table((word("Version"), word("Date"), word("Change")), rows))


def provenance(edition: Edition, element: Element) -> Section | None:
    """Where the statements of the page come from, in the words of the project's legend."""
    below = [own for own in edition.on_the_page(element) if own is not element]
    sources = edition.facts(
        ("This element", cell(*_sources(edition, [element]))),
        ("Its activities and tasks", cell(*_sources(edition, below))),
    )
    return section("provenance", edition.word("Provenance"), sources)


def _sources(edition: Edition, elements: Iterable[Element]) -> Iterator[Line]:
    legend = edition.architecture.project.provenance
    for key in dict.fromkeys(key for element in elements for key in element.provenance):
        yield line(edition.text(legend.get(key)) or key)
