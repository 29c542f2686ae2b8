"""Where the heads, rows, cells and marks of a table stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.picture import Box, Picture, Shape, TextBlock, moved
from ltcarch.layout.text import longest_piece, text_width, widest, wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import DOTS, Cell, Column, Fact, Line, Mark, Row, Style, Table

_SIZES = THEME.table
_ANY = 999
Codes = dict[int, float]
"""How much room the codes before the names of rows take, by the depth of the rows."""


@dataclass(frozen=True, slots=True)
class _Track:
    """The room of one column of the picture, between its left and right side."""

    x: float
    width: float

    @property
    def inner(self) -> float:
        """The room for text."""
        return self.width - 2 * _SIZES.padding


def place(table: Table) -> Picture:
    """The table under its facts; nothing at all where it tells nothing."""
    if table.is_empty:
        return framed(table, ())
    known = tuple(_facts(table.facts))
    y = known[-1].box.bottom + _SIZES.below_facts if known else 0.0
    shapes, grounds = _grid(table) if table.columns and table.rows else ((), ())
    legend = [
        LegendEntry(own.name, _badge_role(own), own.tone, "" if own.text in DOTS else own.text) for own in table.legend
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
    tracks = _tracks(table)
    width = tracks[-1].x + tracks[-1].width
    head = _head(table, tracks, width)
    tops = _tops(table, tracks, head.box.bottom)
    bottom = tops[-1]
    shapes = [head]
    codes = _code_rooms(table)
    for index, row in enumerate(table.rows):
        shapes += _row(table, codes, tracks, tops, index) if not row.is_heading else [_heading(row, width, tops, index)]
    whole = Shape("picture:table", "table", Box(0, 0, width, bottom), title=table.subtitle, children=tuple(shapes))
    return (whole,), (*_stripes(table, width, tops), *_column_lines(table, tracks, head.box.bottom, bottom))


def _tracks(table: Table) -> list[_Track]:
    """The names of the rows in the first track, then the columns."""
    widths = [_name_width(table), *(_text_column(table, index) for index in range(len(table.columns)))]
    centred = [width for width, column in zip(widths[1:], table.columns, strict=True) if column.is_centred]
    tracks: list[_Track] = []
    x = 0.0
    for width, column in zip(widths, (None, *table.columns), strict=True):
        own = ceil((max(centred) if column and column.is_centred else width) + 2 * _SIZES.padding)
        tracks.append(_Track(x, own))
        x += own
    return tracks


def _name_width(table: Table) -> float:
    rows = [row for row in table.rows if not row.is_heading]
    codes = _code_rooms(table)
    entries = [_Entry(row.name, _name_style(row), 2, _name_left(codes, row)) for row in rows]
    entries += [_Entry(line.text, _style(line), 3, _name_left(codes, row)) for row in rows for line in row.notes]
    entries.append(_Entry(table.corner, "table-head", 2))
    return _room(entries, *_SIZES.name_width)


def _name_style(row: Row) -> str:
    return "row-strong" if row.is_strong else "row-name"


def _name_left(codes: Codes, row: Row) -> float:
    """How far the name of a row stands from the left of its track's inner room."""
    return row.depth * _SIZES.indent + (codes[row.depth] if row.code else 0.0)


def _code_rooms(table: Table) -> Codes:
    rooms: Codes = {}
    for row in table.rows:
        if row.code and not row.is_heading:
            own = min(text_width(row.code, TEXTS["row-code"]), _SIZES.code_width) + _SIZES.code_gap
            rooms[row.depth] = max(rooms.get(row.depth, 0.0), own)
    return rooms


def _text_column(table: Table, index: int) -> float:
    column = table.columns[index]
    few = len(table.columns) <= _SIZES.few_columns
    easy, most = _SIZES.centred_width if column.is_centred else _SIZES.wide_text if few else _SIZES.text_width
    cells = [row.cells[index] for row in table.rows if row.cells]
    entries = [_Entry(line.text, _style(line), _lines_at_most(column, line)) for cell in cells for line in cell.lines]
    head = _Entry(column.name, "table-head", _SIZES.most_head_lines if column.is_centred else 2)
    badges = max((_badges_width(cell.marks) for cell in cells), default=0.0)
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


