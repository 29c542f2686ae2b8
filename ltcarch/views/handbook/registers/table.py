"""A register as a table, and the names of elements as registers show them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from ltcarch.model import Control, Element, KeyTask, ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Row,
    Section,
    Span,
    Table,
    cell,
    prose,
    section,
    table,
)

Of = TypeVar("Of", bound=Element)
Column = tuple[str, Callable[[Of], Cell]]
"""The name of a column, a word of the product's own, and what stands in it for an element."""


def register_table(
    edition: Edition, key: str, heading: str, elements: Iterable[Of], *columns: Column[Of]
) -> Section | None:
    """A table of elements: the name with what it is, and further columns."""
    word = edition.word
    rows = [Row((_named(edition, own), *(column(own) for _, column in columns)), edition.mark(own)) for own in elements]
    made = table([word("Name"), *(word(name) for name, _ in columns)], rows)
    return section(key, heading, made)


def _named(edition: Edition, element: Element) -> Cell:
    """The name of an element, leading to its page if it has one, its other names, and what it is."""
    word = edition.word
    aliases = word(", ").join(edition.text(alias) for alias in element.aliases)
    also = word("also: {aliases}", aliases=aliases) if aliases else ""
    name = Span(edition.name(element.id), style="strong") if edition.mark(element) else edition.link(element.id)
    key = word("KCP") if isinstance(element, Control) and element.key else ""
    return cell(name, Span(key, style="quiet"), Span(also, style="quiet"), edition.text(element.description))


def register_card(edition: Edition, element: Element, rows: Iterable[tuple[str, Cell]]) -> Section | None:
    """An element with all that is known of it; its name alone, where that is nothing."""
    also = cell(edition.word(", ").join(edition.text(alias) for alias in element.aliases))
    known = edition.facts(("Also called", also), *rows)
    description = prose(edition.text(element.description))
    if not known and not description:
        known = edition.facts(("Name", cell(edition.name(element.id))))
    return section(element.KIND, edition.name(element.id), description, known, mark=edition.mark(element))


def count(number: int) -> Cell:
    """How often something is used; nothing where it is not."""
    return cell(f"{number:,}" if number else "")


def processes_of(edition: Edition, elements: Iterable[Element]) -> Cell:
    """The process elements that elements belong to, each once."""
    return cell(*(edition.step(own) for own in process_ids(edition, elements)))


def process_ids(edition: Edition, elements: Iterable[Element]) -> tuple[str, ...]:
    """The ids of the process elements that elements belong to, each once."""
    found: dict[str, None] = {}
    for element in elements:
        lineage = edition.architecture.hierarchy.lineage(element)
        process = next((own for own in lineage if isinstance(own, ProcessElement)), None)
        found[(process or element).id] = None
    return tuple(found)


def key_task_table(edition: Edition, tasks: Iterable[KeyTask]) -> Table | None:
    """Key tasks with who answers for them, until when, and what they concern."""
    word = edition.word
    rows = [
        (
            cell(edition.link(own.id)),
            cell(edition.link(own.owner)),
            cell(own.due),
            edition.links(own.kpis),
            cell(*(edition.step(process) for process in own.processes)),
        )
        for own in tasks
    ]
    columns = ("Key task", "Owner", "Due", "KPIs", "Concerns")
    return table([word(column) for column in columns], rows)
