"""What became of every cell of a list: nothing goes without a word."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from ltcarch.interchange.excel.lists.sheets import Cell, Sheet, column_letters


class Fate(Enum):
    """What became of a cell."""

    IMPORTED = "imported"
    HEADING = "headings"
    EMPTY_WORD = "says that there is nothing"
    LEFT_OUT = "left out"
    REPORTED = "not understood"


class Remark(NamedTuple):
    """Something to know about a place of the list: what was not understood, or was taken in some way."""

    sheet: str
    place: str
    message: str
    is_lost: bool = False


class LeftOut(NamedTuple):
    """A column, a row above the headings, or a whole sheet, of which nothing is taken.

    `place` is a column's letters, a row's first cell, or empty.
    """

    sheet: str
    place: str
    heading: str
    cells: int
    reason: str


class Account:
    """Takes down what becomes of each cell."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._cells = {(own.name, *place): cell for own in sheets for place, cell in own.cells.items()}
        self._fates: dict[tuple[str, int, int], Fate] = {}
        self._remarks: dict[Remark, None] = {}
        self.left_out: list[LeftOut] = []

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was remarked, each once."""
        return tuple(self._remarks)

    @property
    def lost(self) -> tuple[Remark, ...]:
        """What was not understood."""
        return tuple(own for own in self._remarks if own.is_lost)

    def fate(self, cell: Cell) -> Fate | None:
        """What became of a cell; None where nobody said so."""
        return self._fates.get((cell.sheet, cell.row, cell.column))

    def counts(self) -> Counter[Fate]:
        """How many cells had which fate."""
        return Counter(self._fates.values())

    def take(self, cells: Iterable[Cell], fate: Fate = Fate.IMPORTED) -> None:
        """Note what becomes of cells; what was imported once stays so."""
        for own in cells:
            place = (own.sheet, own.row, own.column)
            if self._fates.get(place) is not Fate.IMPORTED:
                self._fates[place] = fate

    def remark(self, cell: Cell, message: str) -> None:
        """Say something about a cell that is imported."""
        self._remarks[Remark(cell.sheet, cell.place, message)] = None

    def remark_on(self, sheet: str, message: str) -> None:
        """Say something about a sheet."""
        self._remarks[Remark(sheet, "", message)] = None

    def lose(self, cells: Iterable[Cell], message: str) -> None:
        """Report cells that are not imported, in one remark for a row."""
        found = [own for own in cells if self.fate(own) is not Fate.IMPORTED]
        if not found:
            return
        self.take(found, Fate.REPORTED)
        places = found[0].place if len(found) == 1 else f"{found[0].place}:{found[-1].place}"
        self._remarks[Remark(found[0].sheet, places, message, is_lost=True)] = None

    def leave_out(self, sheet: Sheet, column: int | None, heading: str, reason: str, after: int = 0) -> None:
        """Note a column, or a sheet, of which nothing is taken."""
        cells = sheet.columns.get(column, []) if column else list(sheet.cells.values())
        below = [own for own in cells if own.row > after]
        self.take(below, Fate.LEFT_OUT)
        if below:
            letters = column_letters(column) if column else ""
            self.left_out.append(LeftOut(sheet.name, letters, heading, len(below), reason))

    def leave_out_title(self, cells: list[Cell]) -> None:
        """Note a row above the headings."""
        self.take(cells, Fate.LEFT_OUT)
        text = " ".join(own.text for own in cells)
        self.left_out.append(LeftOut(cells[0].sheet, cells[0].place, text, len(cells), "it stands above the headings"))

    def close(self) -> None:
        """Report every cell of which nobody said what became of it."""
        for place, cell in self._cells.items():
            if place not in self._fates:
                self.lose([cell], f"`{cell.text[:40]}` was not used")
