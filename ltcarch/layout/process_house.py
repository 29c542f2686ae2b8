"""Where the bands, tiles and parts of a process house stand."""

from dataclasses import replace

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.picture import Box, Picture, Shape, moved
from ltcarch.layout.text import text_width
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.labels import Label
from ltcarch.views.process_house import Band, ProcessHouse, Tile

_SIZES = THEME.house


def place(house: ProcessHouse) -> Picture:
    """The bands one below the other, each with its title at the left and its tiles in a grid that all bands share."""
    columns = _columns([len(band.tiles) for band in house.bands])
    bands: list[Shape] = []
    y = 0.0
    for band in house.bands:
        placed = _band(house, band, columns, y)
        bands.append(placed)
        y = placed.box.bottom + _SIZES.band_gap
    legend = [LegendEntry(name, _heat_role(house, step)) for step, name in enumerate(house.scale)]
    if house.unknown:
        legend.append(LegendEntry(house.unknown, "part-unknown"))
    return framed(house, bands, legend=legend)


def _heat_role(house: ProcessHouse, step: int) -> str:
    return f"{'alarm' if house.is_alarming else 'heat'}-{step}"


def _columns(counts: list[int]) -> int:
    """The number of columns that leaves the least of the grid empty, the larger one if two are as good."""

    def waste(columns: int) -> float:
        rows = sum(-(-count // columns) for count in counts)
        return rows * columns - sum(counts) + 0.5 * rows

    most = max(min(max(counts, default=1), _SIZES.most_columns), _SIZES.fewest_columns)
    fewest = min(4, most)
    return min(range(most, fewest - 1, -1), key=waste)


def _band(house: ProcessHouse, band: Band, columns: int, y: float) -> Shape:
    padding, gap = _SIZES.band_padding, _SIZES.gap
    title_room = _SIZES.title_width + padding if band.of.name else 0
    tiles: list[Shape] = []
    top = y + padding
    for start in range(0, len(band.tiles), columns):
        row = [_tile(house, tile, band.of.index) for tile in band.tiles[start : start + columns]]
        height = max(tile.box.height for tile in row)
        for column, tile in enumerate(row):
            x = padding + title_room + column * (_SIZES.tile_width + gap)
            tiles.append(_stretched(moved(tile, x, top), height))
        top += height + gap
    width = 2 * padding + title_room + columns * (_SIZES.tile_width + gap) - gap
    title = text_block(band.of.name, "band", padding + 2, y + padding + 2, _SIZES.title_width, 4)
    box = Box(0, y, width, top - gap + padding - y)
    texts = (title,) if band.of.name else ()
    return Shape(f"class:{band.of.id}", "band", box, texts, band.of.name, band.of.index, tuple(tiles))


def _stretched(tile: Shape, height: float) -> Shape:
    box = Box(tile.box.x, tile.box.y, tile.box.width, height)
    return Shape(tile.id, tile.role, box, tile.texts, tile.title, tile.tone, tile.children)


def _tile(house: ProcessHouse, tile: Tile, tone: int | None) -> Shape:
    """One tile at the origin, as high as it needs to be."""
    padding = _SIZES.tile_padding
    inner = _SIZES.tile_width - 2 * padding
    code = text_block(tile.label.code, "tile-code", padding, padding - 1, inner)
    name = text_block(tile.label.name, "tile-name", padding, code.box.bottom, inner, 3)
    y = name.box.bottom + 10
    parts: list[Shape] = []
    code_room = max((text_width(part.code, TEXTS["part-code"]) for part in tile.parts), default=0)
    for part in tile.parts:
        parts.append(_part(house, part, y, min(code_room, inner / 3), tone))
        y = parts[-1].box.bottom + _SIZES.part_gap
    height = (y - _SIZES.part_gap if parts else name.box.bottom) + padding
    box = Box(0, 0, _SIZES.tile_width, height)
    return Shape(tile.label.id, "tile", box, (code, name), tile.label.whole, tone, tuple(parts))


def _part(house: ProcessHouse, part: Label, y: float, code_room: float, tone: int | None) -> Shape:
    x, width = _SIZES.tile_padding, _SIZES.tile_width - 2 * _SIZES.tile_padding
    padding = _SIZES.part_padding
    code = text_block(part.code, "part-code", x + padding, y + 5, code_room)
    left = padding + code_room + 7 if part.code else padding
    heat = house.heat.get(part.id)
    room = text_width(heat.text, TEXTS["heat"]) if heat else 0
    name_room = width - left - padding - (room + 7 if room else 0)
    name = text_block(part.name, "part-name", x + left, y + 5, name_room, 2)
    box = Box(x, y, width, max(code.box.height, name.box.height) + 10)
    texts = (code, name) if part.code else (name,)
    if heat is None:
        return _unheated(house, Shape(part.id, "part", box, texts, part.whole, tone))
    amount = (text_block(heat.text, "heat", x + width - padding - room, y + 5, room),) if heat.text else ()
    return Shape(part.id, _heat_role(house, heat.step), box, (*texts, *amount), f"{part.whole}\n{heat.tip}")


def _unheated(house: ProcessHouse, part: Shape) -> Shape:
    """A part in the colours of its class, or in a heat map one of which nothing is known."""
    if not house.scale:
        return part
    return replace(part, role="part-unknown", tone=None, title=f"{part.title}\n{house.unknown}")
