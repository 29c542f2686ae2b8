"""A table as the label of one node of DOT."""

from collections.abc import Iterator

from ltcarch.layout.text import wrap
from ltcarch.layout.theme import LIGHT, TEXTS, Tone
from ltcarch.render.dot.quoting import cell_text, label, markup, quoted
from ltcarch.views.tables.table import Cell, Column, Line, Row, Style, Table

_WIDTH = 200.0
_MOST_LINES = 6


def table_node(own: str, table: Table) -> str:
    """The node that shows a table; its names of rows and columns carry the tool tips."""
    rows = "".join((*_facts(table), *_heads(table), *_rows(table)))
    frame = f'border="0" cellborder="1" cellspacing="0" cellpadding="6" color={quoted(LIGHT.faint)}'
    shown = f"<table {frame}>{rows}</table>"
    return f"{quoted(own)} [id={quoted(own)} shape=plain tooltip={label((table.subtitle,))} label=<{shown}>]"


def _facts(table: Table) -> Iterator[str]:
    for fact in table.facts:
        lines = "".join(map(_line, fact.lines))
        across = f'align="left" balign="left" colspan="{max(len(table.columns), 1)}"'
        yield f'<tr><td align="left"><b>{_text(fact.name)}</b></td><td {across}>{lines}</td></tr>'


def _heads(table: Table) -> Iterator[str]:
    if table.columns:
        yield f"<tr>{_head(table.corner, '')}{''.join(_head(_name(own), own.tip) for own in table.columns)}</tr>"


def _name(column: Column) -> str:
    return ": ".join(part for part in (column.group, column.name) if part)


def _head(name: str, tip: str) -> str:
    colour = quoted(LIGHT.on_bar)
    return (
        f'<td bgcolor={quoted(LIGHT.bar)} title="{cell_text(tip or name)}">'
        f"<font color={colour}><b>{_text(name)}</b></font></td>"
    )


def _rows(table: Table) -> Iterator[str]:
    below = [0] * len(table.columns)
    for index, row in enumerate(table.rows):
        name = cell_text(f"{row.code} {row.name}".strip())
        if row.is_heading:
            across = f'colspan="{len(table.columns) + 1}" bgcolor={quoted(LIGHT.neutral.shade)}'
            yield f'<tr><td align="left" {across}><b>{name}</b></td></tr>'
            continue
        cells = []
        for place, cell in enumerate(row.cells):
            if below[place]:
                below[place] -= 1
            else:
                below[place] = cell.rows - 1
                cells.append(_cell(cell))
        yield f"<tr>{'' if row.continues else _row_name(table, row, index)}{''.join(cells)}</tr>"


def _row_name(table: Table, row: Row, index: int) -> str:
    last = index
    while last + 1 < len(table.rows) and table.rows[last + 1].continues:
        last += 1
    notes = "".join(map(_line, row.notes))
    return (
        f'<td align="left" balign="left" rowspan="{last - index + 1}" id="{cell_text(row.id)}" '
        f'title="{cell_text(row.tip or row.name)}">{_text(f"{row.code} {row.name}".strip())}{notes}</td>'
    )


def _cell(cell: Cell) -> str:
    marks = " ".join(f"<b>{cell_text(mark.text)}</b>" for mark in cell.marks)
    ground = f" bgcolor={quoted(_tone(cell.tone).shade)}" if cell.is_filled else ""
    span = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    lines = "".join(map(_line, cell.lines))
    return f'<td align="left" balign="left"{span}{ground}>{marks}{"<br/>" if marks and lines else ""}{lines}</td>'


def _tone(tone: int | None) -> Tone:
    return LIGHT.neutral if tone is None else LIGHT.tones[tone % len(LIGHT.tones)]


def _line(line: Line) -> str:
    shown = _text(line.text)
    return f"<b>{shown}</b>" if line.style is Style.STRONG else shown


def _text(text: str) -> str:
    return markup(wrap(text, TEXTS["cell-plain"], _WIDTH, _MOST_LINES))
