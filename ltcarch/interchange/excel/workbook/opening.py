"""The workbook as it came back: the rows of its sheets by the keys of their columns, wherever they stand now."""

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ltcarch.interchange.excel.package import NotAWorkbook, check_workbook_file
from ltcarch.interchange.excel.workbook.cells import CellValue, from_excel
from ltcarch.interchange.excel.workbook.kept_export import SHEET as KEPT
from ltcarch.interchange.excel.workbook.kept_export import KeptExport, NotKept, export_from
from ltcarch.interchange.excel.workbook.plan import SETTINGS, Sheet, languages_of, sheets
from ltcarch.interchange.excel.workbook.settings_sheet import setting_columns
from ltcarch.interchange.excel.workbook.words import SHEETS

_HIDDEN = ("ltcarch-lists", KEPT)
_TRUTH = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice writes yes and no."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z0-9:]{1,40})"')


class Remark(NamedTuple):
    """Something to be told of a cell, a column or a sheet: where, and a plain sentence."""

    place: str
    sentence: str


class SheetRow(NamedTuple):
    """One row: its number, and its cells by the key of their column; empty cells are left out."""

    number: int
    cells: Mapping[str, CellValue]


class ReadSheet(NamedTuple):
    """One sheet as it came back. `letters` are those of the columns that it still has."""

    title: str
    letters: Mapping[str, str]
    rows: tuple[SheetRow, ...]

    def place(self, row: SheetRow, key: str) -> str:
        """The name of a cell, as Excel says it."""
        return f"{self.title}!{self.letters.get(key, 'A')}{row.number}"


class ReadWorkbook(NamedTuple):
    """What came back: what had been exported, the sheets by id, what could not be read, and what was passed over."""

    kept: KeptExport
    languages: tuple[str, ...]
    sheets: Mapping[str, ReadSheet]
    faults: tuple[Remark, ...]
    notes: tuple[Remark, ...]


def opened(path: Path) -> ReadWorkbook:
    """Read a workbook. Raises NotAWorkbook where it is none of ours, or none that can be read."""
    check_workbook_file(path)
    try:
        book = load_workbook(path, read_only=True, keep_links=False)
        return _Opening(book, export_from(_kept_cells(book))).read()
    except NotKept as fault:
        raise NotAWorkbook(
            f"{path}: {fault}", "export the project again and copy your changes, or import the list into a new project"
        ) from fault
    except Exception as fault:  # openpyxl raises whatever a damaged part brings about
        raise NotAWorkbook(f"{path} is damaged", "open it in Excel, let it be repaired, and save it") from fault


def _kept_cells(book: Any) -> Iterator[object]:
    if KEPT in book.sheetnames:
        for (value,) in book[KEPT].iter_rows(max_col=1, values_only=True):
            yield value