def _room(entries: list[_Entry], easy: float, most: float) -> float:
    """The least width at which no word is parted and no entry takes more than its lines, as far as the limit allows.

    Up to the easy width, entries stand in one line.
    """
    width = 1.0
    for entry in entries:
        style = TEXTS[entry.style]
        in_one_line = min(text_width(entry.text, style) + entry.beside, easy)
        width = max(width, in_one_line, min(longest_piece(entry.text, style) + entry.beside, most))
    for entry in entries:
        while width < most and len(entry.wrapped(width)) > entry.lines:
            width += 8
    return max((entry.used(width) for entry in entries), default=easy)


def _style(line: Line) -> str:
    return f"cell-{line.style}"


def _badge_role(mark: Mark) -> str:
    if mark.text in DOTS:
        return "dot-loud" if mark.is_loud else "dot-pale"
    return "badge-loud" if mark.is_loud else "badge-pale"


def _badge_width(mark: Mark) -> float:
    if mark.text in DOTS:
        return _SIZES.dot
    return max(_SIZES.badge[0], ceil(text_width(mark.text, TEXTS[_badge_role(mark)])) + 2 * _SIZES.badge_padding)


def _badges_width(marks: tuple[Mark, ...]) -> float:
    return sum(_badge_width(mark) + _SIZES.badge_gap for mark in marks) - _SIZES.badge_gap if marks else 0.0


def _head(table: Table, tracks: list[_Track], width: float) -> Shape:
    """The bar with the names of the columns, under the names of their groups where there are any."""
    style = TEXTS["table-head"]
    inset = _SIZES.head_inset
    names = [
        wrap(column.name, style, track.inner, _SIZES.most_head_lines)
        for column, track in zip(table.columns, tracks[1:], strict=True)
    ]
    above = TEXTS["table-group"].line + 7 if any(column.group for column in table.columns) else 0.0
    corner = wrap(table.corner, style, tracks[0].inner, _SIZES.most_head_lines)
    bottom = inset + above + style.line * max(len(lines) for lines in (*names, corner)) + inset
    cells = [_head_cell("picture:corner", table.corner, corner, tracks[0], 0, bottom)]
    for column, track, lines in zip(table.columns, tracks[1:], names, strict=True):
        top = inset + above - 4 if column.group else 0
        cells.append(
            _head_cell(f"column:{column.id}", column.tip or column.name, lines, track, top, bottom, column.is_centred)
        )
    groups = _group_heads(table, tracks) if above else ()
    return Shape("picture:table-head", "table-head", Box(0, 0, width, bottom), children=(*groups, *cells))


def _head_cell(
    own: str, tip: str, lines: tuple[str, ...], track: _Track, top: float, bottom: float, is_centred: bool = False
) -> Shape:
    y = bottom - _SIZES.head_inset - len(lines) * TEXTS["table-head"].line
    texts = _lines(lines, "table-head", track, y, is_centred)
    return Shape(own, "head", Box(track.x, top, track.width, bottom - top), texts, tip)


def _group_heads(table: Table, tracks: list[_Track]) -> Iterator[Shape]:
    style = TEXTS["table-group"]
    for number, (group, members) in enumerate(
        (group, list(own)) for group, own in groupby(enumerate(table.columns), key=lambda own: own[1].group)
    ):
        if not group:
            continue
        first, last = tracks[members[0][0] + 1], tracks[members[-1][0] + 1]
        x, right = first.x + 4, last.x + last.width - 4
        name = text_block(
            group, "table-group", x + _SIZES.padding - 4, _SIZES.head_inset - 2, right - x - _SIZES.padding
        )
        box = Box(x, name.box.y, right - x, style.line)
        yield Shape(f"picture:columns-{number + 1}", "head", box, (name,), group)
        yield Shape(f"picture:columns-{number + 1}-rule", "table-rule", Box(x, box.bottom + 1, box.width, 1))


def _lines(lines: tuple[str, ...], style: str, track: _Track, y: float, is_centred: bool) -> tuple[TextBlock, ...]:
    """Wrapped lines at the left of a track's room, or each in its middle."""
    height = TEXTS[style].line
    if not is_centred:
        box = Box(track.x + _SIZES.padding, y, widest(lines, TEXTS[style]), height * len(lines))
        return (TextBlock(style, lines, box),)
    made = []
    for index, line in enumerate(lines):
        width = text_width(line, TEXTS[style])
        made.append(
            TextBlock(style, (line,), Box(track.x + (track.width - width) / 2, y + index * height, width, height))
        )
    return tuple(made)


