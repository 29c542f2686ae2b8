"""Rows under the headings of the elements to which they belong, and names as rows and cells show them."""

from collections.abc import Callable, Iterable, Iterator

from ltcarch.model import Architecture, Element, ProcessElement
from ltcarch.views.labels import label
from ltcarch.views.tables.table import Row
from ltcarch.views.words import word


def by_group(architecture: Architecture, language: str, rows: Iterable[tuple[Element, Row]]) -> tuple[Row, ...]:
    """Rows of elements in reading order, each process group named once above those that it holds."""
    return tuple(_with_headings(architecture, language, rows, _group))


def by_process(architecture: Architecture, language: str, rows: Iterable[tuple[Element, Row]]) -> tuple[Row, ...]:
    """Rows of activities in reading order, each process named once above those that it holds."""
    return tuple(_with_headings(architecture, language, rows, _process))


def _with_headings(
    architecture: Architecture,
    language: str,
    rows: Iterable[tuple[Element, Row]],
    around: Callable[[Architecture, Element], Element | None],
) -> Iterator[Row]:
    before: Element | None = None
    for element, row in rows:
        place = around(architecture, element)
        if place is not None and place is not before:
            yield heading(architecture, language, place)
        before = place
        yield row


def _process(architecture: Architecture, element: Element) -> Element | None:
    return next((own for own in architecture.hierarchy.ancestors(element) if isinstance(own, ProcessElement)), None)


def _group(architecture: Architecture, element: Element) -> Element | None:
    """The process group around an element, or the classification if there is none."""
    return architecture.hierarchy.at_level(element, "group") or architecture.hierarchy.classification(element)


def heading(architecture: Architecture, language: str, element: Element, depth: int = 0) -> Row:
    """A heading that names an element."""
    own = label(architecture, element, language)
    return Row(f"heading:{element.id}", own.name, code=own.code, depth=depth, is_heading=True, tip=own.whole)


def title(architecture: Architecture, language: str, element: Element | None) -> str:
    """What a table is about: an element with its number, or the company."""
    own = label(architecture, element or architecture.company, language)
    return f"{own.code.partition(' · ')[0]} {own.name}".strip()


def numbered(architecture: Architecture, language: str, element_id: str | None) -> str:
    """An element by number, name and id, as far as people call it by them; the id itself where it is unknown."""
    element = architecture.get(element_id)
    if element is None:
        return element_id or ""
    own = label(architecture, element, language)
    number, _, called = own.code.partition(" · ")
    return f"{number} {own.name}".strip() + (word(" ({more})", language, more=called) if called else "")


def names(architecture: Architecture, language: str, ids: Iterable[str]) -> str:
    """Names in one line."""
    return word(", ", language).join(architecture.name(own, language) for own in dict.fromkeys(ids))


def within(architecture: Architecture, element: Element, place: Element | None) -> bool:
    """Whether an element stands at or below a place; everything does where there is none."""
    return place is None or architecture.hierarchy.within(element, place)


def above_all(architecture: Architecture, elements: Iterable[Element]) -> tuple[ProcessElement, ...]:
    """The process elements at or above some elements, in reading order."""
    found = {up.id for own in elements for up in architecture.hierarchy.lineage(own)}
    return tuple(own for own in architecture.all(ProcessElement) if own.id in found)
