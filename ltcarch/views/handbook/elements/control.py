"""The page of a control point."""

from collections.abc import Iterator

from ltcarch.model import Control, Risk, Segregation
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import work
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Cell, Section, cell, prose, section, table
from ltcarch.views.handbook.process.safeguards import last_test, segregation_table


def sheet(edition: Edition, control: Control) -> Sheet:
    """What stands on the page of a control point."""
    return Sheet(_card(edition, control), _sections(edition, control))


def _card(edition: Edition, control: Control) -> Iterator[tuple[str, Cell]]:
    yield "Kind", cell(edition.word("Key control point") if control.key else edition.word("Control"))
    yield "Type", cell(edition.value("control", control.type))
    yield "Frequency", cell(edition.value("frequency", control.frequency))
    yield "Evidence", edition.links(control.evidence)
    yield "Owner", cell(edition.link(control.owner))
    yield "Tester", cell(edition.link(control.tester))
    yield "Last test", last_test(edition, control)
    yield "Next test", cell(control.next_test)


def _sections(edition: Edition, control: Control) -> Iterator[Section | None]:
    word, architecture = edition.word, edition.architecture
    yield section("method", word("Method"), prose(edition.text(control.method)))
    at = [activity for own in control.activities if (activity := architecture.get(own))]
    yield section("activities", word("At activity"), work.work_table(edition, at, work.done_by(edition), signed=False))
    rows = [_risk(edition, risk) for own in control.risks if (risk := architecture.get(own, Risk))]
    columns = (word("Risk"), word("Description"), word("Rating"), word("Affects"), word("Owner"))
    yield section("risks", word("Against"), table(columns, rows))
    pairs = edition.concerning([control.id], Segregation, "compensating_control")
    yield section("segregation", word("Makes up for duties in one hand"), segregation_table(edition, pairs))


def _risk(edition: Edition, risk: Risk) -> tuple[Cell, ...]:
    return (
        cell(edition.link(risk.id)),
        cell(edition.text(risk.description)),
        cell(edition.value("rating", risk.rating)),
        cell(*(edition.step(own) for own in risk.affects)),
        cell(edition.link(risk.owner)),
    )
