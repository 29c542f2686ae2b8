"""Workbooks in tests: exported from a project, edited as people do, and read again."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.reading import ReadBack, read_back
from ltcarch.interchange.excel.workbook.writing import workbook_of
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import Records, records_of
from ltcarch.loading.load import load_files
from ltcarch.model import Architecture
from tests.interchange.memory_files import FilesInMemory

HEAD_ROW, FIRST_ROW = 2, 3


def architecture_of(records: Records) -> Architecture:
    """The architecture of a new project made of records."""
    return load_files(FilesInMemory(project_files(records))).architecture


class Edited:
    """A workbook in the hands of somebody who changes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        """The sheet whose columns belong to a kind, or to a list of parts."""
        return next(own for own in self.book if str(own["A1"].value).startswith(f"{name}:"))

    def column(self, name: str, key: str) -> int:
        """The number of a column."""
        sheet = self.sheet(name)
        return next(cell.column for cell in sheet[1] if cell.value == f"{name}:{key}")

    def row(self, name: str, element: str, number: int = 0) -> int:
        """The number of the row of an element; of parts, that of one of its rows."""
        sheet = self.sheet(name)
        rows = [row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, 1).value == element]
        return rows[number]

    def put(self, name: str, element: str, key: str, value: Any, number: int = 0) -> None:
        """Write into a cell."""
        cell = self.sheet(name).cell(self.row(name, element, number), self.column(name, key))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def add(self, name: str, **values: Any) -> int:
        """A new row at the end; the number of it. `name__en` stands for `name@en`."""
        sheet = self.sheet(name)
        row = sheet.max_row + 1
        for key, value in values.items():
            sheet.cell(row, self.column(name, key.replace("__", "@"))).value = value
        return row

    def remove(self, name: str, element: str, number: int = 0) -> None:
        """Delete a row."""
        self.sheet(name).delete_rows(self.row(name, element, number))

    def saved(self) -> Path:
        """The file, saved."""
        self.book.save(self.path)
        return self.path


def exported(architecture: Architecture, folder: Path, words: str = "en") -> Path:
    """The workbook of an architecture in a folder."""
    path = folder / "workbook.xlsx"
    path.write_bytes(_bytes(architecture, words))
    return path


@lru_cache(maxsize=4)
def _bytes(architecture: Architecture, words: str) -> bytes:
    """The same architecture is exported once."""
    return workbook_of(architecture, words).data


def edited(architecture: Architecture, folder: Path, edit: Callable[[Edited], None], words: str = "en") -> ReadBack:
    """What comes back of a workbook after somebody's edits."""
    book = Edited(exported(architecture, folder, words))
    edit(book)
    return read_back(book.saved())


def came_back(records: Records, folder: Path, words: str = "en") -> ReadBack:
    """What comes back of a workbook that nobody changed."""
    return read_back(exported(architecture_of(records), folder, words))


__all__ = ["Edited", "architecture_of", "came_back", "edited", "exported", "records_of"]
