"""What the rules found, for readers of the handbook: handed in from outside, since pages judge nothing themselves."""

from collections.abc import Iterable

from ltcarch.model import Element
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.finding import Finding
from ltcarch.views.handbook.owners import by_owner
from ltcarch.views.handbook.page import Cell, Section, Span, Table, cell, section, table

SEVERITIES = ("error", "warning", "info")


def counts(edition: Edition) -> dict[str, int]:
    """How many findings there are by severity, the gravest first."""
    found = edition.findings or ()
    return {own: sum(one.severity == own for one in found) for own in SEVERITIES}


def findings_of(edition: Edition, element: Element) -> Section | None:
    """What was found about an element and what stands on its page."""
    own = [found for one in edition.on_the_page(element) for found in edition.findings_about(one.id)]
    rows = ((_where(edition, found), *_told(edition, found)) for found in sorted(own, key=_gravity))
    return section("findings", edition.word("Findings"), table(_columns(edition, "Where"), rows))


def findings_by_owner(edition: Edition) -> Table | None:
    """All findings, by who answers for the element; those about no element stand last."""
    found = sorted(edition.findings or (), key=_gravity)
    about = [(edition.architecture.get(own.element), own) for own in found]
    rows = by_owner(edition, ((element, (_where(edition, own), *_told(edition, own))) for element, own in about))
    return table(_columns(edition, "Owner", "Where"), rows)


def _columns(edition: Edition, *before: str) -> list[str]:
    word = edition.word
    return [*(word(name) for name in before), word("Severity"), word("Rule"), word("What was found")]


def _gravity(found: Finding) -> tuple[int, str, str]:
    known = SEVERITIES.index(found.severity) if found.severity in SEVERITIES else len(SEVERITIES)
    return known, found.code, found.message


def _where(edition: Edition, found: Finding) -> Cell:
    if found.element and edition.knows(found.element):
        return cell(edition.step(found.element))
    return cell(Span(found.element or edition.word("The project as a whole"), style="quiet"))


def _told(edition: Edition, found: Finding) -> Iterable[Cell]:
    style = "strong" if found.severity == "error" else ""
    yield cell(Span(edition.value("severity", found.severity), style=style))
    yield cell(Span(found.code, style="formula"))
    yield cell(found.message)
