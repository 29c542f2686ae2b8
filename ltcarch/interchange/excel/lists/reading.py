"""A list in any of its files."""

from pathlib import Path
from typing import NamedTuple

from ltcarch.interchange.excel.lists.csv_reader import read_csv
from ltcarch.interchange.excel.lists.not_readable import NotReadable
from ltcarch.interchange.excel.lists.sheets import Sheet

WORKBOOKS = (".xlsx", ".xltx")
TEXTS = (".csv", ".tsv", ".txt")
_MARK_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", "，": "wide commas"}
_OTHERS = {
    ".xls": "in Excel, save it as an Excel workbook (.xlsx)",
    ".xlsb": "in Excel, save it as an Excel workbook (.xlsx)",
    ".xlsm": "in Excel, save it as an Excel workbook (.xlsx), without macros",
    ".ods": "save it as an Excel workbook (.xlsx)",
    ".et": "in WPS, save it as an Excel workbook (.xlsx)",
}


class ListFile(NamedTuple):
    """The sheets of a file, and a word on how it was read."""

    sheets: tuple[Sheet, ...]
    how: str


def read_list(path: Path, encoding: str | None = None) -> ListFile:
    """The sheets of a workbook or of a file of values. Raises NotReadable."""
    if not path.exists():
        raise NotReadable(f"{path} does not exist", "name a workbook (.xlsx) or a file of values (.csv)")
    if path.is_dir():
        raise NotReadable(f"{path} is a folder", "name a workbook (.xlsx) or a file of values (.csv)")
    ending = path.suffix.lower()
    if ending in WORKBOOKS:
        from ltcarch.interchange.excel.lists.workbook_reader import read_workbook

        found = ListFile(read_workbook(path), "")
    elif ending in TEXTS:
        read = read_csv(path, encoding)
        between = _MARK_NAMES.get(read.between, read.between)
        found = ListFile((read.sheet,), f"read as {read.encoding}, with {between} between the values")
    else:
        raise NotReadable(
            f"{path} is neither a workbook (.xlsx) nor a file of values (.csv)",
            _OTHERS.get(ending, "save the list in one of these forms"),
        )
    if not any(sheet.cells for sheet in found.sheets):
        raise NotReadable(f"{path} is empty", "name a file with a list of processes")
    return found
