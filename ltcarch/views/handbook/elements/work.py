"""Activities as the pages of roles, artifacts and systems list them: process by process, each with what it is about."""

from collections.abc import Callable, Iterable

from ltcarch.model import Activity, Element, ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Line, Row, Span, Table, cell, line, table
from ltcarch.views.handbook.process.steps import signs

Column = tuple[str, Callable[[Element], Cell]]
"""The name of a column, a word of the product's own, and what stands in it for an activity or process."""


def work_table(edition: Edition, elements: Iterable[Element], *columns: Column, signed: bool = True) -> Table | None:
    """Activities and processes in reading order with further columns; a process is named at its first activity.

    Signed ones say whether they are key activities, decisions or control points.
    """
    rows, before = [], None
    for own in sorted({element.id: element for element in elements}.values(), key=edition.order):
        process = _process(edition, own)
        named = cell(edition.numbered(process)) if process is not None and process is not before else ()
        rows.append(Row((named, _activity(edition, own, signed), *(column(own) for _, column in columns))))
        before = process
    return table([edition.word(name) for name in ("Process", "Activity", *(name for name, _ in columns))], rows)


def _process(edition: Edition, element: Element) -> ProcessElement | None:
    lineage = edition.architecture.hierarchy.lineage(element) if edition.in_hierarchy(element) else ()
    return next((own for own in lineage if isinstance(own, ProcessElement)), None)


def _activity(edition: Edition, element: Element, signed: bool) -> Cell:
    if isinstance(element, ProcessElement):
        return ()
    name = line(edition.step(element.id))
    return cell(name, *(signs(edition, element) if signed and isinstance(element, Activity) else ()))


def done_by(edition: Edition) -> Column:
    """The roles that do an activity; for a process, its owner."""

    def roles(element: Element) -> Cell:
        if isinstance(element, Activity):
            return edition.links(edition.architecture.responsibility.performers(element))
        return ()

    return "Role", roles


def inputs(edition: Edition) -> Column:
    """What an activity takes, and from whom where it says so."""
    return "Inputs", lambda own: cell(
        *(
            _with(edition, edition.artifact(use), "from ", use.from_)
            for use in edition.architecture.exchange.inputs(own)
        )
    )


def outputs(edition: Edition) -> Column:
    """What an activity makes, and for whom where it says so."""
    return "Outputs", lambda own: cell(
        *(_with(edition, edition.artifact(use), "to ", use.to) for use in edition.architecture.exchange.outputs(own))
    )


def _with(edition: Edition, artifact: Line, lead: str, other: str | None) -> Line:
    if other is None:
        return artifact
    return (*artifact, *line(Span(f" {edition.word(lead)}", style="quiet"), edition.link(other)))


def systems(edition: Edition) -> Column:
    """The IT systems in which an activity is done."""
    return "Systems", lambda own: edition.links(own.systems) if isinstance(own, Activity) else ()
