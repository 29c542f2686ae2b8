"""How high the rows of a table are, and where each begins."""

from collections.abc import Iterator

from ltcarch.layout.table.track import Track
from ltcarch.layout.table.widths import Codes, code_rooms, line_style, name_left, name_style
from ltcarch.layout.text import wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import Cell, Column, Line, Row, Table

_SIZES = THEME.table


def row_tops(table: Table, tracks: list[Track], top: float) -> list[float]:
    """Where each row begins, and where the last one ends."""
    heights = [_row_height(row, table.columns, tracks) for row in table.rows]
    for index, row in enumerate(table.rows):
        for track, cell in zip(tracks[1:], row.cells, strict=bool(row.cells)):
            if cell.rows > 1:
                spanned = range(index, min(index + cell.rows, len(heights)))
                missing = cell_height(cell, track) + 2 * _SIZES.inset - sum(heights[own] for own in spanned)
                heights[spanned[-1]] += max(missing, 0.0)
    codes = code_rooms(table)
    for first, last in blocks(table.rows):
        missing = _name_height(codes, table.rows[first], tracks[0]) + 2 * _SIZES.inset - sum(heights[first : last + 1])
        heights[last] += max(missing, 0.0)
    tops = [top + 4]
    for row, height in zip(table.rows, heights, strict=True):
        gap = _SIZES.heading_gap if row.is_heading and len(tops) > 1 else 0.0
        tops[-1] += gap
        tops.append(tops[-1] + height)
    return tops


def row_end(tops: list[float], index: int, rows: tuple[Row, ...]) -> float:
    """Where a row ends, before the gap over a heading."""
    follows_heading = index + 1 < len(rows) and rows[index + 1].is_heading
    return tops[index + 1] - (_SIZES.heading_gap if follows_heading else 0.0)


def blocks(rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """The first and last of the rows that stand under one name; headings are none."""
    first: int | None = None
    for index, row in enumerate((*rows, None)):
        if row is None or not row.continues:
            if first is not None:
                yield first, index - 1
            first = None if row is None or row.is_heading else index


def _row_height(row: Row, columns: tuple[Column, ...], tracks: list[Track]) -> float:
    if row.is_heading:
        return TEXTS["table-heading"].line + 2 * (_SIZES.inset - 2)
    cells = (cell_height(cell, track) for cell, track in zip(row.cells, tracks[1:], strict=True) if cell.rows == 1)
    return max(TEXTS["row-name"].line, *cells, _SIZES.badge[1] - 2 if columns else 0.0) + 2 * _SIZES.inset


def _name_height(codes: Codes, row: Row, track: Track) -> float:
    return sum(TEXTS[style].line * len(lines) for style, lines in name_texts(codes, row, track))


def name_texts(codes: Codes, row: Row, track: Track) -> list[tuple[str, tuple[str, ...]]]:
    """The name of a row and what stands below it, each with its style and in lines."""
    room = max(track.inner - name_left(codes, row), 40)
    return [
        (name_style(row), wrap(row.name, TEXTS[name_style(row)], room, 3)),
        *((line_style(line), wrap(line.text, TEXTS[line_style(line)], room, 3)) for line in row.notes),
    ]


def cell_height(cell: Cell, track: Track) -> float:
    """How high a cell is, without the space around its content."""
    parts = [TEXTS[line_style(line)].line * len(wrapped(line, track)) for line in cell.lines]
    parts += [_SIZES.badge[1]] if cell.marks else []
    return sum(parts) + _SIZES.entry_gap * max(len(parts) - 1, 0)


def wrapped(line: Line, track: Track) -> tuple[str, ...]:
    """The text of a line in the lines that its column has room for."""
    return wrap(line.text, TEXTS[line_style(line)], track.inner, _SIZES.most_lines)
