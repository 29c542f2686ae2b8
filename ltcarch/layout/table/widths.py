"""How wide the columns of a table are: as their content needs, within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ltcarch.layout.chinese_words import parts_a_word
from ltcarch.layout.table.marks import badges_width
from ltcarch.layout.table.track import Track
from ltcarch.layout.text import longest_piece, text_width, widest, wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import Column, Line, Row, Style, Table

_SIZES = THEME.table
_ANY = 999
Codes = dict[int, float]
"""How much room the codes before the names of rows take, by the depth of the rows."""


def columns_of(table: Table) -> list[Track]:
    """The names of the rows in the first track, then the columns."""
    widths = [_name_width(table), *(_text_column(table, index) for index in range(len(table.columns)))]
    centred = [width for width, column in zip(widths[1:], table.columns, strict=True) if column.is_centred]
    tracks: list[Track] = []
    x = 0.0
    for width, column in zip(widths, (None, *table.columns), strict=True):
        own = ceil((max(centred) if column and column.is_centred else width) + 2 * _SIZES.padding)
        tracks.append(Track(x, own))
        x += own
    return tracks


def _name_width(table: Table) -> float:
    rows = [row for row in table.rows if not row.is_heading]
    codes = code_rooms(table)
    entries = [_Entry(row.name, name_style(row), 2, name_left(codes, row)) for row in rows]
    entries += [_Entry(line.text, line_style(line), 3, name_left(codes, row)) for row in rows for line in row.notes]
    entries.append(_Entry(table.corner, "table-head", 2))
    return _room(entries, *_SIZES.name_width)


def name_style(row: Row) -> str:
    """How the name of a row is written."""
    return "row-strong" if row.is_strong else "row-name"


def name_left(codes: Codes, row: Row) -> float:
    """How far the name of a row stands from the left of its track's inner room."""
    return row.depth * _SIZES.indent + (codes[row.depth] if row.code else 0.0)


def code_rooms(table: Table) -> Codes:
    """The room that codes take at each depth, as the longest of them needs; no name begins left of those above it."""
    rooms: Codes = {}
    for row in table.rows:
        if row.code and not row.is_heading:
            own = min(text_width(row.code, TEXTS["row-code"]), _SIZES.code_width) + _SIZES.code_gap
            rooms[row.depth] = max(rooms.get(row.depth, 0.0), own)
    return {depth: max(room for above, room in rooms.items() if above <= depth) for depth in rooms}


def _text_column(table: Table, index: int) -> float:
    column = table.columns[index]
    few = len(table.columns) <= _SIZES.few_columns
    easy, most = _SIZES.centred_width if column.is_centred else _SIZES.wide_text if few else _SIZES.text_width
    cells = [row.cells[index] for row in table.rows if row.cells]
    entries = [
        _Entry(line.text, line_style(line), _lines_at_most(column, line)) for cell in cells for line in cell.lines
    ]
    head = _Entry(column.name, "table-head", _SIZES.most_head_lines if column.is_centred else 2)
    badges = max((badges_width(cell.marks) for cell in cells), default=0.0)
    return max(_room([*entries, head], easy, most), badges)


def _lines_at_most(column: Column, line: Line) -> int:
    return 1 if column.is_centred and line.style is Style.STRONG else 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A text that shall take at most so many lines, with something of a width beside it."""

    text: str
    style: str
    lines: int
    beside: float = 0.0

    def wrapped(self, width: float) -> tuple[str, ...]:
        """Its lines in a column of a width."""
        return wrap(self.text, TEXTS[self.style], max(width - self.beside, 1), _ANY)

    def used(self, width: float) -> float:
        """How much of a column of a width it takes."""
        return self.beside + widest(self.wrapped(width), TEXTS[self.style])

    def parts_words(self, width: float) -> bool:
        """Whether lines of a column of a width part a common Chinese word."""
        return any(parts_a_word(one, other) for one, other in pairwise(self.wrapped(width)))


def _room(entries: list[_Entry], easy: float, most: float) -> float:
    """The least width at which no entry takes more than its lines and no word is parted, as far as the limit allows.

    Chinese words are those that are known. Up to the easy width, entries stand in one line; whole pixels, lest a sum
    that is rounded down parts the longest.
    """
    width = 1.0
    for entry in entries:
        style = TEXTS[entry.style]
        in_one_line = min(ceil(text_width(entry.text, style) + entry.beside), easy)
        width = max(width, in_one_line, min(longest_piece(entry.text, style) + entry.beside, most))
    for entry in entries:
        while width < most and len(entry.wrapped(width)) > entry.lines:
            width += 8
    for entry in entries:
        width = next((own for own in _from(width, most) if not entry.parts_words(own)), width)
    return max((entry.used(width) for entry in entries), default=easy)


def _from(width: float, most: float) -> Iterator[float]:
    while width <= most:
        yield width
        width += 4


def line_style(line: Line) -> str:
    """How a line in a cell is written."""
    return f"cell-{line.style}"
