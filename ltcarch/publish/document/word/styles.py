"""The styles of a Word document: type, colours and distances, which a reader can change in one place."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ltcarch.layout.theme import LIGHT
from ltcarch.publish.document.columns import SIZE
from ltcarch.publish.document.figures import UPRIGHT
from ltcarch.publish.document.word.elements import element
from ltcarch.views.words import is_chinese

LATIN, CHINESE, MONOSPACED = "Arial", "Microsoft YaHei", "Consolas"
INK, MUTED, FAINT, ACCENT, TINT = (
    own.removeprefix("#") for own in (LIGHT.ink, LIGHT.muted, LIGHT.faint, LIGHT.tones[0].strong, LIGHT.tones[0].tint)
)
TABLE_TEXT, TABLE_HEAD, FACT, FACT_NAME = "TableText", "TableHead", "Fact", "FactName"
COVER_COMPANY, COVER_KIND, COVER_NAME, COVER_HEADING = "CoverCompany", "CoverKind", "CoverName", "CoverHeading"
CONTENTS = "ContentsHeading"

_BUILT_IN = (
    # Name, size, bold, colour, space before, space after, kept with the next paragraph.
    ("Normal", 9.5, False, INK, 0, 5, False),
    ("Title", 27, True, INK, 0, 2, False),
    ("Heading 1", 16, True, ACCENT, 16, 7, True),
    ("Heading 2", 12.5, True, ACCENT, 12, 5, True),
    ("Heading 3", 10.5, True, INK, 12, 5, True),
    ("Heading 4", 9.5, True, INK, 9, 4, True),
    ("Heading 5", 9.5, True, MUTED, 9, 4, True),
    ("Heading 6", 9.5, True, MUTED, 9, 4, True),
    ("List Bullet", 9.5, False, INK, 0, 3, False),
    ("Caption", 8, False, MUTED, 2, 6, False),
    ("Header", 8, False, MUTED, 0, 0, False),
    ("Footer", 8, False, MUTED, 0, 0, False),
)
_OWN = (
    ("Table Text", SIZE, False, INK, 0, 1, False),
    ("Table Head", SIZE, True, INK, 0, 1, True),
    ("Fact", 9, False, INK, 0, 1, False),
    ("Fact Name", 9, False, MUTED, 0, 1, False),
    ("Cover Company", 12, False, MUTED, 0, 90, False),
    ("Cover Kind", 12, True, ACCENT, 0, 6, False),
    ("Cover Name", 14, False, MUTED, 0, 4, False),
    ("Cover Heading", 11, True, INK, 90, 6, True),
    ("Contents Heading", 16, True, ACCENT, 0, 8, True),
    ("toc 1", 9.5, True, INK, 6, 2, False),
    ("toc 2", 9.5, False, INK, 0, 2, False),
)
_CLOSE_IN_CHINESE = (
    "Normal",
    "List Bullet",
    "Caption",
    "Table Text",
    "Table Head",
    "Fact",
    "Fact Name",
    "toc 1",
    "toc 2",
)
"""The styles whose lines stand close in Chinese, whose fonts bring a distance along."""


def set_styles(document: Any, language: str) -> None:
    """Give a new document its styles."""
    _set_defaults(document, language)
    for look in _BUILT_IN:
        _set(document.styles[look[0]], *look[1:])
    for look in _OWN:
        style = document.styles.add_style(look[0], WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set(style, *look[1:])
    for name, unwanted in (("Title", "w:pBdr"), ("Header", "w:tabs"), ("Footer", "w:tabs")):
        for own in document.styles[name].element.findall(f".//{qn(unwanted)}"):
            own.getparent().remove(own)
    _underline(document.styles["Cover Company"])
    for rank in (1, 2):
        layout = document.styles[f"toc {rank}"].paragraph_format
        layout.left_indent = Pt(12 * (rank - 1))
        layout.tab_stops.add_tab_stop(Mm(UPRIGHT[0]), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in _CLOSE_IN_CHINESE if is_chinese(language) else ("Table Text",):
        document.styles[name].paragraph_format.line_spacing = 1.0


def _set_defaults(document: Any, language: str) -> None:
    """The fonts and languages of all text that no style tells otherwise."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.clear()
    chinese = is_chinese(language)
    defaults.extend(
        (_fonts(), element("lang", val="zh-CN" if chinese else _latin(language), eastAsia="zh-CN", bidi="ar-SA"))
    )


def _latin(language: str) -> str:
    return "en-GB" if language == "en" else language


def _fonts() -> Any:
    return element("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=CHINESE, cs=LATIN)


def _set(style: Any, size: float, bold: bool, colour: str, before: float, after: float, kept: bool) -> None:
    properties = style.element.get_or_add_rPr()
    properties.clear()
    properties.append(_fonts())
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor.from_string(colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.keep_with_next, layout.line_spacing = kept, 1.15


def _underline(style: Any) -> None:
    border = element("pBdr", element("bottom", val="single", sz=20, space=6, color=ACCENT))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(border, "w:spacing", "w:ind", "w:jc")
