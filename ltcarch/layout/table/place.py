"""Where the heads, rows, cells and marks of a table stand."""

from collections.abc import Iterator
from dataclasses import replace

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.picture import Box, Picture, Shape, TextBlock, moved
from ltcarch.layout.table.heads import table_head
from ltcarch.layout.table.heights import blocks, cell_height, name_texts, row_end, row_tops, wrapped
from ltcarch.layout.table.marks import badge_role, badges_in
from ltcarch.layout.table.track import Track, text_lines
from ltcarch.layout.table.widths import Codes, code_rooms, columns_of, line_style, name_left
from ltcarch.layout.text import text_width, widest
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import DOTS, Cell, Fact, Row, Table

_SIZES = THEME.table


def place(table: Table) -> Picture:
    """The table under its facts; nothing at all where it tells nothing."""
    if table.is_empty:
        return framed(table, ())
    known = tuple(_facts(table.facts))
    y = known[-1].box.bottom + _SIZES.below_facts if known else 0.0
    shapes, grounds = _grid(table) if table.columns and table.rows else ((), ())
    legend = [
        LegendEntry(own.name, badge_role(own), own.tone, "" if own.text in DOTS else own.text) for own in table.legend
    ]
    content = (*known, *(moved(shape, 0, y) for shape in shapes))
    return replace(
        framed(table, content, legend=legend, grounds=(moved(shape, 0, y) for shape in grounds)), table=table
    )


def _facts(facts: tuple[Fact, ...]) -> Iterator[Shape]:
    room = max((text_width(fact.name, TEXTS["fact-name"]) for fact in facts), default=0.0) + 24
    y = 0.0
    for index, fact in enumerate(facts):
        name = text_block(fact.name, "fact-name", 0, y, room)
        texts = [name]
        below = y
        for line in fact.lines:
            texts.append(text_block(line.text, "fact-text", room, below, _SIZES.fact_width, _SIZES.most_lines))
            below = texts[-1].box.bottom
        width = max(text.box.right for text in texts)
        whole = "\n".join(line.text for line in fact.lines)
        yield Shape(f"picture:fact-{index + 1}", "fact", Box(0, y, width, below - y), tuple(texts), whole)
        y = below + _SIZES.fact_gap


def _grid(table: Table) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
    """The table as one shape, and the stripes and lines under it."""
    tracks = columns_of(table)
    width = tracks[-1].x + tracks[-1].width
    head = table_head(table, tracks, width)
    tops = row_tops(table, tracks, head.box.bottom)
    bottom = tops[-1]
    shapes = [head]
    codes = code_rooms(table)
    for index, row in enumerate(table.rows):
        shapes += _row(table, codes, tracks, tops, index) if not row.is_heading else [_heading(row, width, tops, index)]
    whole = Shape("picture:table", "table", Box(0, 0, width, bottom), title=table.subtitle, children=tuple(shapes))
    return (whole,), (*_stripes(table, width, tops), *_column_lines(table, tracks, head.box.bottom, bottom))


def _heading(row: Row, width: float, tops: list[float], index: int) -> Shape:
    style = TEXTS["table-heading"]
    y = tops[index] + _SIZES.inset - 2
    x = _SIZES.padding + row.depth * _SIZES.indent
    texts = []
    if row.code:
        texts.append(text_block(row.code, "row-code", x, y, width / 3))
        x = texts[0].box.right + _SIZES.code_gap
    texts.append(text_block(row.name, "table-heading", x, y, width - x - _SIZES.padding))
    box = Box(0, tops[index], width, style.line + 2 * (_SIZES.inset - 2))
    return Shape(row.id, "table-heading", box, tuple(texts), row.tip or row.name)


def _row(table: Table, codes: Codes, tracks: list[Track], tops: list[float], index: int) -> Iterator[Shape]:
    row = table.rows[index]
    in_the_middle = all(column.is_centred for column in table.columns)
    if not row.continues:
        last = index
        while last + 1 < len(table.rows) and table.rows[last + 1].continues:
            last += 1
        yield _row_name(codes, row, tracks[0], tops[index], row_end(tops, last, table.rows), in_the_middle)
    for column, track, cell in zip(table.columns, tracks[1:], row.cells, strict=True):
        if not cell.is_empty:
            end = row_end(tops, min(index + cell.rows, len(table.rows)) - 1, table.rows)
            box = Box(track.x, tops[index], track.width, end - tops[index])
            yield _cell(f"{row.id}:{column.id}", cell, track, box, column.is_centred, in_the_middle or cell.is_filled)


def _row_name(codes: Codes, row: Row, track: Track, top: float, bottom: float, in_the_middle: bool) -> Shape:
    parts = name_texts(codes, row, track)
    height = sum(TEXTS[style].line * len(lines) for style, lines in parts)
    y = top + ((bottom - top - height) / 2 if in_the_middle else _SIZES.inset)
    left = track.x + _SIZES.padding + row.depth * _SIZES.indent
    texts = [text_block(row.code, "row-code", left, y, _SIZES.code_width)] if row.code else []
    for style, lines in parts:
        box = Box(
            track.x + _SIZES.padding + name_left(codes, row),
            y,
            widest(lines, TEXTS[style]),
            TEXTS[style].line * len(lines),
        )
        texts.append(TextBlock(style, lines, box))
        y = box.bottom
    return Shape(row.id, "row-name", Box(track.x, top, track.width, bottom - top), tuple(texts), row.tip or row.name)


def _cell(own: str, cell: Cell, track: Track, box: Box, is_centred: bool, in_the_middle: bool) -> Shape:
    """The marks of a cell in a row, its lines below them."""
    height = cell_height(cell, track)
    y = box.y + ((box.height - height) / 2 if in_the_middle else _SIZES.inset)
    badges = tuple(badges_in(own, cell.marks, track, y, is_centred))
    y += _SIZES.badge[1] + _SIZES.entry_gap if badges else 0.0
    texts: list[TextBlock] = []
    for line in cell.lines:
        lines = wrapped(line, track)
        texts += text_lines(lines, line_style(line), track, y, is_centred)
        y += TEXTS[line_style(line)].line * len(lines) + _SIZES.entry_gap
    if cell.is_filled:
        box = Box(box.x + 2, box.y + 2, box.width - 4, box.height - 4)
    tip = cell.tip or "\n".join((*(mark.name for mark in cell.marks), *(line.text for line in cell.lines)))
    return Shape(own, "cell-filled" if cell.is_filled else "cell", box, tuple(texts), tip, cell.tone, badges)


def _stripes(table: Table, width: float, tops: list[float]) -> Iterator[Shape]:
    """A ground under every other row."""
    is_odd = False
    after = -1
    for first, last in blocks(table.rows):
        is_odd = not is_odd if first == after + 1 else False
        after = last
        if is_odd:
            y = tops[first]
            yield Shape(f"picture:stripe-{first}", "stripe", Box(0, y, width, row_end(tops, last, table.rows) - y))


def _column_lines(table: Table, tracks: list[Track], top: float, bottom: float) -> Iterator[Shape]:
    """A line at the left of each centred column, where there are several."""
    several = sum(column.is_centred for column in table.columns) > 1
    for column, track in zip(table.columns, tracks[1:], strict=True):
        if column.is_centred and several:
            yield Shape(f"picture:line-{column.id}", "column-line", Box(track.x, top, 1, bottom - top))
