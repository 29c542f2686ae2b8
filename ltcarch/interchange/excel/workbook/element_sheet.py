"""One sheet of elements or parts: a hidden row of keys, heads in plain words, and a row each."""

import math
from typing import NamedTuple

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.cells import within_limit
from ltcarch.interchange.excel.workbook.column_notes import note
from ltcarch.interchange.excel.workbook.grids import Grid
from ltcarch.interchange.excel.workbook.look import Look, dress, plain_colour, tone_of
from ltcarch.interchange.excel.workbook.plan import Column, Use
from ltcarch.interchange.excel.workbook.words import column_title
from ltcarch.layout.text import is_wide

KEY_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3
SPARE_ROWS = 300
"""For how many new rows drop-downs are ready."""
_ALWAYS = {
    "name", "parent", "owner", "role", "inputs", "outputs", "description", "systems", "kpis", "type", "unit",
    "roles", "responsibility", "from", "to", "artifacts", "target", "affects", "rating", "activities", "risks",
    "definition", "when", "end", "first", "second", "reason", "text", "goals", "processes", "realised_by", "status",
}  # fmt: skip
"""The attributes whose columns are in sight even where nobody has filled one yet."""
_WIDTHS = {"flag": (9, 12), "integer": (9, 12), "number": (10, 14), "text": (24, 46), "texts": (24, 46)}
_LINE_HEIGHT, _HIGHEST_ROW = 13, 400
_WIDEST_PAGE, _SMALLEST_PRINT = 330, 60
"""How wide columns may be to be printed on one page, and how many percent of their size they have on several."""


class Layout(NamedTuple):
    """The columns of a sheet in the order in which they stand, and how many of them are in sight."""

    columns: tuple[Column, ...]
    shown: int

    def letter(self, column: Column) -> str:
        """The letter of a column."""
        return get_column_letter(self.columns.index(column) + 1)


def layout_of(grid: Grid) -> Layout:
    """What is filled or expected stands first; what nobody has filled stands behind, folded up."""
    filled = {key for row in grid.rows for key in row}
    shown = [own for own in grid.sheet.columns if own.use is not Use.EXPORTED_ID and _is_shown(own, grid, filled)]
    folded = [own for own in grid.sheet.columns if own.use is not Use.EXPORTED_ID and own not in shown]
    last = [own for own in grid.sheet.columns if own.use is Use.EXPORTED_ID]
    return Layout((*shown, *folded, *last), len(shown))


def write_grid(sheet: Worksheet, look: Look, grid: Grid, layout: Layout, words: tuple[str, ...]) -> None:
    """Write rows under heads. The heads are in each language of `words`."""
    tone = tone_of(grid.sheet.id)
    for index, column in enumerate(layout.columns, start=1):
        look.put(sheet.cell(KEY_ROW, index), column.key, "key")
        head = sheet.cell(HEAD_ROW, index)
        title = "\n".join(dict.fromkeys(_title(column, language) for language in words))
        look.put(head, title, "head-quiet" if column.use is Use.READING else "head", tone)
        if column.use is not Use.EXPORTED_ID:
            head.comment = Comment(note(column, words[0]), "ltcarch", width=320, height=150)
        for number, row in enumerate(grid.rows, start=FIRST_ROW):
            if column.key in row:
                look.put(sheet.cell(number, index), within_limit(row[column.key]), style_of(column), tone)
        _set_column(sheet, look, grid, layout, index, title)
    _set_sheet(sheet, grid, layout)


def style_of(column: Column) -> str:
    """The kind of a column's cells."""
    match column.use:
        case Use.ID | Use.ELEMENT:
            return "id"
        case Use.READING:
            return "quiet"
        case Use.PLACE:
            return "place"
        case Use.EXPORTED_ID:
            return "key"
    return {"integer": "number", "number": "number", "flag": "mark"}.get(column.form, "text")