def _tops(table: Table, tracks: list[_Track], top: float) -> list[float]:
    """Where each row begins, and where the last one ends."""
    heights = [_row_height(row, table.columns, tracks) for row in table.rows]
    for index, row in enumerate(table.rows):
        for track, cell in zip(tracks[1:], row.cells, strict=bool(row.cells)):
            if cell.rows > 1:
                spanned = range(index, min(index + cell.rows, len(heights)))
                missing = _cell_height(cell, track) + 2 * _SIZES.inset - sum(heights[own] for own in spanned)
                heights[spanned[-1]] += max(missing, 0.0)
    codes = _code_rooms(table)
    for first, last in _blocks(table.rows):
        missing = _name_height(codes, table.rows[first], tracks[0]) + 2 * _SIZES.inset - sum(heights[first : last + 1])
        heights[last] += max(missing, 0.0)
    tops = [top + 4]
    for row, height in zip(table.rows, heights, strict=True):
        gap = _SIZES.heading_gap if row.is_heading and len(tops) > 1 else 0.0
        tops[-1] += gap
        tops.append(tops[-1] + height)
    return tops


def _blocks(rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """The first and last of the rows that stand under one name; headings are none."""
    first: int | None = None
    for index, row in enumerate((*rows, None)):
        if row is None or not row.continues:
            if first is not None:
                yield first, index - 1
            first = None if row is None or row.is_heading else index


def _row_height(row: Row, columns: tuple[Column, ...], tracks: list[_Track]) -> float:
    if row.is_heading:
        return TEXTS["table-heading"].line + 2 * (_SIZES.inset - 2)
    cells = (_cell_height(cell, track) for cell, track in zip(row.cells, tracks[1:], strict=True) if cell.rows == 1)
    return max(TEXTS["row-name"].line, *cells, _SIZES.badge[1] - 2 if columns else 0.0) + 2 * _SIZES.inset


def _name_height(codes: Codes, row: Row, track: _Track) -> float:
    return sum(TEXTS[style].line * len(lines) for style, lines in _name_texts(codes, row, track))


def _name_texts(codes: Codes, row: Row, track: _Track) -> list[tuple[str, tuple[str, ...]]]:
    room = max(track.inner - _name_left(codes, row), 40)
    return [
        (_name_style(row), wrap(row.name, TEXTS[_name_style(row)], room, 3)),
        *((_style(line), wrap(line.text, TEXTS[_style(line)], room, 3)) for line in row.notes),
    ]


def _cell_height(cell: Cell, track: _Track) -> float:
    parts = [TEXTS[_style(line)].line * len(_wrapped(line, track)) for line in cell.lines]
    parts += [_SIZES.badge[1]] if cell.marks else []
    return sum(parts) + _SIZES.entry_gap * max(len(parts) - 1, 0)


def _wrapped(line: Line, track: _Track) -> tuple[str, ...]:
    return wrap(line.text, TEXTS[_style(line)], track.inner, _SIZES.most_lines)


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


def _row(table: Table, codes: Codes, tracks: list[_Track], tops: list[float], index: int) -> Iterator[Shape]:
    row = table.rows[index]
    in_the_middle = all(column.is_centred for column in table.columns)
    if not row.continues:
        last = index
        while last + 1 < len(table.rows) and table.rows[last + 1].continues:
            last += 1
        yield _row_name(codes, row, tracks[0], tops[index], _end(tops, last, table.rows), in_the_middle)
    for column, track, cell in zip(table.columns, tracks[1:], row.cells, strict=True):
        if not cell.is_empty:
            end = _end(tops, min(index + cell.rows, len(table.rows)) - 1, table.rows)
            box = Box(track.x, tops[index], track.width, end - tops[index])
            yield _cell(f"{row.id}:{column.id}", cell, track, box, column.is_centred, in_the_middle or cell.is_filled)


def _end(tops: list[float], index: int, rows: tuple[Row, ...]) -> float:
    """Where a row ends, before the gap over a heading."""
    follows_heading = index + 1 < len(rows) and rows[index + 1].is_heading
    return tops[index + 1] - (_SIZES.heading_gap if follows_heading else 0.0)


def _row_name(codes: Codes, row: Row, track: _Track, top: float, bottom: float, in_the_middle: bool) -> Shape:
    parts = _name_texts(codes, row, track)
    height = sum(TEXTS[style].line * len(lines) for style, lines in parts)
    y = top + ((bottom - top - height) / 2 if in_the_middle else _SIZES.inset)
    left = track.x + _SIZES.padding + row.depth * _SIZES.indent
    texts = [text_block(row.code, "row-code", left, y, _SIZES.code_width)] if row.code else []
    for style, lines in parts:
        box = Box(
            track.x + _SIZES.padding + _name_left(codes, row),
            y,
            widest(lines, TEXTS[style]),
            TEXTS[style].line * len(lines),
        )
        texts.append(TextBlock(style, lines, box))
        y = box.bottom
    return Shape(row.id, "row-name", Box(track.x, top, track.width, bottom - top), tuple(texts), row.tip or row.name)


def _cell(own: str, cell: Cell, track: _Track, box: Box, is_centred: bool, in_the_middle: bool) -> Shape:
    """The marks of a cell in a row, its lines below them."""
    height = _cell_height(cell, track)
    y = box.y + ((box.height - height) / 2 if in_the_middle else _SIZES.inset)
    badges = tuple(_badges(own, cell.marks, track, y, is_centred))
    y += _SIZES.badge[1] + _SIZES.entry_gap if badges else 0.0
    texts: list[TextBlock] = []
    for line in cell.lines:
        wrapped = _wrapped(line, track)
        texts += _lines(wrapped, _style(line), track, y, is_centred)
        y += TEXTS[_style(line)].line * len(wrapped) + _SIZES.entry_gap
    if cell.is_filled:
        box = Box(box.x + 2, box.y + 2, box.width - 4, box.height - 4)
    tip = cell.tip or "\n".join((*(mark.name for mark in cell.marks), *(line.text for line in cell.lines)))
    return Shape(own, "cell-filled" if cell.is_filled else "cell", box, tuple(texts), tip, cell.tone, badges)


def _badges(own: str, marks: tuple[Mark, ...], track: _Track, y: float, is_centred: bool) -> Iterator[Shape]:
    x = track.x + ((track.width - _badges_width(marks)) / 2 if is_centred else _SIZES.padding)
    for index, mark in enumerate(marks):
        height = _SIZES.dot if mark.text in DOTS else _SIZES.badge[1]
        box = Box(x, y + (_SIZES.badge[1] - height) / 2, _badge_width(mark), height)
        yield _badge(f"{own}:{index + 1}", mark, box)
        x += box.width + _SIZES.badge_gap


def _badge(own: str, mark: Mark, box: Box) -> Shape:
    """A mark in the middle of its box."""
    role = _badge_role(mark)
    if mark.text in DOTS:
        return Shape(own, role, box, (), mark.name, mark.tone)
    style = TEXTS[role]
    width = text_width(mark.text, style)
    text = TextBlock(
        role, (mark.text,), Box(box.centre[0] - width / 2, box.centre[1] - style.line / 2, width, style.line)
    )
    return Shape(own, role, box, (text,), mark.name, mark.tone)


def _stripes(table: Table, width: float, tops: list[float]) -> Iterator[Shape]:
    """A ground under every other row."""
    is_odd = False
    after = -1
    for first, last in _blocks(table.rows):
        is_odd = not is_odd if first == after + 1 else False
        after = last
        if is_odd:
            y = tops[first]
            yield Shape(f"picture:stripe-{first}", "stripe", Box(0, y, width, _end(tops, last, table.rows) - y))


def _column_lines(table: Table, tracks: list[_Track], top: float, bottom: float) -> Iterator[Shape]:
    """A line at the left of each centred column, where there are several."""
    several = sum(column.is_centred for column in table.columns) > 1
    for column, track in zip(table.columns, tracks[1:], strict=True):
        if column.is_centred and several:
            yield Shape(f"picture:line-{column.id}", "column-line", Box(track.x, top, 1, bottom - top))
