"""Widths of characters in a real font file, read by hand."""

import struct
from pathlib import Path


def widths(path: Path):
    """A function from a character to its width in thousandths of the font size."""
    data = path.read_bytes()

    def unsigned(at: int, count: int = 1) -> tuple[int, ...]:
        return struct.unpack(f">{count}H", data[at : at + 2 * count])

    tables = {}
    for index in range(unsigned(4)[0]):
        tag, _, start, _ = struct.unpack(">4sIII", data[12 + 16 * index : 28 + 16 * index])
        tables[tag.decode()] = start
    per_em = unsigned(tables["head"] + 18)[0]
    measured = unsigned(tables["hhea"] + 34)[0]
    glyph_of = _character_map(data, tables["cmap"], unsigned)

    def width(character: str) -> float:
        glyph = min(glyph_of(ord(character)), measured - 1)
        return unsigned(tables["hmtx"] + 4 * glyph)[0] * 1000 / per_em

    return width


def _character_map(data: bytes, start: int, unsigned):
    for index in range(unsigned(start + 2)[0]):
        platform, encoding, offset = struct.unpack(">HHI", data[start + 4 + 8 * index : start + 12 + 8 * index])
        if (platform, encoding) == (3, 1):
            table = start + offset
    count = unsigned(table + 6)[0] // 2
    ends, starts = unsigned(table + 14, count), unsigned(table + 16 + 2 * count, count)
    deltas, offsets = unsigned(table + 16 + 4 * count, count), unsigned(table + 16 + 6 * count, count)

    def glyph(code: int) -> int:
        segment = next(index for index, end in enumerate(ends) if code <= end)
        if code < starts[segment]:
            return 0
        if not offsets[segment]:
            return (code + deltas[segment]) & 0xFFFF
        at = table + 16 + 6 * count + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
        return (unsigned(at)[0] + deltas[segment]) & 0xFFFF

    return glyph
