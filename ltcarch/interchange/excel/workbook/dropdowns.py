"""Lists to choose from: the values that the format knows, and the ids that fit, taken from the sheets themselves.

Where elements of several kinds fit, their ids stand on a sheet that nobody sees. A cell for several ids has no list,
since choosing would replace what stands in it.
"""

from collections.abc import Mapping
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.element_sheet import FIRST_ROW, SPARE_ROWS, Layout
from ltcarch.interchange.excel.workbook.plan import Column, Use
from ltcarch.interchange.excel.workbook.words import NO, YES
from ltcarch.interchange.records import Records
from ltcarch.views.words import is_chinese

SHEET = "ltcarch-lists"
_MOST_INLINE = 250
_TELLING = {
    "enum": ("Choose one of the list.", "请从列表中选择。"),
    "id": (
        "No such id is known. Keep it if it stands in a row that is new.",
        "没有这个标识。如果它属于新增的行，可以保留。",
    ),
}


class Lists:
    """What can be chosen, and where it stands."""

    def __init__(self, hidden: Worksheet, records: Records, words: str) -> None:
        self._hidden = hidden
        self._records = records
        self._words = words
        self._ranges: dict[tuple[str, ...], str] = {}
        self._own_sheets: dict[str, str] = {}

    def add_sheet(self, kind: str, title: str, rows: int) -> None:
        """Take the ids of a kind from its own sheet, new rows included."""
        last = FIRST_ROW + rows + SPARE_ROWS
        self._own_sheets[kind] = f"{quote_sheetname(title)}!$A${FIRST_ROW}:$A${last}"

    def put(self, sheet: Worksheet, layout: Layout, rows: int) -> None:
        """Give every column of a sheet its list, for its rows and some new ones."""
        last = FIRST_ROW + rows + SPARE_ROWS
        for column in layout.columns:
            validation = self._validation(column)
            if validation is not None:
                letter = layout.letter(column)
                validation.add(f"{letter}{FIRST_ROW}:{letter}{last}")
                sheet.add_data_validation(validation)

    def _validation(self, column: Column) -> DataValidation | None:
        at = is_chinese(self._words)
        if column.use is Use.VALUE and "enum" in column.shape and column.form != "strings":
            return _listed(self._values(tuple(map(str, column.shape["enum"]))), "stop", _TELLING["enum"][at])
        if column.form == "flag":
            said = NO if column.declared and column.declared.default else YES
            return _listed(self._values((said[at],)), None, "")
        if column.use in (Use.PARENT, Use.ELEMENT) or column.form == "reference" or self._is_single(column):
            kinds = column.declared.kinds if column.declared else ()
            return _listed(self._ids(kinds), "warning", _TELLING["id"][at])
        return None

    def _is_single(self, column: Column) -> bool:
        """Whether there may be several ids, but there should be one."""
        return column.path in (("owner",), ("role",))

    def _values(self, values: tuple[str, ...]) -> str:
        inline = f'"{",".join(values)}"'
        if len(inline) <= _MOST_INLINE and not any("," in own or '"' in own for own in values):
            return inline
        return self._column(values)

    def _ids(self, kinds: tuple[str, ...]) -> str:
        if len(kinds) == 1 and kinds[0] in self._own_sheets:
            return self._own_sheets[kinds[0]]
        company = [self._records.settings.get("company", {}).get("id", "company")] if "company" in kinds else []
        fitting = [own.id for own in self._records.elements if own.kind in kinds or "any" in kinds]
        return self._column((*company, *fitting), kinds)

    def _column(self, values: tuple[str, ...], name: tuple[str, ...] = ()) -> str:
        key = name or values
        if key not in self._ranges:
            index = len(self._ranges) + 1
            for row, value in enumerate(values or ("",), start=1):
                cell = self._hidden.cell(row, index, value)
                cell.data_type = "s"
            letter = get_column_letter(index)
            self._ranges[key] = f"{quote_sheetname(SHEET)}!${letter}$1:${letter}${max(len(values), 1)}"
        return self._ranges[key]


def _listed(formula: str, fault: str | None, telling: str) -> DataValidation:
    told: Mapping[str, Any] = {"errorStyle": fault, "error": telling, "showErrorMessage": True} if fault else {}
    return DataValidation(type="list", formula1=formula, allow_blank=True, showDropDown=False, **told)
