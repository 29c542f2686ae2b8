"""The page of a single element of a register: all that the architecture says about it, gathered from everywhere."""

from collections.abc import Callable, Iterable
from typing import Any

from ltcarch.model import Artifact, Control, Element, Goal, Kpi, Policy, Position, Role, System, Unit
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import artifact, control, measures, people, resources, role
from ltcarch.views.handbook.elements.sheet import Sheet, register_titles, sheet_card
from ltcarch.views.handbook.findings import findings_of
from ltcarch.views.handbook.page import Block, Page, Place, Span, prose
from ltcarch.views.handbook.places import INDEX, register_of
from ltcarch.views.handbook.process.history import open_points, provenance

_SHEETS: tuple[tuple[type[Element], Callable[[Edition, Any], Sheet]], ...] = (
    (Role, role.sheet),
    (Position, people.position_sheet),
    (Unit, people.unit_sheet),
    (Artifact, artifact.sheet),
    (Kpi, measures.kpi_sheet),
    (Goal, measures.goal_sheet),
    (Control, control.sheet),
    (System, resources.system_sheet),
    (Policy, resources.policy_sheet),
)
"""The kinds whose elements have a page of their own beside the processes, each with what stands on it."""


def element_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages of all elements of the registers that have one of their own."""
    return tuple(
        _page(edition, own, sheet(edition, own)) for of, sheet in _SHEETS for own in edition.architecture.all(of)
    )


def element_page(edition: Edition, element: Element) -> Page | None:
    """The page of an element of a register; None for one that has none of its own."""
    sheet = next((sheet for of, sheet in _SHEETS if isinstance(element, of)), None)
    return _page(edition, element, sheet(edition, element)) if sheet else None


def _page(edition: Edition, element: Element, sheet: Sheet) -> Page:
    place = edition.places[element.id]
    blocks: Iterable[Block | None] = (
        prose(edition.text(element.description)),
        sheet_card(edition, element, sheet.card),
        *sheet.sections,
        findings_of(edition, element),
        open_points(edition, element),
        provenance(edition, element),
    )
    kept = tuple(block for block in blocks if block is not None)
    return Page(place.page, edition.name(element.id), trail(edition, element), kept, element.KIND, element.id)


def trail(edition: Edition, element: Element) -> tuple[Span, ...]:
    """The way down from the index to an element, by its register."""
    register = register_of(edition.places[element.id].page)
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    return start, Span(edition.word(register_titles()[register]), Place(register))
