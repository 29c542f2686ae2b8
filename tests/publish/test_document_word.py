"""The Word file of a document, opened again."""

import io
import re
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from ltcarch.publish.document import Document, word
from ltcarch.publish.document.flow import Heading, Illustration, stretches
from tests.publish.documents import HOSTILE, REFERENCE, hostile, made, shown
from tests.render.chinese_font import FOLDER


def opened(document: Document):
    return docx.Document(io.BytesIO(word.written(document, FOLDER)))


@pytest.fixture(scope="module", params=["en", "zh"])
def process(request) -> tuple[Document, object]:
    document = made(REFERENCE, request.param, "LTC.2.7")
    return document, opened(document)


def headings(file) -> list[tuple[int, str]]:
    found = ((own.style.name, own.text) for own in file.paragraphs)
    return [(int(name[-1]), text) for name, text in found if re.fullmatch(r"Heading \d", name)]


def every_text(file) -> str:
    return "".join(own.text or "" for own in file.element.body.iter(qn("w:t")))


def test_the_cover_tells_title_company_and_facts(process):
    document, file = process
    first = [own.text for own in file.paragraphs[:4]]
    cover = document.cover
    assert first == [cover.company, cover.kind, cover.title, *cover.other_names]
    facts, approval = file.tables[:2]
    assert [row.cells[0].text for row in facts.rows] == [label for label, _ in cover.facts]
    assert [row.cells[0].text for row in approval.rows][1:] == [own.function for own in cover.approvals]
    assert file.core_properties.title == cover.title
    assert file.core_properties.author == cover.company


def test_headings_are_headings(process):
    document, file = process
    expected = [(own.level, own.text) for part in stretches(document) for own in part.items if isinstance(own, Heading)]
    assert headings(file) == expected


def test_tables_are_fixed_repeat_their_head_and_fit_the_page(process):
    _, file = process
    tables = [own._tbl for own in file.tables[2:]]
    with_head = [own for own in tables if own.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(with_head) > 10
    for own in tables:
        assert own.find(f".//{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
        widths = [int(column.get(qn("w:w"))) for column in own.iter(qn("w:gridCol"))]
        assert sum(widths) <= 257 / 25.4 * 1440 + 20
        for row in own.iter(qn("w:tr")):
            assert len(row.findall(qn("w:tc"))) == len(widths)


def test_pictures_stand_on_pages_that_are_wide_enough(process):
    document, file = process
    shapes = file.inline_shapes
    expected = [own for part in stretches(document) for own in part.items if isinstance(own, Illustration)]
    assert len(shapes) == sum(len(own.figure.sheets) for own in expected)
    assert max(own.width.mm for own in shapes) <= 257.1
    assert all(own._inline.docPr.get("descr") for own in shapes)
    turned = [own for own in file.sections if own.orientation == WD_ORIENTATION.LANDSCAPE]
    assert len(turned) == sum(part.turned for part in stretches(document))
    assert all(own.page_width > own.page_height for own in turned)


def test_contents_and_page_numbers_are_fields(process):
    _, file = process
    codes = [own.text.strip() for own in file.element.body.iter(qn("w:instrText"))]
    assert codes == ['TOC \\o "1-2" \\h \\z \\u']
    kinds = [own.get(qn("w:fldCharType")) for own in file.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert file.settings.element.find(qn("w:updateFields")).get(qn("w:val")) == "true"
    for section in file.sections[1:]:
        foot = section.footer._element
        assert [own.text.strip() for own in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_cover_has_no_running_head_and_all_other_pages_have(process):
    document, file = process
    first, *others = file.sections
    assert not first._sectPr.findall(qn("w:headerReference"))
    for section in others:
        assert document.cover.running in section.header.paragraphs[0].text
        assert document.cover.company in section.header.paragraphs[0].text


def test_every_link_leads_to_a_bookmark(process):
    _, file = process
    bookmarks = [own.get(qn("w:name")) for own in file.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(bookmarks)) == len(bookmarks)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in bookmarks)
    anchors = {own.get(qn("w:anchor")) for own in file.element.body.iter(qn("w:hyperlink"))}
    assert len(anchors) > 20
    assert anchors <= set(bookmarks)
    ids = [own.get(qn("w:id")) for own in file.element.body.iter(qn("w:bookmarkStart"))]
    assert sorted(ids) == sorted(own.get(qn("w:id")) for own in file.element.body.iter(qn("w:bookmarkEnd")))


def test_chinese_has_a_chinese_font_and_language(process):
    document, file = process
    defaults = file.styles.element.find(f".//{qn('w:rPrDefault')}")
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "Microsoft YaHei"
    language = defaults.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"
    assert language.get(qn("w:val")) == ("zh-CN" if document.language == "zh" else "en-GB")
    for name in ("Heading 1", "Normal", "Title"):
        fonts = file.styles[name].element.find(f".//{qn('w:rFonts')}")
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert not any("Theme" in key for key in fonts.attrib)


def test_the_same_bytes_every_time_and_no_date():
    document = made(REFERENCE, "zh", "LTC.2.7")
    first, second = word.written(document, FOLDER), word.written(document, FOLDER)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {own.date_time for own in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.testzip() is None
        assert b"dcterms:created" not in file.read("docProps/core.xml")


def test_hostile_names_show_as_text(tmp_path):
    document = hostile(tmp_path)
    whole = shown(every_text(opened(document)))
    for text in HOSTILE:
        assert shown(text) in whole


def test_pages_of_the_handbook_begin_on_pages_of_their_own():
    file = opened(made(REFERENCE, "en", "LTC.1"))
    first = [own for own in file.paragraphs if own.style.name == "Heading 1"]
    assert [own.text for own in first][1:] == [
        "4.1.1 Collect leads",
        "4.1.2 Distribute leads",
        "4.1.3 Track and nurture leads",
    ]
    assert all(own.paragraph_format.page_break_before for own in first[1:])
