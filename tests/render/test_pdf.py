"""PDF holds the whole picture as text that can be searched, on the paper asked for."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from ltcarch.layout.picture import Picture
from ltcarch.layout.theme import DARK
from ltcarch.render import Finish, Theme, pdf
from tests.pictures import placed
from tests.render.chinese_font import FOLDER
from tests.render.test_png import written

FINISH = Finish(fonts=FOLDER)
POINTS = 72 / 96


def opened(picture: Picture, finish: Finish = FINISH) -> PdfDocument:
    return PdfDocument(pdf.draw(picture, finish))


def test_the_page_is_as_large_as_the_picture_and_holds_its_text():
    picture = placed("examples/starter", "zh", "swimlane")
    document = opened(picture)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((picture.width * POINTS, picture.height * POINTS), abs=0.1)
    text = document[0].get_textpage().get_text_bounded()
    for shape in picture.shapes:
        for line in (line for block in shape.texts for line in block.lines):
            assert line in text
    assert document.get_metadata_dict()["Title"] == f"{picture.title} – {picture.subtitle}"
    assert document.get_metadata_dict()["CreationDate"] == ""


def test_sheets_of_paper_are_numbered_and_repeat_what_names_the_rows():
    picture = placed("models/reference", "en", "tree")
    document = opened(picture, replace(FINISH, page="A4"))
    assert len(document) > 2
    for number in range(len(document)):
        assert sorted(document[number].get_size()) == pytest.approx((595.28, 841.89), abs=0.1)
        text = document[number].get_textpage().get_text_bounded()
        assert f"{number + 1} / {len(document)}" in text
        assert "L1 Process classification" in text


def test_chinese_is_drawn_with_chinese_characters():
    drawn = {text: bytes(pixels(written(text))) for text in ("中", "国", "\u0378", "\u0379")}
    assert drawn["中"] != drawn["国"]
    assert drawn["\u0378"] not in (drawn["中"], drawn["国"])
    assert drawn["\u0378"] == drawn["\u0379"]


def test_the_page_has_the_colour_of_the_theme():
    dark = pixels(written("A"), replace(FINISH, theme=Theme.DARK, page="A4"))
    assert bytes(dark[:3])[::-1] == bytes.fromhex(DARK.page[1:])


def test_the_same_bytes_every_time():
    picture = placed("examples/starter", "zh", "swimlane")
    assert pdf.draw(picture, FINISH) == pdf.draw(picture, FINISH)


def pixels(picture: Picture, finish: Finish = FINISH) -> bytes:
    """The first page as pixels: blue, green, red."""
    return bytes(opened(picture, finish)[0].render(scale=1).buffer)
