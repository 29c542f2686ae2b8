"""The sheets of an Excel workbook.

openpyxl's reader of single cells is used beneath its worksheets: those forget what stands under merged cells, and
would fill a stretch of a million merged cells one by one.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from ltcarch.interchange.excel.lists.not_readable import (
    MOST_CELLS,
    MOST_CHARACTERS,
    NotReadable,
    too_many_cells,
    too_much_text,
)
from ltcarch.interchange.excel.lists.sheets import Cell, Merged, Sheet, Stored, cell_of, unescaped
from ltcarch.interchange.excel.package import NotAWorkbook, check_workbook_file

_FIXED = re.compile(r"0+(?:\.(0+))?")
_MOST_DIGITS = 15


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Every sheet with cells. Raises NotReadable."""
    try:
        check_workbook_file(path)
    except NotAWorkbook as fault:
        raise NotReadable(str(fault), fault.help) from fault
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tuple(_sheets(path))
    except NotReadable:
        raise
    except Exception as fault:  # a damaged file fails anywhere in the library, and in any way
        raise NotReadable(f"{path} is damaged", "open it in Excel, and save it as an Excel workbook (.xlsx)") from fault


def _sheets(path: Path) -> Iterator[Sheet]:
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        worksheets = [own for own in book.worksheets if isinstance(own, ReadOnlyWorksheet)]
        if not worksheets:
            raise NotReadable(
                f"{path} has no sheet that can be read", "in Excel, save it as an Excel workbook (.xlsx), not as strict"
            )
        held = [0, 0]
        for worksheet in worksheets:
            yield _sheet(path, worksheet, held)
    finally:
        book.close()


def _sheet(path: Path, worksheet: Any, held: list[int]) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    with worksheet._get_source() as source:
        parser = _CellReader(
            source,
            worksheet._shared_strings,
            data_only=True,
            epoch=worksheet.parent.epoch,
            date_formats=worksheet.parent._date_formats,
            timedelta_formats=worksheet.parent._timedelta_formats,
        )
        for row, found in parser.parse():
            for own in found:
                cell = _cell(worksheet, row, own)
                if cell is not None:
                    held[0] += 1
                    held[1] += len(cell.text)
                    if held[0] > MOST_CELLS:
                        raise too_many_cells(path)
                    if held[1] > MOST_CHARACTERS:
                        raise too_much_text(path)
                    cells[cell.row, cell.column] = cell
    merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
    ranges = tuple(Merged(own.min_row, own.min_col, own.max_row, own.max_col) for own in merged)
    return Sheet(worksheet.title, cells, ranges)


class _CellReader(WorkSheetParser):
    """Reads cells one by one, with the results of formulas and a word where there is none."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        found = super().parse_cell(element)
        formula = element.find(FORMULA_TAG)
        if formula is not None and found["value"] is None:
            found.update(value=f"={formula.text or ''}", data_type="formula")
        return found


def _cell(worksheet: Any, row: int, found: dict[str, Any]) -> Cell | None:
    value, data_type = found["value"], found["data_type"]
    if found["row"] < 1:
        raise ValueError(f"a cell stands in row {found['row']}")  # the format counts from 1, and so do mappings
    if value is None:
        return None
    styled = ReadOnlyCell(worksheet, row, found["column"], value, data_type, found["style_id"])
    text, stored = _shown(value, data_type, styled.number_format)
    indent = int(styled.alignment.indent or 0) * 4 if found["style_id"] else 0
    return cell_of(worksheet.title, found["row"], found["column"], text, stored, indent)


def _shown(value: Any, data_type: str, number_format: str) -> tuple[str, Stored]:
    if data_type == "formula":
        return value, Stored.FORMULA
    if data_type == "e":
        return str(value), Stored.ERROR
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), Stored.TEXT
    if isinstance(value, (date, datetime)):
        if isinstance(value, datetime) and (value.hour or value.minute or value.second):
            return value.isoformat(" "), Stored.DATE
        return value.strftime("%Y-%m-%d"), Stored.DATE
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return unescaped(str(value)), Stored.TEXT


def _number(value: float, number_format: str) -> tuple[str, Stored]:
    fixed = _FIXED.fullmatch(number_format)
    if fixed and (fixed[1] or len(number_format) > 1) and value >= 0:
        digits = len(fixed[1] or "")
        whole = number_format.partition(".")[0]
        return f"{value:0{len(whole) + (digits + 1 if digits else 0)}.{digits}f}", Stored.FIXED
    plain = f"{value:.{_MOST_DIGITS}g}"
    return (str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else plain), Stored.NUMBER