class _Opening:
    """Reads every sheet once."""

    def __init__(self, book: Any, kept: KeptExport) -> None:
        self.book, self.kept = book, kept
        self.languages = languages_of(kept.records)
        self.faults: list[Remark] = []
        self.notes: list[Remark] = []

    def read(self) -> ReadWorkbook:
        keys: dict[str, set[str]] = {SETTINGS: {own.key for own in setting_columns(self.languages)}}
        keys |= {own.id: {column.key for column in own.columns} for own in sheets(self.languages)}
        known = {key: sheet for sheet, columns in keys.items() for key in columns}
        found: dict[str, ReadSheet] = {}
        for worksheet in self.book.worksheets:
            if worksheet.title not in _HIDDEN:
                self._sheet(worksheet, known, found)
        self._note_missing(found)
        return ReadWorkbook(self.kept, self.languages, found, tuple(self.faults), tuple(self.notes))

    def _sheet(self, worksheet: Any, known: Mapping[str, str], found: dict[str, ReadSheet]) -> None:
        columns = self._columns(worksheet, known)
        names = {known[key] for key in columns}
        if not names:
            if not self._is_for_reading(worksheet.title):
                self.notes.append(Remark(worksheet.title, "this sheet is not from the export; it is not taken in"))
            return
        name = min(names)
        if len(names) > 1:
            self.faults.append(Remark(worksheet.title, "columns of several sheets stand here"))
        elif name in found:
            self.faults.append(Remark(worksheet.title, f"the sheet `{found[name].title}` stands here once more"))
        else:
            self._note_foreign(worksheet, columns)
            letters = {key: get_column_letter(index) for key, index in columns.items()}
            found[name] = ReadSheet(worksheet.title, letters, tuple(self._rows(worksheet, columns)))

    def _columns(self, worksheet: Any, known: Mapping[str, str]) -> dict[str, int]:
        """The number of each known column by its key."""
        columns: dict[str, int] = {}
        for row in worksheet.iter_rows(max_row=1):
            for cell in row:
                key = str(cell.value).strip() if cell.value is not None else ""
                if key in columns:
                    self.faults.append(
                        Remark(f"{worksheet.title}!{cell.column_letter}", "this column stands here twice")
                    )
                elif key in known:
                    columns[key] = cell.column
        return columns

    def _rows(self, worksheet: Any, columns: Mapping[str, int]) -> Iterator[SheetRow]:
        self._refuse_merged(worksheet)
        keys = {index: key for key, index in columns.items()}
        for row in worksheet.iter_rows(min_row=3):
            filled = [cell for cell in row if cell.value is not None and cell.column in keys]
            cells = {keys[cell.column]: value for cell in filled for value in self._value(worksheet.title, cell)}
            if cells:
                yield SheetRow(filled[0].row, cells)

    def _value(self, title: str, cell: Any) -> Iterator[CellValue]:
        """The value of a cell, if it has one."""
        value = cell.value
        place = f"{title}!{cell.coordinate}"
        truth = _TRUTH.get(str(value).upper()) if cell.data_type == "f" else None
        if truth is not None:
            yield truth
        elif cell.data_type == "f":
            self.faults.append(Remark(place, "a formula stands here; copy the cell and paste only its value"))
        elif cell.data_type == "e":
            self.faults.append(Remark(place, f"the cell holds the error {value}"))
        elif isinstance(value, (bool, int, float)):
            yield value
        elif value is not None:
            text = from_excel(_as_text(value))
            if text.strip():
                yield text

    def _refuse_merged(self, worksheet: Any) -> None:
        """Only the first of merged cells can be read, so that the others would be lost."""
        for reference in merged_cells(worksheet):
            if not re.fullmatch("[A-Z]+[12](:[A-Z]+[12])?", reference):
                self.faults.append(Remark(f"{worksheet.title}!{reference}", "cells are merged here; part them again"))

    def _note_foreign(self, worksheet: Any, columns: Mapping[str, int]) -> None:
        known = set(columns.values())
        for row in worksheet.iter_rows(min_row=2, max_row=2):
            for cell in row:
                if cell.value is not None and cell.column not in known:
                    said = f"the column `{cell.value}` is not from the export; it is not taken in"
                    self.notes.append(Remark(f"{worksheet.title}!{get_column_letter(cell.column)}", said))

    def _note_missing(self, found: Mapping[str, ReadSheet]) -> None:
        for own in (*sheets(self.languages), Sheet(SETTINGS, setting_columns(self.languages))):
            if own.id not in found:
                title = SHEETS[own.id][0]
                self.notes.append(Remark(title, "this sheet is missing; what stood there stays as it was"))
                continue
            missing = [column for column in own.columns if column.key not in found[own.id].letters]
            for column in missing:
                said = f"the column `{column.key}` is missing; what stood there stays as it was"
                self.notes.append(Remark(found[own.id].title, said))

    def _is_for_reading(self, title: str) -> bool:
        return any(title in SHEETS[name] for name in ("guide", "raci", "interfaces", "risk_control"))


def merged_cells(worksheet: Any) -> list[str]:
    """The ranges of merged cells, which openpyxl does not tell of a sheet that it reads row by row."""
    with worksheet._get_source() as source:
        return [found.decode() for found in _MERGED.findall(source.read())]


def _as_text(value: Any) -> str:
    """Dates and times as the format writes them."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
