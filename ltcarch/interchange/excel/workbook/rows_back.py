"""Which element each row is: the one it was, one with another id, or a new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ltcarch.interchange.excel.workbook.cells import compared
from ltcarch.interchange.excel.workbook.new_ids import new_id
from ltcarch.interchange.excel.workbook.opening import ReadSheet, ReadWorkbook, Remark, SheetRow
from ltcarch.interchange.excel.workbook.plan import Column, Sheet, Use, sheets
from ltcarch.interchange.plain import attribute_keys
from ltcarch.interchange.records import RETIRED, ElementRecord, Key


class ElementRow(NamedTuple):
    """A row with its element: the id it has now, and the element that it was when it was exported."""

    sheet: Sheet
    read: ReadSheet
    row: SheetRow
    id: str
    base: ElementRecord | None

    @property
    def is_renamed(self) -> bool:
        """Whether its element had another id."""
        return self.base is not None and self.base.id != self.id

    def place(self, column: Column | None) -> str:
        """The name of a cell of it."""
        return self.read.place(self.row, column.key if column else "")


@dataclass(slots=True)
class Known:
    """The elements of a workbook by row, and what came up in finding them."""

    rows: list[ElementRow] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """The new id by former one."""
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


def known_rows(book: ReadWorkbook) -> Known:
    """Every row that says something, with its element."""
    known = Known()
    waiting: list[tuple[Sheet, ReadSheet, SheetRow]] = []
    held = _ids_held(book)
    taken: dict[Key, str] = {}
    for sheet, read in _element_sheets(book):
        if _key(sheet, Use.ID) not in read.letters:
            known.faults.append(Remark(read.title, "the column of ids is missing"))
            continue
        for row in read.rows:
            _take(book, known, waiting, held, taken, sheet, read, row)
    _name_new(book, known, waiting, taken)
    known.names = {own.base.id: own.id for own in known.rows if own.base and own.is_renamed}
    return known


def _element_sheets(book: ReadWorkbook) -> Iterator[tuple[Sheet, ReadSheet]]:
    for sheet in sheets(book.languages):
        if sheet.kind and sheet.id in book.sheets:
            yield sheet, book.sheets[sheet.id]


def _take(
    book: ReadWorkbook,
    known: Known,
    waiting: list[tuple[Sheet, ReadSheet, SheetRow]],
    held: set[Key],
    taken: dict[Key, str],
    sheet: Sheet,
    read: ReadSheet,
    row: SheetRow,
) -> None:
    """Find the element of a row; one without an id waits until all others are known."""
    if not _says_something(sheet, row):
        return
    own_id = text_of(row, sheet.column(Use.ID))
    former = text_of(row, sheet.column(Use.EXPORTED_ID))
    place = read.place(row, _key(sheet, Use.ID))
    is_retired = sheet.kind == RETIRED
    if not own_id:
        if former and Key(former, is_retired) not in held:
            known.faults.append(Remark(place, f"the id is gone; it was `{former}`"))
        else:
            waiting.append((sheet, read, row))
        return
    key = Key(own_id, is_retired)
    if key in taken:
        known.faults.append(Remark(place, f"the id `{own_id}` stands at {taken[key]} as well"))
        return
    taken[key] = place
    base = book.kept.records.by_key.get(key)
    if base is None and former and Key(former, is_retired) not in held and "former_ids" in attribute_keys(sheet.kind):
        base = book.kept.records.by_key.get(Key(former, is_retired))
    known.rows.append(ElementRow(sheet, read, row, own_id, base))


def _name_new(
    book: ReadWorkbook,
    known: Known,
    waiting: list[tuple[Sheet, ReadSheet, SheetRow]],
    taken: Mapping[Key, str],
) -> None:
    """Give ids to rows that have none."""
    ids = {key.id for key in (*taken, *book.kept.records.by_key)}
    ids |= {own for record in book.kept.records.elements for own in record.attributes.get("former_ids", ())}
    below: dict[tuple[str, str], list[str]] = {}
    for own in known.rows:
        below.setdefault((own.sheet.kind, text_of(own.row, own.sheet.column(Use.PARENT))), []).append(own.id)
    for sheet, read, row in waiting:
        parent = text_of(row, sheet.column(Use.PARENT))
        siblings = below.setdefault((sheet.kind, parent), [])
        own_id = new_id(sheet.kind, parent or None, names_of(sheet, row), siblings, ids)
        ids.add(own_id)
        siblings.append(own_id)
        known.rows.append(ElementRow(sheet, read, row, own_id, None))
        place = read.place(row, _key(sheet, Use.ID))
        known.notes.append(Remark(place, f"the new row gets the id `{own_id}`"))


def names_of(sheet: Sheet, row: SheetRow) -> dict[str, str]:
    """The name that a row says, by language."""
    names = (own for own in sheet.values if own.path == ("name",))
    return {own.language: str(row.cells[own.key]).strip() for own in names if own.key in row.cells}


def text_of(row: SheetRow, column: Column | None) -> str:
    """What a cell says as a word; empty for nothing."""
    value = compared(row.cells.get(column.key)) if column else None
    return "" if value is None else str(value)


def _ids_held(book: ReadWorkbook) -> set[Key]:
    """The ids that stand in some row as they did."""
    found = set()
    for sheet, read in _element_sheets(book):
        for row in read.rows:
            if own_id := text_of(row, sheet.column(Use.ID)):
                found.add(Key(own_id, sheet.kind == RETIRED))
    return found


def _says_something(sheet: Sheet, row: SheetRow) -> bool:
    """Whether anything stands in a row but what nobody typed."""
    unsaid = {_key(sheet, use) for use in (Use.EXPORTED_ID, Use.READING, Use.PLACE)}
    return any(key not in unsaid for key in row.cells)


def _key(sheet: Sheet, use: Use) -> str:
    column = sheet.column(use)
    return column.key if column else ""
