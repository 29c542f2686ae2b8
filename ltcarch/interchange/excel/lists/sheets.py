"""The cells of a list, whatever file they come from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

_A = ord("A")
_LETTERS = 26


class Stored(Enum):
    """How a cell keeps what it shows."""

    TEXT = "text"
    NUMBER = "number"
    """Zeros at the end are lost: 4.10 is kept as 4.1."""
    FIXED = "number with fixed digits"
    """The cell's number format says how many digits stand after the point."""
    DATE = "date"
    ERROR = "error"
    FORMULA = "formula"
    """A formula whose result the file does not hold."""


class Cell(NamedTuple):
    """A cell with something in it. Rows and columns count from 1; the text has no blanks around it."""

    sheet: str
    row: int
    column: int
    text: str
    stored: Stored = Stored.TEXT
    indent: int = 0
    was_cleaned: bool = False

    @property
    def place(self) -> str:
        """Its place on the sheet, such as B14."""
        return f"{column_letters(self.column)}{self.row}"


class Merged(NamedTuple):
    """A stretch of cells that are shown as one."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or a file of values."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Merged, ...] = ()

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells by row, both in order."""
        found: dict[int, list[Cell]] = {}
        for place in sorted(self.cells):
            found.setdefault(place[0], []).append(self.cells[place])
        return found

    @cached_property
    def columns(self) -> dict[int, list[Cell]]:
        """The cells by column, both in order."""
        found: dict[int, list[Cell]] = {}
        for row, column in sorted(self.cells, key=lambda place: (place[1], place[0])):
            found.setdefault(column, []).append(self.cells[row, column])
        return found

    def standing_for(self, row: int, column: int) -> Cell | None:
        """What a reader sees at a place: its cell, or that of a stretch in this column that was merged downwards."""
        own = self.cells.get((row, column))
        return own or self.cells.get((self._tops.get((row, column), row), column))

    def heading_over(self, row: int, column: int) -> Cell | None:
        """As `standing_for`, and from a stretch that was merged sideways too."""
        over = self._stretches.get((row, column))
        return self.cells.get((row, column)) or (self.cells.get((over.top, over.left)) if over else None)

    @cached_property
    def _tops(self) -> dict[tuple[int, int], int]:
        return {
            (row, own.left): own.top
            for own in self.merged
            for row in range(own.top + 1, min(own.bottom, self._last_row) + 1)
        }

    @cached_property
    def _stretches(self) -> dict[tuple[int, int], Merged]:
        return {
            (row, column): own
            for own in self.merged
            if own.bottom - own.top < _TALLEST_HEADING
            for row in range(own.top, own.bottom + 1)
            for column in range(own.left, min(own.right, self._last_column) + 1)
        }

    @cached_property
    def _last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def _last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)


_TALLEST_HEADING = 5


def column_letters(column: int) -> str:
    """The name of a column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(_A + rest) + letters
    return letters


def column_number(letters: str) -> int | None:
    """The column of a name; None for what is no name of a column."""
    if not re.fullmatch(r"[A-Za-z]{1,3}", letters):
        return None
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - _A + 1
    return number


_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_NO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def cell_of(sheet: str, row: int, column: int, text: str, stored: Stored = Stored.TEXT, indent: int = 0) -> Cell | None:
    """A cell of raw text; None where it has nothing that can be seen."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _UNSEEN.sub("", whole)
    clean = _NO_WIDTH.sub("", clean).replace("\xa0", " ")
    shown = clean.strip(" \t\n\u3000")
    if not shown:
        return None
    before = clean[: len(clean) - len(clean.lstrip(" \u3000\t"))]
    deep = indent or sum(2 if sign == "\u3000" else 4 if sign == "\t" else 1 for sign in before)
    return Cell(sheet, row, column, shown, stored, deep, _UNSEEN.search(whole) is not None)


def unescaped(text: str) -> str:
    """The text of a workbook, where `_x000D_` stands for a character by its number."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
