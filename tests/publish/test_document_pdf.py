"""The PDF of a document as a reader meets it."""

import ctypes
import re

import pypdfium2
import pytest
from pypdfium2 import PdfDocument

from ltcarch.publish.document import Document, pdf
from ltcarch.publish.document.flow import stretches
from ltcarch.render.finish import FinishFault
from tests.publish.documents import HOSTILE, PURCHASING, REFERENCE, hostile, made, shown
from tests.render.chinese_font import FOLDER


def opened(document: Document) -> PdfDocument:
    return PdfDocument(pdf.written(document, FOLDER))


def texts(file: PdfDocument) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_bounded() for page in file]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufffe\u0002]", "", text)


@pytest.mark.parametrize(("of", "language"), [("LTC.2.7", "zh"), ("LTC.1", "en"), ("account_manager", "zh")])
def test_it_holds_cover_contents_and_all_text(of, language):
    document = made(REFERENCE, language, of)
    cover, contents, *pages = texts(opened(document))
    whole = squeezed("".join(pages))
    assert squeezed(document.cover.title) in squeezed(cover)
    assert document.cover.company in cover
    for label, _ in document.cover.facts:
        assert label in cover
    for chapter in document.chapters:
        assert squeezed(chapter.title) in squeezed(contents)
        assert squeezed(chapter.title) in whole


def test_pages_are_numbered_and_bear_a_running_head():
    document = made(REFERENCE, "en", "LTC.2.7")
    cover, *pages = texts(opened(document))
    assert "Page 1" not in cover
    for number, text in enumerate(pages, start=2):
        assert f"Page {number} of {len(pages) + 1}" in text
        assert "4.2.7 · Version 1.0.0 · Published" in text
        assert "Reference Company" in text


def test_turned_pages_are_those_of_wide_pictures():
    document = made(REFERENCE, "zh", "LTC.2.7")
    sizes = [tuple(map(round, page.get_size())) for page in opened(document)]
    assert set(sizes) == {(595, 842), (842, 595)}
    assert sizes.count((842, 595)) == sum(part.turned for part in stretches(document))


def test_the_swimlane_is_text_and_lines_not_dots():
    file = opened(made(REFERENCE, "zh", "LTC.2.7"))
    turned = next(page for page in file if page.get_width() > page.get_height())
    assert squeezed("法务评审") in squeezed(turned.get_textpage().get_text_bounded())
    kinds = {own.type for own in turned.get_objects(max_depth=5)}
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_chinese_is_set_with_chinese_characters():
    file = opened(made(REFERENCE, "zh", "LTC.2.7"))
    drawn = [bytes(file[0].render(scale=2, crop=crop).buffer) for crop in ((0, 0, 0, 0),)]
    assert "合同评审" in squeezed(texts(file)[0])
    blank = [text for text in texts(file) if "\ufffd" in text]
    assert not blank
    assert len(set(drawn[0])) > 10


def links(file: PdfDocument) -> tuple[int, set[str]]:
    """How many links lead within the file, and the addresses of the others."""
    raw, inner, outer = pypdfium2.raw, 0, set()
    for page in file:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            if raw.FPDFLink_GetDest(file, link):
                inner += 1
                continue
            action = raw.FPDFLink_GetAction(link)
            if raw.FPDFAction_GetType(action) == raw.PDFACTION_GOTO:
                inner += 1
                continue
            size = raw.FPDFAction_GetURIPath(file, action, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(file, action, buffer, size)
            outer.add(buffer.value.decode())
    return inner, outer


def test_links_lead_within_the_document():
    inner, outer = links(opened(made(REFERENCE, "en", "LTC.1")))
    assert inner > 100
    assert outer == set()


def test_chapters_are_the_outline_of_the_file():
    document = made(REFERENCE, "en", "LTC.1")
    titles = [own.get_title() for own in opened(document).get_toc() if own.level == 0]
    assert titles == [chapter.title for chapter in document.chapters]


def test_the_same_bytes_every_time():
    document = made(PURCHASING, "zh", "P2P.2.1")
    assert pdf.written(document, FOLDER) == pdf.written(document, FOLDER)


def test_hostile_names_show_as_text(tmp_path):
    file = opened(hostile(tmp_path))
    whole = squeezed("".join(texts(file)))
    for text in HOSTILE:
        plain = "".join(own for own in shown(text) if own.isascii() or "\u4e00" <= own <= "\u9fff")
        assert plain[:40] in whole or not plain[:40].isascii() or len(plain) < 12, text
    for page in file:
        width = page.get_width()
        for own in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
            left, _, right, _ = own.get_bounds()
            assert left >= 0
            assert right <= width, own.extract()


def test_without_a_chinese_font_it_says_so(monkeypatch):
    monkeypatch.setattr("ltcarch.render.typesetting._draws_chinese", lambda _: False)
    with pytest.raises(FinishFault, match="the document holds Chinese"):
        pdf.written(made(REFERENCE, "zh", "LTC.2.7"))
