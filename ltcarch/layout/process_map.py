"""Where L1 processes stand in rows, each followed by its L2 as arrows."""

from dataclasses import replace

from ltcarch.layout.frame import framed, text_block
from ltcarch.layout.picture import Box, Picture, Shape, moved
from ltcarch.layout.theme import THEME
from ltcarch.views.labels import Label
from ltcarch.views.process_house import Band, ProcessHouse, Tile
from ltcarch.views.words import word

_SIZES = THEME.process_map


def place(house: ProcessHouse) -> Picture:
    """The bands one below the other, with a row for each L1."""
    columns = min(max((len(tile.parts) for band in house.bands for tile in band.tiles), default=0), _SIZES.most_in_row)
    width = 2 * _SIZES.band_padding + _SIZES.head_width + columns * (_SIZES.arrow_width + _SIZES.gap)
    bands: list[Shape] = []
    y = 0.0
    for band in house.bands:
        bands.append(_band(band, width, y))
        y = bands[-1].box.bottom + _SIZES.band_gap
    return framed(replace(house, subtitle=word("Process map", house.language)), bands)


def _band(band: Band, width: float, top: float) -> Shape:
    padding = _SIZES.band_padding
    title = text_block(band.of.name, "band", padding, top + padding - 4, width - 2 * padding)
    y = title.box.bottom + 8 if band.of.name else top + padding
    rows: list[Shape] = []
    for tile in band.tiles:
        row = [moved(own, padding, y) for own in _row(tile, band.of.index)]
        rows += row
        y = max(own.box.bottom for own in row) + _SIZES.row_gap
    box = Box(0, top, width, y - _SIZES.row_gap + padding - top)
    texts = (title,) if band.of.name else ()
    return Shape(f"class:{band.of.id}", "band", box, texts, band.of.name, band.of.index, tuple(rows))


def _row(tile: Tile, tone: int | None) -> list[Shape]:
    """An L1 and its L2, all as high as the highest, from the origin on; L2 that find no room begin a new line."""
    head = _head(tile.label, tone)
    arrows = [_arrow(own, tone) for own in tile.parts]
    height = max(own.box.height for own in (head, *arrows))
    lines = max(-(-len(arrows) // _SIZES.most_in_row), 1)
    whole = lines * height + (lines - 1) * _SIZES.gap
    placed = [replace(moved(head, 0, (whole - head.box.height) / 2), box=replace(head.box, height=whole))]
    for index, own in enumerate(arrows):
        line, column = divmod(index, _SIZES.most_in_row)
        x = _SIZES.head_width + _SIZES.gap + column * (_SIZES.arrow_width + _SIZES.gap)
        down = (height - own.box.height) / 2
        shape = moved(own, x, line * (height + _SIZES.gap) + down)
        placed.append(replace(shape, box=Box(shape.box.x, shape.box.y - down, shape.box.width, height)))
    return placed


def _head(label: Label, tone: int | None) -> Shape:
    inner = _SIZES.head_width - 2 * _SIZES.padding
    code = text_block(label.code, "tile-code", _SIZES.padding, _SIZES.padding - 2, inner)
    name = text_block(label.name, "tile-name", _SIZES.padding, code.box.bottom, inner, 2)
    box = Box(0, 0, _SIZES.head_width, name.box.bottom + _SIZES.padding - 1)
    return Shape(label.id, "map-head", box, (code, name), label.whole, tone)


def _arrow(label: Label, tone: int | None) -> Shape:
    left = _SIZES.point + _SIZES.padding
    inner = _SIZES.arrow_width - left - _SIZES.point - 2
    code = text_block(label.code, "part-code", left, _SIZES.padding - 3, inner)
    y = code.box.bottom if label.code else _SIZES.padding
    name = text_block(label.name, "part-name", left, y, inner, 3)
    box = Box(0, 0, _SIZES.arrow_width, name.box.bottom + _SIZES.padding - 3)
    return Shape(label.id, "map-arrow", box, (code, name) if label.code else (name,), label.whole, tone)
