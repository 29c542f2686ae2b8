"""A table as a CSV document that Excel opens as it is: UTF-8 with its mark, and no text taken for a formula."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from ltcarch.views.tables.table import Cell, Line, Row, Table
from ltcarch.views.words import word

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def draw(table: Table) -> str:
    """The CSV of a table: a line of heads, then every row with all of its names, so that it can be sorted."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([_safe(text) for text in line] for line in _lines(table))
    return _BYTE_ORDER_MARK + written.getvalue()


def _lines(table: Table) -> Iterator[list[str]]:
    for fact in table.facts:
        yield [fact.name, _text(fact.lines)]
    if table.facts:
        yield []
    if not table.columns:
        return
    has_headings = any(row.is_heading for row in table.rows)
    has_codes = any(row.code for row in table.rows if not row.is_heading)
    has_notes = any(row.notes for row in table.rows)
    yield [
        *([word("Part of", table.language)] if has_headings else []),
        *([word("No.", table.language)] if has_codes else []),
        table.corner,
        *([word("Note", table.language)] if has_notes else []),
        *(": ".join(part for part in (column.group, column.name) if part) for column in table.columns),
    ]
    reaching: dict[int, tuple[Cell, int]] = {}
    for row, above in _with_headings(table.rows):
        yield [
            *([" > ".join(_name(heading) for heading in above)] if has_headings else []),
            *([row.code] if has_codes else []),
            row.name,
            *([_text(row.notes)] if has_notes else []),
            *(cell_text(cell) for cell in _whole_cells(row, reaching)),
        ]


def _with_headings(rows: tuple[Row, ...]) -> Iterator[tuple[Row, list[Row]]]:
    """The rows, each with the headings above it, the outermost first."""
    above: list[Row] = []
    for row in rows:
        if row.is_heading:
            above = [*(heading for heading in above if heading.depth < row.depth), row]
        else:
            yield row, above


def _whole_cells(row: Row, reaching: dict[int, tuple[Cell, int]]) -> Iterator[Cell]:
    """The cells of a row; a cell that reaches down to it from above stands in it again."""
    for index, cell in enumerate(row.cells):
        held, left = reaching.get(index, (cell, 0))
        if left > 0:
            reaching[index] = (held, left - 1)
            yield held
        else:
            reaching[index] = (cell, cell.rows - 1)
            yield cell


def cell_text(cell: Cell) -> str:
    """What stands in a cell, line by line."""
    marks = " ".join(mark.text for mark in cell.marks)
    return "\n".join(text for text in (marks, _text(cell.lines)) if text)


def _text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _name(row: Row) -> str:
    return f"{row.code} {row.name}".strip()


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula, whatever stands first in it."""
    clean = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{clean}" if _FORMULA.match(clean) else clean
