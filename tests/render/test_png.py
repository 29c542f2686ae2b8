"""PNG shows what the picture shows, in the size and the colours asked for."""

import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ltcarch.layout.picture import Box, Picture, Shape, TextBlock
from ltcarch.layout.theme import DARK, LIGHT
from ltcarch.render import FONTS_SETTING, Finish, FinishFault, Theme, png, typesetting
from tests.pictures import placed
from tests.render.chinese_font import FOLDER

FINISH = Finish(scale=1, fonts=FOLDER)


def test_a_pixel_of_the_picture_is_as_many_of_the_file_as_asked_for():
    picture = placed("examples/starter", "en", "swimlane")
    for scale in (0.5, 1, 2):
        width, height = size(png.draw(picture, replace(FINISH, scale=scale)))
        assert abs(width - picture.width * scale) <= 1
        assert abs(height - picture.height * scale) <= 1


@pytest.mark.parametrize(
    ("theme", "page"), [(Theme.AUTO, LIGHT.page), (Theme.LIGHT, LIGHT.page), (Theme.DARK, DARK.page)]
)
def test_the_page_has_the_colour_of_the_theme(theme, page):
    pixels = read(png.draw(written("A"), replace(FINISH, theme=theme)))
    assert pixels[0][:3] == bytes.fromhex(page[1:])


def test_the_same_bytes_every_time():
    picture = placed("examples/starter", "zh", "swimlane")
    assert png.draw(picture, FINISH) == png.draw(picture, FINISH)


def test_chinese_is_drawn_with_chinese_characters():
    drawn = {text: png.draw(written(text), FINISH) for text in ("中", "国", "\u0378", "\u0379")}
    assert drawn["中"] != drawn["国"]
    assert drawn["\u0378"] not in (drawn["中"], drawn["国"])
    ink = sum(pixel[:3] != b"\xff\xff\xff" for pixel in read(drawn["国"]))
    assert ink > 60


def test_without_a_chinese_font_there_is_no_picture_of_chinese(monkeypatch):
    monkeypatch.setattr(typesetting, "_draws_chinese", lambda _: False)
    assert png.draw(written("A"), FINISH)
    with pytest.raises(FinishFault, match="no font with Chinese characters") as fault:
        png.draw(written("中"), FINISH)
    assert FONTS_SETTING in fault.value.advice


def test_a_font_is_looked_for_by_drawing_with_it(monkeypatch):
    class Blind:
        def compile(self, *_, **__):
            return b"the same box whatever is asked for"

    monkeypatch.setattr(typesetting, "_typesetter", lambda _: Blind())
    assert not typesetting._draws_chinese("a folder without fonts")
    monkeypatch.undo()
    assert typesetting._draws_chinese(FOLDER)


def test_without_typst_it_says_what_to_install(monkeypatch):
    typesetting._typesetter.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FinishFault, match="need Typst") as fault:
        png.draw(written("A"), FINISH)
    assert fault.value.advice == "install it with `pip install 'ltcarch[images]'`"


def written(text: str) -> Picture:
    """A picture of one text."""
    box = Box(4, 4, 30, 34)
    shape = Shape("it", "head", box, (TextBlock("title", (text,), box),))
    return Picture("t", "s", "d", "zh", 40, 40, (), (shape,))


def size(png_bytes: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png_bytes[16:24])
    return width, height


def read(png_bytes: bytes) -> list[bytes]:
    """The pixels of a PNG, four bytes each."""
    width, height = size(png_bytes)
    assert png_bytes[24:26] == bytes((8, 6)), "eight bits, with transparency"
    packed = b"".join(data for kind, data in chunks(png_bytes) if kind == b"IDAT")
    rows = list(unfiltered(zlib.decompress(packed), width * 4))
    assert len(rows) == height
    return [bytes(row[at : at + 4]) for row in rows for at in range(0, len(row), 4)]


def chunks(png_bytes: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png_bytes):
        (length,) = struct.unpack(">I", png_bytes[at : at + 4])
        yield png_bytes[at + 4 : at + 8], png_bytes[at + 8 : at + 8 + length]
        at += length + 12


def unfiltered(data: bytes, length: int) -> Iterator[bytearray]:
    above = bytearray(length)
    for start in range(0, len(data), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        for at in range(length):
            left = row[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            guess = (0, left, above[at], (left + above[at]) // 2, paeth(left, above[at], corner))[data[start]]
            row[at] = (row[at] + guess) & 255
        yield row
        above = row


def paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    return min((abs(near - left), 0, left), (abs(near - above), 1, above), (abs(near - corner), 2, corner))[2]
