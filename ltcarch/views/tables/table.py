"""A table, whatever it tells: columns under heads, rows with a name each, and in the cells text or marks.

The functions beside the classes make cells and leave out what is empty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Style(StrEnum):
    """How loud a line of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text that stands for itself; it may be wrapped."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter or word on a ground of its own, or a dot: a loud one in a full colour, others in a pale one."""

    text: str
    name: str
    tone: int | None = None
    is_loud: bool = False


DOT, RING = "●", "○"
DOTS = (DOT, RING)
"""Marks that are drawn rather than written."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Marks, and lines below them. A filled one has a ground in its tone; it may reach over several rows."""

    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    tip: str = ""
    is_filled: bool = False
    tone: int | None = None
    rows: int = 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.lines and not self.marks and not self.is_filled


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Neighbours with the same group stand under it together; centred ones are all equally wide."""

    id: str
    name: str
    group: str = ""
    is_centred: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its name; a heading has no cells, a strong one stands out among its neighbours.

    One that continues belongs to the row before, and repeats its name.
    """

    id: str
    name: str
    cells: tuple[Cell, ...] = ()
    code: str = ""
    notes: tuple[Line, ...] = ()
    depth: int = 0
    is_heading: bool = False
    is_strong: bool = False
    continues: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to be known before the table is read."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table. `corner` is what the names of the rows are."""

    title: str
    subtitle: str
    description: str
    language: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...] = ()
    legend: tuple[Mark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.facts and all(row.is_heading for row in self.rows)


def strong(text: str) -> Line:
    """A line that stands out."""
    return Line(text, Style.STRONG)


def quiet(text: str) -> Line:
    """A line that stands back."""
    return Line(text, Style.QUIET)


def cell(*lines: Line | str | None) -> Cell:
    """A cell of lines, without the empty ones."""
    made = (Line(own) if isinstance(own, str) else own for own in lines if own)
    return Cell(tuple(own for own in made if own.text))


def marked(*marks: Mark, tip: str = "") -> Cell:
    """A cell of marks."""
    return Cell(marks=marks, tip=tip)


def facts(*pairs: tuple[str, Iterable[str]]) -> tuple[Fact, ...]:
    """Facts, without the empty ones."""
    made = (Fact(name, tuple(Line(text) for text in texts if text)) for name, texts in pairs)
    return tuple(fact for fact in made if fact.lines)


def without_empty_columns(columns: Sequence[Column], rows: Iterable[Row]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns in which something stands, and the rows with their cells."""
    made = tuple(rows)
    kept = [
        index
        for index in range(len(columns))
        if any(not row.cells[index].is_empty for row in made if not row.is_heading)
    ]
    fewer = (replace(row, cells=tuple(row.cells[index] for index in kept)) if row.cells else row for row in made)
    return tuple(columns[index] for index in kept), tuple(fewer)


def without_idle_headings(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows without headings under which nothing stands."""
    kept: list[Row] = []
    for row in reversed(tuple(rows)):
        follows = kept[-1] if kept else None
        has_content = follows is not None and (not follows.is_heading or follows.depth > row.depth)
        if not row.is_heading or has_content:
            kept.append(row)
    return tuple(reversed(kept))


def by_mark(table: Table) -> Table:
    """A matrix with a column for each mark of its legend, in which the names of the columns stand that bear it."""

    def bearing(row: Row, mark: Mark) -> Cell:
        texts = [[own.text for own in held.marks] for held in row.cells]
        return cell(*(column.name for column, held in zip(table.columns, texts, strict=True) if mark.text in held))

    columns = tuple(Column(mark.text, mark.text, tip=mark.name) for mark in table.legend)
    rows = (
        row if row.is_heading else replace(row, cells=tuple(bearing(row, mark) for mark in table.legend))
        for row in table.rows
    )
    return replace(table, columns=columns, rows=tuple(rows))
