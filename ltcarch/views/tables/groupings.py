"""The different ways to cut the same processes, side by side."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Architecture, Element, Grouping, ProcessElement
from ltcarch.model.parts import GroupingPart
from ltcarch.views.labels import label
from ltcarch.views.tables.rows import title
from ltcarch.views.tables.table import EMPTY, Cell, Column, Row, Table, strong
from ltcarch.views.words import word

_TONES = 6


def grouped_elements(architecture: Architecture) -> tuple[Element, ...]:
    """The elements that some grouping cuts; groupings of the company are found under the company."""
    cut = {own.of for own in architecture.all(Grouping)}
    return tuple(own for own in architecture.all(ProcessElement) if own.id in cut)


def grouping_comparison(architecture: Architecture, language: str, element: Element | None = None) -> Table:
    """The parts of an element, or of the company, and to which part of each grouping they belong."""
    of = element or architecture.company
    groupings = [own for own in architecture.all(Grouping) if (own.of or architecture.company.id) == of.id]
    elements = _elements(architecture, groupings)
    belongs = {own.id: _parts_by_element(architecture, own, elements) for own in groupings}
    columns = tuple(
        Column(own.id, own.label(language), tip=own.description.in_language(language) if own.description else "")
        for own in groupings
    )
    names = [label(architecture, own, language) for own in elements]
    cells = [_column(language, belongs[own.id]) for own in groupings]
    rows = tuple(
        Row(own.id, own.name, tuple(column[index] for column in cells), own.code, tip=own.whole)
        for index, own in enumerate(names)
    )
    return Table(
        title=title(architecture, language, element),
        subtitle=word("Different ways to cut the same processes", language),
        description=word(", ", language).join(column.name for column in columns),
        language=language,
        corner=word("Process", language),
        columns=columns,
        rows=rows if columns else (),
    )


def _elements(architecture: Architecture, groupings: Iterable[Grouping]) -> list[Element]:
    """What groupings cut, as detailed as any of them needs: an element gives way to its children if one names them."""
    named = {own for grouping in groupings for part in grouping.parts for own in part.elements}
    known = [own for name in named if (own := architecture.get(name)) is not None]
    split = {up.id for own in known for up in architecture.hierarchy.ancestors(own)}
    found: dict[str, Element] = {}
    for own in known:
        found.update((leaf.id, leaf) for leaf in _leaves(architecture, own, split))
    return [own for own in architecture.hierarchy.in_order if own.id in found]


def _leaves(architecture: Architecture, element: Element, split: set[str]) -> Iterator[Element]:
    """The element itself, or what stands below it where something below is named."""
    if element.id not in split:
        yield element
    else:
        for child in architecture.hierarchy.children(element):
            yield from _leaves(architecture, child, split)


def _parts_by_element(
    architecture: Architecture, grouping: Grouping, elements: Iterable[Element]
) -> list[tuple[int, GroupingPart] | None]:
    """For each element the part of a grouping to which it or one above it belongs, with the part's place."""
    own = {name: (index, part) for index, part in enumerate(grouping.parts) for name in part.elements}
    return [
        next((own[above.id] for above in architecture.hierarchy.lineage(element) if above.id in own), None)
        for element in elements
    ]


def _column(language: str, parts: list[tuple[int, GroupingPart] | None]) -> list[Cell]:
    """A cell for each stretch of elements that belong to the same part, and empty ones below it."""
    cells: list[Cell] = []
    start = 0
    for index, own in enumerate(parts):
        if own is None:
            cells.append(EMPTY)
        elif index and parts[index - 1] == own:
            cells.append(EMPTY)
            cells[start] = _cell(language, own, index - start + 1)
        else:
            start = index
            cells.append(_cell(language, own, 1))
    return cells


def _cell(language: str, own: tuple[int, GroupingPart], rows: int) -> Cell:
    place, part = own
    name = part.name.in_language(language) if part.name else part.id or ""
    return Cell((strong(name),), is_filled=True, tone=place % _TONES, rows=rows)
