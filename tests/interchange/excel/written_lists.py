"""Lists as process offices have them, written by code, and what an import makes of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from ltcarch.interchange.excel.lists.building import Imported, imported
from ltcarch.interchange.excel.lists.guessing import guessed
from ltcarch.interchange.excel.lists.reading import read_list

Rows = Sequence[Sequence[Any]]


def write_workbook(
    path: Path, rows: Rows, *, merged: Sequence[str] = (), formats: dict[str, str] | None = None
) -> Path:
    """A workbook with one sheet of rows."""
    return write_sheets(path, {"Processes": rows}, merged=merged, formats=formats)


def write_sheets(
    path: Path, sheets: dict[str, Rows], *, merged: Sequence[str] = (), formats: dict[str, str] | None = None
) -> Path:
    """A workbook; merged ranges and number formats are those of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = book.worksheets[0]
    for place in merged:
        first.merge_cells(place)
    for place, number_format in (formats or {}).items():
        first[place].number_format = number_format
    book.save(path)
    return path


def import_of(path: Path, encoding: str | None = None) -> Imported:
    """What becomes of a list without anybody's help."""
    listed = read_list(path, encoding)
    return imported(listed.sheets, guessed(listed.sheets), path.stem)


def tree(found: Imported) -> list[str]:
    """Level, id and names of each element of the hierarchy, indented by depth."""
    lines: list[str] = []

    def add(parent: str | None, depth: int) -> None:
        for own in found.records.children(parent):
            name = own.attributes["name"]
            text = name if isinstance(name, str) else " / ".join(name.values())
            lines.append(f"{'  ' * depth}{own.kind} {own.id} {text}")
            add(own.id, depth + 1)

    add(None, 0)
    return lines


def lost(found: Imported) -> list[str]:
    """Place and sentence of what was not understood."""
    return [f"{own.place} {own.message}" for own in found.account.lost]


def doubts(found: Imported) -> list[str]:
    """Place and sentence of what was taken in some way."""
    return [f"{own.place} {own.message}" for own in found.account.remarks if not own.is_lost]
