"""Tables that are made from the elements, to be read and printed: nothing of them is taken in again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.cells import within_limit
from ltcarch.interchange.excel.workbook.element_sheet import set_heights, set_print, text_width
from ltcarch.interchange.excel.workbook.look import Look, plain_colour, tone_of
from ltcarch.layout.theme import LIGHT
from ltcarch.model import Architecture
from ltcarch.views.tables.interfaces import interface_list
from ltcarch.views.tables.raci import elements_with_activities, raci
from ltcarch.views.tables.risk_control import risk_control_matrix
from ltcarch.views.tables.table import Cell, Row, Table, by_mark
from ltcarch.views.words import is_chinese

_READ_ONLY = (
    "Only for reading: made from the other sheets when this was exported. What is changed here is not taken in.",
    "仅供阅读：导出时由其他工作表生成，在这里所做的修改不会读入。",
)
_BANNER_ROW, _HEAD_ROW, _FIRST_ROW = 1, 2, 3
_VALUES_FROM = 3
"""Before the values stand what a row is part of, its number and its name, as far as there are any."""
_PART_OF = ("Part of", "所属流程")
_NUMBER = ("No.", "编号")


class View(NamedTuple):
    """A table under the id of its sheet; several tables with equal columns stand below one another."""

    sheet: str
    tables: tuple[Table, ...]


def views(architecture: Architecture, language: str) -> Iterator[View]:
    """The tables that are not empty."""
    tops = [own for own in elements_with_activities(architecture) if own.parent is None]
    found = (
        View("raci", tuple(by_mark(raci(architecture, language, own)) for own in tops)),
        View("interfaces", (interface_list(architecture, language),)),
        View("risk_control", (risk_control_matrix(architecture, language),)),
    )
    for view in found:
        tables = tuple(own for own in view.tables if not own.is_empty)
        if tables:
            yield View(view.sheet, tables)


def write_view(sheet: Worksheet, look: Look, view: View, language: str) -> None:
    """Write tables as plain rows: each with all that stands above it, so that they can be filtered."""
    at = is_chinese(language)
    tone = tone_of(view.sheet)
    lines = [_heads(view, at), *(row for table in view.tables for row in _plain_rows(table, len(view.tables) > 1))]
    said = [index for index in range(len(lines[0])) if index > 1 or any(line[index] for line in lines[1:])]
    heads, *rows = ([line[index] for index in said] for line in lines)
    names = sum(index < _VALUES_FROM for index in said)
    for index in range(1, len(heads) + 1):
        look.put(sheet.cell(_BANNER_ROW, index), _READ_ONLY[at] if index == 1 else "", "warning", LIGHT.tones[3])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    for index, head in enumerate(heads, start=1):
        look.put(sheet.cell(_HEAD_ROW, index), head, "head", tone)
    for number, row in enumerate(rows, start=_FIRST_ROW):
        for index, text in enumerate(row, start=1):
            style = "row-name" if index <= names else "cell"
            look.put(sheet.cell(number, index), within_limit(text), "quiet" if said[index - 1] == 0 else style, tone)
    _set_widths(sheet, heads, rows)
    _set_sheet(sheet, len(heads), len(rows), names)


def _heads(view: View, at: bool) -> list[str]:
    columns = view.tables[0].columns
    named = ((own.group, own.tip if len(own.name) == 1 and own.tip else own.name) for own in columns)
    return [_PART_OF[at], _NUMBER[at], view.tables[0].corner, *("\n".join(filter(None, own)) for own in named)]


def _plain_rows(table: Table, is_titled: bool) -> Iterator[list[str]]:
    above: list[Row] = []
    reaching: dict[int, tuple[Cell, int]] = {}
    for row in table.rows:
        if row.is_heading:
            above = [*(own for own in above if own.depth < row.depth), row]
            continue
        around = [own for own in above if own.depth < row.depth] if row.depth else above
        titles = [table.title] if is_titled else []
        path = " › ".join([*titles, *(f"{own.code} {own.name}".strip() for own in around)])
        notes = "".join(f"\n{line.text}" for line in row.notes)
        yield [path, row.code, row.name + notes, *(_text(own) for own in _whole(row.cells, reaching))]


def _whole(cells: Sequence[Cell], reaching: dict[int, tuple[Cell, int]]) -> Iterator[Cell]:
    """The cells of a row; one that reaches down to it from above stands in it again."""
    for index, cell in enumerate(cells):
        held, left = reaching.get(index, (cell, 0))
        reaching[index] = (held, left - 1) if left > 0 else (cell, cell.rows - 1)
        yield reaching[index][0]


def _text(cell: Cell) -> str:
    lines = [" ".join(mark.text for mark in cell.marks), *(line.text for line in cell.lines)]
    return "\n".join(line for line in lines if line)


def _set_widths(sheet: Worksheet, heads: list[str], rows: list[list[str]]) -> None:
    for index, head in enumerate(heads):
        lines = [line for row in rows for line in row[index].split("\n")]
        widest = max([*(text_width(own) for own in head.split("\n")), *map(text_width, lines), 4]) + 2
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(widest, 34)


def _set_sheet(sheet: Worksheet, columns: int, rows: int, names: int) -> None:
    set_heights(sheet, _FIRST_ROW)
    sheet.row_dimensions[_BANNER_ROW].height = 22
    sheet.row_dimensions[_HEAD_ROW].height = 32
    sheet.freeze_panes = f"{get_column_letter(names + 1)}{_FIRST_ROW}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(columns)}{max(_HEAD_ROW + rows, _FIRST_ROW)}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.sheet_properties.tabColor = plain_colour(LIGHT.neutral.edge)
    sheet.protection.sheet = True
    sheet.protection.autoFilter = sheet.protection.formatColumns = sheet.protection.formatRows = False
    set_print(sheet, f"{_HEAD_ROW}:{_HEAD_ROW}", f"A:{get_column_letter(names)}")
