"""What came back, as records: every row with what it says now, and what no sheet holds as it was."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ltcarch.interchange.excel.workbook.cells import CellValue, compared, said_the_same, within_limit
from ltcarch.interchange.excel.workbook.checking import schema_faults
from ltcarch.interchange.excel.workbook.grids import Cells, at_path, part_rows, value_cells
from ltcarch.interchange.excel.workbook.meaning import Meaning
from ltcarch.interchange.excel.workbook.opening import ReadSheet, ReadWorkbook, Remark, SheetRow, opened
from ltcarch.interchange.excel.workbook.plan import Column, Sheet, Use, part_class, sheets, stands_in_cell
from ltcarch.interchange.excel.workbook.rows_back import ElementRow, Known, known_rows, text_of
from ltcarch.interchange.excel.workbook.settings_back import settings_back
from ltcarch.interchange.excel.workbook.values_back import Misread, value_from
from ltcarch.interchange.plain import attribute_keys
from ltcarch.interchange.records import ElementRecord, Records
from ltcarch.model.fields import Declaration
from ltcarch.model.kinds import CLASSES
from ltcarch.model.record import declarations

_CLASS_OF_KIND = {of.KIND: of for of in CLASSES.values()}
_LAST = float("inf")


class ReadBack(NamedTuple):
    """What was exported and what came back, each as records; what could not be understood, and what else to tell."""

    exported: Records
    records: Records
    faults: tuple[Remark, ...]
    notes: tuple[Remark, ...]


class PartRow(NamedTuple):
    """A row of a sheet of parts."""

    sheet: Sheet
    read: ReadSheet
    row: SheetRow


def read_back(path: Path) -> ReadBack:
    """Read a workbook that was exported. Raises NotAWorkbook."""
    return _Reading(opened(path)).run()


class _Reading:
    """Reads elements one after the other, and collects what comes up."""

    def __init__(self, book: ReadWorkbook) -> None:
        self.book, self.base, self.words = book, book.kept.records, book.kept.words
        self.known: Known = known_rows(book)
        self.faults = [*book.faults, *self.known.faults]
        self.notes = [*book.notes, *self.known.notes]
        self.meaning = Meaning(self.base, self.known)
        self.part_sheets = {own.path: own for own in sheets(book.languages) if own.path}
        self.parts = self._parts_by_element()
        self.places: dict[tuple[str, tuple[str, ...]], list[str]] = {}

    def run(self) -> ReadBack:
        settings = settings_back(self.book, self.faults)
        found = [(row, self._element(row)) for row in self.known.rows]
        records = Records.of(settings, [*self._in_order(found), *self._untouched()])
        self._refuse_strays()
        self.faults += schema_faults(self.base, found, self._place_of)
        self.notes += self.meaning.notes
        return ReadBack(self.base, records, tuple(self.faults), tuple(dict.fromkeys(self.notes)))

    def _untouched(self) -> Iterator[ElementRecord]:
        """The elements whose sheet is missing, as they were."""
        present = {own for own in self.book.sheets if own in _CLASS_OF_KIND}
        ids = {own.id for own in self.known.rows}
        for own in self.base.elements:
            if own.kind not in present and own.id not in ids:
                yield own

    def _element(self, own: ElementRow) -> ElementRecord:
        kind = own.sheet.kind
        base = own.base.attributes if own.base else {}
        before = _cut(value_cells(own.sheet.values, base, 0, self.words))
        read = _with_missing(own.row.cells, before, own.read)
        known = declarations(_CLASS_OF_KIND[kind])
        attributes = {}
        for key in attribute_keys(kind):
            value = self._value(own, (key,), known[key][1], base.get(key), read, before)
            if value is not None:
                attributes[key] = value
        if own.is_renamed and own.base and own.base.id not in attributes.get("former_ids", ()):
            attributes["former_ids"] = [*attributes.get("former_ids", ()), own.base.id]
        return ElementRecord(kind, own.id, self._parent(own), attributes)

    def _parent(self, own: ElementRow) -> str | None:
        column = own.sheet.column(Use.PARENT)
        if column is None or column.key not in own.read.letters:
            return own.base.parent if own.base else None
        text = text_of(own.row, column)
        if own.base and text == (own.base.parent or ""):
            return own.base.parent
        return self.meaning.id_of(column, text, own.place(column)) if text else None

    def _value(
        self, own: ElementRow, path: tuple[str, ...], declared: Declaration, base: Any, read: Cells, before: Cells
    ) -> Any:
        """The value of an attribute or of one of its parts."""
        if declared.form == "part":
            inner = declarations(declared.part or object)
            found = {
                key: value
                for key, (_, of) in inner.items()
                if (value := self._value(own, (*path, key), of, at_path(base, (key,)), read, before)) is not None
            }
            return found or ({} if base == {} else None)
        if declared.form == "parts" and not stands_in_cell(declared):
            return self._parts(own, path, base)
        columns = [column for column in own.sheet.values if column.path == path]
        return self._leaf(columns, read, before, base, own.read, own.row) if columns else base

    def _leaf(
        self, columns: Sequence[Column], read: Cells, before: Cells, base: Any, sheet: ReadSheet, row: SheetRow
    ) -> Any:
        try:
            return value_from(
                columns,
                read,
                before,
                base,
                lambda column, text: self.meaning.id_of(column, text, sheet.place(row, column.key)),
            )
        except Misread as fault:
            self.faults.append(Remark(sheet.place(row, fault.column.key), str(fault)))
            return base

    def _parts(self, own: ElementRow, path: tuple[str, ...], base: Any) -> Any:
        """A list of parts from the rows of its sheet."""
        sheet = self.part_sheets.get(path)
        if sheet is None or sheet.id not in self.book.sheets:
            return base
        rows = self.parts.pop((own.id, path), [])
        was = part_rows(sheet, own.base, self.words) if own.base and own.base.kind in sheet.kinds else []
        was = [_cut(cells) for cells in was]
        self.places[own.id, path] = [part.read.place(part.row, part.sheet.columns[0].key) for part in rows]
        found = [self._part(own, part, was, list(base or ())) for part in rows]
        return [item for item in found if item is not None] or None

    def _part(self, own: ElementRow, part: PartRow, was: list[Cells], base: list[Any]) -> Any:
        """One part: as it was anywhere in the list, or as its row says."""
        for cells, item in zip(was, base, strict=True):
            read = _with_missing(part.row.cells, cells, part.read)
            if all(said_the_same(read.get(column.key), cells.get(column.key)) for column in part.sheet.values):
                return item
        stated = _place(part.row, part.sheet)
        index = int(stated) - 1 if stated is not None and stated in range(1, len(base) + 1) else None
        former = base[index] if index is not None else {}
        before = was[index] if index is not None and former else {}
        known = declarations(part_class(own.sheet.kind, part.sheet.path) or object)
        read = _with_missing(part.row.cells, before, part.read)
        found = {}
        for column in part.sheet.values:
            if column.path[0] not in known and column.key in part.row.cells:
                said = f"{own.sheet.kind} `{own.id}` cannot say this"
                self.faults.append(Remark(part.read.place(part.row, column.key), said))
        for key, (_, declared) in known.items():
            columns = [column for column in part.sheet.values if column.path == (key,)]
            value = self._leaf(columns, read, before, former.get(key), part.read, part.row) if columns else None
            if value is not None and not (declared.form == "flag" and value == declared.default):
                found[key] = value
        if not found:
            place = part.read.place(part.row, part.sheet.columns[0].key)
            self.notes.append(Remark(place, "the row says nothing and is passed over"))
        return found or None

    def _parts_by_element(self) -> dict[tuple[str, tuple[str, ...]], list[PartRow]]:
        """The rows of parts in their order, by element and path."""
        found: dict[tuple[str, tuple[str, ...]], list[tuple[tuple[float, int, int], PartRow]]] = {}
        for sheet in self.part_sheets.values():
            read = self.book.sheets.get(sheet.id)
            last: dict[str, tuple[float, int, int]] = {}
            for row in read.rows if read else ():
                element = self._element_of(sheet, read, row)  # type: ignore[arg-type]
                if element:
                    last[element] = _order(_place(row, sheet), last.get(element), row.number)
                    found.setdefault((element, sheet.path), []).append(
                        (last[element], PartRow(sheet, read, row))  # type: ignore[arg-type]
                    )
        return {key: [part for _, part in sorted(rows, key=lambda own: own[0])] for key, rows in found.items()}

    def _element_of(self, sheet: Sheet, read: ReadSheet, row: SheetRow) -> str:
        """The element that a row of parts belongs to; empty for a row that says nothing."""
        column = sheet.columns[0]
        text = text_of(row, column)
        if not text and any(own.key in row.cells for own in sheet.values):
            if column.key in read.letters:
                self.faults.append(Remark(read.place(row, column.key), "the row does not say whose it is"))
            else:
                self.faults.append(Remark(read.title, "the column of elements is missing"))
        return self.meaning.element(column, text) if text else ""

    def _refuse_strays(self) -> None:
        """Rows of elements that are gone go with them; rows of elements that never were are faults."""
        kinds = {own.id: own.sheet.kind for own in self.known.rows}
        for (element, path), rows in self.parts.items():
            was = self.base.get(element)
            part = rows[0]
            place = part.read.place(part.row, part.sheet.columns[0].key)
            if element in kinds:
                self.faults.append(Remark(place, f"{kinds[element]} `{element}` has no such list"))
            elif was is None or len(rows) > len(at_path(was.attributes, path) or ()):
                self.faults.append(Remark(place, f"there is no element `{element}`"))

    def _in_order(self, found: Sequence[tuple[ElementRow, ElementRecord]]) -> list[ElementRecord]:
        """The elements by their place; a new row without one stands behind the row above."""
        last: dict[tuple[str, str | None], tuple[float, int, int]] = {}
        ranked = []
        for index, (row, own) in enumerate(sorted(found, key=lambda pair: pair[0].row.number)):
            group = (own.kind, own.parent)
            last[group] = _order(_place(row.row, row.sheet), last.get(group), index)
            ranked.append((last[group], index, own))
        return [own for _, _, own in sorted(ranked, key=lambda each: each[:2])]

    def _place_of(self, own: ElementRow, path: tuple[Any, ...]) -> str:
        """The cell in which a value stands, or the nearest one."""
        keys = tuple(step for step in path if isinstance(step, str))
        for depth in range(len(keys), 0, -1):
            places = self.places.get((own.id, keys[:depth]), [])
            index = next((step for step in path if isinstance(step, int)), 0)
            if places:
                return places[min(index, len(places) - 1)]
            for column in own.sheet.values:
                if column.path[:depth] == keys[:depth]:
                    return own.place(column)
        return own.place(own.sheet.column(Use.ID))


def _order(place: CellValue, above: tuple[float, int, int] | None, number: int) -> tuple[float, int, int]:
    if isinstance(place, (int, float)):
        return float(place), 0, number
    return (above[0] if above else _LAST), 1, number


def _place(row: SheetRow, sheet: Sheet) -> float | None:
    column = sheet.column(Use.PLACE)
    value = compared(row.cells.get(column.key)) if column else None
    try:
        return float(str(value)) if value is not None else None
    except ValueError:
        return None


def _cut(cells: Cells) -> Cells:
    return {key: within_limit(value) for key, value in cells.items()}


def _with_missing(cells: Mapping[str, CellValue], before: Mapping[str, CellValue], read: ReadSheet) -> Cells:
    """The cells of a row; where the column is gone, what was written there."""
    return {**{key: value for key, value in before.items() if key not in read.letters}, **cells}
