"""How wide the columns of a table are on paper."""

import re
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from ltcarch.layout.text import is_wide, text_width
from ltcarch.layout.theme import TextStyle
from ltcarch.views.handbook.page import Cell, Table

SIZE = 8.0
"""The size of text in tables, in points."""
PADDING = 4.0
"""What stays free on either side of a cell's text, in points."""
_TEXT, _HEAD = TextStyle(SIZE, SIZE * 1.4), TextStyle(SIZE, SIZE * 1.4, bold=True)
_WORDS = re.compile(r"\s+")
_LONGEST_WORD = 0.22
"""Which part of the table a word may claim at most for its column."""
_CHARACTERS = 5
"""How many characters of Chinese stay together at least."""
_SHARES, _MOST_ROWS = 60, 40
"""In how many shares the room is given away, and how many rows have a say in it."""
_SHARPNESS = 4
_HALF_A_LINE = 12.0
"""What a line loses at its end, on the average, because words stay whole."""
_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of all columns in points, and about how high each row becomes, in lines."""

    widths: tuple[float, ...]
    heights: tuple[int, ...]


def columns(table: Table, room: float) -> Columns:
    """Columns that fill the room: words stay whole, and what is left goes where it makes rows lower."""
    least = [min(own, room * _LONGEST_WORD) + 2 * PADDING for own in _least(table)]
    wished = [max(own + 2 * PADDING, low) for own, low in zip(_wished(table), least, strict=True)]
    rows = [[[text_width(line, _TEXT) for line in _lines(cell)] for cell in row.cells] for row in table.rows]
    if sum(least) >= room:
        found = [own * room / sum(least) for own in least]
    elif sum(wished) <= room:
        found = _stretched(wished, room)
    else:
        found = _shared(least, wished, room, rows)
    heights = (max(map(_lines_of, cells, found)) for cells in rows)
    return Columns(tuple(found), tuple(heights))


def _lines_of(lines: list[float], width: float) -> int:
    """In how many lines the lines of a cell stand, each as wide as told, about."""
    return sum(ceil(line / (width - 2 * PADDING)) or 1 for line in lines)


def _stretched(wished: list[float], room: float) -> list[float]:
    """Columns that all have their wish: what is left over goes to the wide ones."""
    total = sum(own * own for own in wished)
    return [own + (room - sum(wished)) * own * own / total for own in wished]


def _shared(least: list[float], wished: list[float], room: float, rows: list[list[list[float]]]) -> list[float]:
    """Columns that begin with what they need; each share of the rest goes where it lowers the rows most."""
    found, share = list(least), (room - sum(least)) / _SHARES
    areas = [[sum(lines) + len(lines) * _HALF_A_LINE for lines in cells] for cells in rows[:_MOST_ROWS]]
    for _ in range(_SHARES):
        wishing = [index for index, own in enumerate(found) if own < wished[index]] or range(len(found))
        found[max(wishing, key=lambda index: _gain(areas, found, index, share))] += share
    return found


def _gain(areas: list[list[float]], found: list[float], index: int, share: float) -> float:
    """How much lower the rows become if a column gets a share; a row is about as high as its highest cell."""
    gain = 0.0
    for row in areas:
        heights = [(own / (width - 2 * PADDING)) ** _SHARPNESS for own, width in zip(row, found, strict=True)]
        narrower = (row[index] / (found[index] + share - 2 * PADDING)) ** _SHARPNESS
        total = sum(heights)
        gain += total ** (1 / _SHARPNESS) - (total - heights[index] + narrower) ** (1 / _SHARPNESS)
    return gain


def _least(table: Table) -> list[float]:
    """The widest word of each column."""
    return [
        max(_widest_word(name, _HEAD), *(_widest_word(line, _TEXT) for line in lines))
        for name, lines in _columns(table)
    ]


def _wished(table: Table) -> list[float]:
    """What each column would take with every line in one."""
    return [
        max(text_width(name, _HEAD), *(text_width(line, _TEXT) for line in lines)) for name, lines in _columns(table)
    ]


def _columns(table: Table) -> list[tuple[str, list[str]]]:
    return [
        (name, ["", *(line for row in table.rows for line in _lines(row.cells[index]))])
        for index, name in enumerate(table.columns)
    ]


def _lines(cell: Cell) -> list[str]:
    return ["".join(span.text for span in line) for line in cell]


def _widest_word(text: str, style: TextStyle) -> float:
    return max((text_width(_beginning(word), style) for word in _WORDS.split(text) if word), default=0.0)


def _beginning(word: str) -> str:
    """A word, or as much of Chinese as should not be parted."""
    return word[:_CHARACTERS] if any(map(is_wide, word)) else word


def breakable(text: str, width: float, size: float = SIZE) -> str:
    """A text in which words that are wider than their column may break."""
    style = TextStyle(size, size * 1.4)
    return " ".join(_broken(word, width, style) for word in text.split(" "))


def _broken(word: str, width: float, style: TextStyle) -> str:
    if text_width(word, style) <= width or any(map(is_wide, word)):
        return word
    ends = accumulate(text_width(character, style) for character in word)
    rows = [int(end // (width * 0.9)) for end in ends]
    return "".join(
        (_BREAK if index and rows[index] != rows[index - 1] else "") + character for index, character in enumerate(word)
    )
