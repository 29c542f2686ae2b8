"""The bar over a table with the names of its columns and of their groups."""

from collections.abc import Iterator
from itertools import groupby

from ltcarch.layout.frame import text_block
from ltcarch.layout.picture import Box, Shape
from ltcarch.layout.table.track import Track, text_lines
from ltcarch.layout.text import wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import Table

_SIZES = THEME.table


def table_head(table: Table, tracks: list[Track], width: float) -> Shape:
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
    own: str, tip: str, lines: tuple[str, ...], track: Track, top: float, bottom: float, is_centred: bool = False
) -> Shape:
    y = bottom - _SIZES.head_inset - len(lines) * TEXTS["table-head"].line
    texts = text_lines(lines, "table-head", track, y, is_centred)
    return Shape(own, "head", Box(track.x, top, track.width, bottom - top), texts, tip)


def _group_heads(table: Table, tracks: list[Track]) -> Iterator[Shape]:
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