def _title(column: Column, language: str) -> str:
    is_plain = column.form == "scalar" and column.is_first_language
    return column_title(column.sheet, column.path, "" if is_plain else column.language, language)


def _is_shown(column: Column, grid: Grid, filled: set[str]) -> bool:
    is_expected = column.use is not Use.VALUE or column.path[0] in _ALWAYS
    return (
        is_expected or bool(grid.sheet.path) or column.key in filled or _says_its_other_language(column, grid, filled)
    )


def _says_its_other_language(column: Column, grid: Grid, filled: set[str]) -> bool:
    """Text that is filled in one language has its other languages beside it."""
    return any(own.path == column.path and own.key in filled for own in grid.sheet.values)


def _set_column(sheet: Worksheet, look: Look, grid: Grid, layout: Layout, index: int, title: str) -> None:
    column = layout.columns[index - 1]
    dimension = sheet.column_dimensions[get_column_letter(index)]
    dress(dimension, look.style(style_of(column) if column.use is not Use.ID else "text", False, None))
    least, most = _WIDTHS.get(column.form, (12, 30))
    if column.use is Use.READING:
        least, most = 18, 30
    if column.use is Use.PLACE:
        least, most = 8, 8
    values = [str(row[column.key]) for row in grid.rows if column.key in row]
    lines = [*title.split("\n"), *(line for value in values for line in value.split("\n"))]
    dimension.width = min(max([least, *(text_width(line) + 2 for line in lines)]), most)
    if column.use is Use.EXPORTED_ID:
        dimension.hidden = True
    elif index > layout.shown:
        dimension.outlineLevel, dimension.hidden = 1, True


def text_width(line: str) -> float:
    """About how many digits wide a line is."""
    return sum(2.1 if is_wide(sign) else 1 for sign in line)


def set_heights(sheet: Worksheet, first_row: int) -> None:
    """Make rows as high as their text; spreadsheet programs do so by themselves only once a row is edited."""
    widths = {letter: own.width for letter, own in sheet.column_dimensions.items()}
    for number, row in enumerate(sheet.iter_rows(min_row=first_row), start=first_row):
        lines = [_line_count(str(cell.value), widths.get(cell.column_letter, 12)) for cell in row if cell.value]
        sheet.row_dimensions[number].height = min(max([1, *lines]) * _LINE_HEIGHT + 3, _HIGHEST_ROW)


def _line_count(text: str, width: float) -> int:
    return sum(max(1, math.ceil(text_width(line) / (width - 1))) for line in text.split("\n"))


def _set_sheet(sheet: Worksheet, grid: Grid, layout: Layout) -> None:
    last = get_column_letter(len(layout.columns))
    set_heights(sheet, FIRST_ROW)
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.row_dimensions[HEAD_ROW].height = 32
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{max(HEAD_ROW + len(grid.rows), FIRST_ROW)}"
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.sheet_properties.tabColor = plain_colour(tone_of(grid.sheet.id).edge)
    if (outline := sheet.sheet_properties.outlinePr) is not None:
        outline.summaryRight = False
    set_print(sheet, f"{HEAD_ROW}:{HEAD_ROW}", "A:B")


def set_print(sheet: Worksheet, head_rows: str | None, columns: str = "") -> None:
    """Print across, with heads on every page: as wide as the paper, or where that is too small, on several pages."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    shown = sum(own.width for own in sheet.column_dimensions.values() if not own.hidden)
    pages = sheet.sheet_properties.pageSetUpPr
    if shown <= _WIDEST_PAGE and pages is not None:
        sheet.page_setup.fitToHeight = 0
        pages.fitToPage = True
    else:
        sheet.page_setup.scale = _SMALLEST_PRINT
        sheet.page_setup.pageOrder = "overThenDown"
        sheet.print_title_cols = columns or None
    if head_rows:
        sheet.print_title_rows = head_rows
    if (foot := sheet.oddFooter) is not None and foot.center is not None:
        foot.center.text = "&A   &P / &N"
