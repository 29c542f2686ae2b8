"""The sheet of the project file: what is set, and to what."""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.cells import within_limit
from ltcarch.interchange.excel.workbook.element_sheet import FIRST_ROW, HEAD_ROW, KEY_ROW, set_heights, set_print
from ltcarch.interchange.excel.workbook.look import Look, plain_colour, tone_of
from ltcarch.interchange.excel.workbook.plan import SETTINGS, Column, Use
from ltcarch.interchange.excel.workbook.settings_rows import VALUE, setting_rows
from ltcarch.interchange.excel.workbook.words import column_title
from ltcarch.views.words import is_chinese

_NOTE = (
    "Where it stands in ltcarch.yaml: `levels.task.used` is the entry `used` below `task` below `levels`; "
    "`checks[2].name` belongs to the second of the checks.",
    "在ltcarch.yaml中的位置：“levels.task.used”即levels下task下的used；“checks[2].name”属于第2项checks。",
)


def setting_columns(languages: Sequence[str]) -> tuple[Column, ...]:
    """The columns: the path, a value, and texts by language."""
    texts = (Column(SETTINGS, ("setting text",), language=own) for own in languages)
    return (Column(SETTINGS, ("setting",), Use.ID), Column(SETTINGS, ("setting value",)), *texts)


def write_settings(
    sheet: Worksheet, look: Look, settings: Mapping[str, Any], languages: tuple[str, ...], words: tuple[str, ...]
) -> int:
    """Write the project file; how many rows it has."""
    columns = setting_columns(languages)
    rows = list(setting_rows(settings, languages))
    for index, column in enumerate(columns, start=1):
        look.put(sheet.cell(KEY_ROW, index), column.key, "key")
        titles = (column_title(SETTINGS, column.path, column.language, own) for own in words)
        look.put(sheet.cell(HEAD_ROW, index), "\n".join(dict.fromkeys(titles)), "head")
        sheet.column_dimensions[get_column_letter(index)].width = (44, 32)[index > 1] if index < 3 else 50
    sheet.cell(HEAD_ROW, 1).comment = Comment(_NOTE[is_chinese(words[0])], "ltcarch", width=320, height=120)
    for number, row in enumerate(rows, start=FIRST_ROW):
        look.put(sheet.cell(number, 1), row.path, "id", tone_of(SETTINGS))
        for index, column in enumerate(columns[1:], start=2):
            value = row.cells.get(column.language or VALUE)
            if value is not None:
                look.put(sheet.cell(number, index), within_limit(value), "text" if column.language else "any")
    set_heights(sheet, FIRST_ROW)
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.row_dimensions[HEAD_ROW].height = 32
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = plain_colour(tone_of(SETTINGS).edge)
    set_print(sheet, f"{HEAD_ROW}:{HEAD_ROW}")
    return len(rows)
