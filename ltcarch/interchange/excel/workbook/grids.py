"""Records as rows: what stands in each sheet of elements and parts, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ltcarch.interchange.excel.workbook.cells import CellValue, cell_of
from ltcarch.interchange.excel.workbook.plan import Column, Sheet, Use, sheets
from ltcarch.interchange.records import ElementRecord, Records, can_nest

Cells = dict[str, CellValue]
"""Values by the key of their column; what is empty is left out."""


class Grid(NamedTuple):
    """A sheet with its rows."""

    sheet: Sheet
    rows: tuple[Cells, ...]


def grids(records: Records, languages: tuple[str, ...], words: str) -> tuple[Grid, ...]:
    """Every sheet of elements and parts, filled. `words` is the language of the workbook's own words."""
    places = _places(records)
    return tuple(Grid(sheet, tuple(_rows(records, sheet, places, words))) for sheet in sheets(languages))


def value_cells(columns: Sequence[Column], value: Any, depth: int, words: str) -> Cells:
    """What the columns show of a value; the first `depth` steps of their paths lead to it."""
    found: Cells = {}
    for column in columns:
        cell = cell_of(column, at_path(value, column.path[depth:]), words)
        if cell is not None:
            found[column.key] = cell
    return found


def part_rows(sheet: Sheet, own: ElementRecord, words: str) -> list[Cells]:
    """The parts of an element as rows of their sheet, without what tells whose they are."""
    parts = at_path(own.attributes, sheet.path) or ()
    return [value_cells(sheet.values, part, 0, words) for part in parts]


def at_path(value: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path in a value; None where nothing does."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def columns_by_attribute(sheet: Sheet) -> dict[str, tuple[Column, ...]]:
    """The columns of an element's sheet by the attribute that they show."""
    found: dict[str, list[Column]] = {}
    for column in sheet.values:
        found.setdefault(column.path[0], []).append(column)
    return {key: tuple(own) for key, own in found.items()}


def _rows(records: Records, sheet: Sheet, places: Mapping[str, int], words: str) -> Iterator[Cells]:
    for own in records.elements:
        if own.kind == sheet.kind:
            yield _element_row(records, sheet, own, places, words)
        elif own.kind in sheet.kinds:
            yield from _part_rows(sheet, own, words)


def _element_row(records: Records, sheet: Sheet, own: ElementRecord, places: Mapping[str, int], words: str) -> Cells:
    row = value_cells(sheet.values, own.attributes, 0, words)
    parent = records.get(own.parent) if own.parent else None
    own_cells: dict[Use, CellValue] = {
        Use.ID: own.id,
        Use.EXPORTED_ID: own.id,
        Use.PARENT: own.parent,
        Use.READING: parent.name(words) if parent else None,
        Use.PLACE: places.get(own.id),
    }
    return {**row, **_cells_by_use(sheet, own_cells)}


def _part_rows(sheet: Sheet, own: ElementRecord, words: str) -> Iterator[Cells]:
    for place, row in enumerate(part_rows(sheet, own, words), start=1):
        told: dict[Use, CellValue] = {Use.ELEMENT: own.id, Use.READING: own.name(words), Use.PLACE: place}
        yield {**row, **_cells_by_use(sheet, told)}


def _cells_by_use(sheet: Sheet, told: Mapping[Use, CellValue]) -> Cells:
    columns = ((sheet.column(use), value) for use, value in told.items())
    return {column.key: value for column, value in columns if column is not None and value is not None}


def _places(records: Records) -> dict[str, int]:
    """The place of each element among those of its kind below its parent, where their order is theirs to choose."""
    found: dict[str, int] = {}
    counts: dict[tuple[str, str], int] = {}
    for own in records.elements:
        parent = records.get(own.parent) if own.parent else None
        if parent and can_nest(parent.kind, own.kind):
            group = (parent.id, own.kind)
            counts[group] = found[own.id] = counts.get(group, 0) + 1
    return found
