"""The pages of a Word document: upright and turned ones, with what stands at their head and foot."""

from typing import Any

from docx.enum.section import WD_HEADER_FOOTER
from docx.oxml.ns import qn
from docx.shared import Mm

from ltcarch.publish.document.content import Cover
from ltcarch.publish.document.figures import TURNED, UPRIGHT
from ltcarch.publish.document.word.elements import Element, element, field, paragraph, run, tab
from ltcarch.publish.document.word.styles import FAINT
from ltcarch.publish.document.wording import PAGE, PAGES

_SHORT, _LONG = 210, 297
_MOST_OF_TITLE = 70


class Pages:
    """Ends stretches of the text, so that each has pages of its own form."""

    def __init__(self, document: Any, cover: Cover, words: dict[str, str]) -> None:
        self._document = document
        self._last = document.element.body.sectPr
        self._parts = {turned: self._head_and_foot(cover, words, turned) for turned in (False, True)}

    def _head_and_foot(self, cover: Cover, words: dict[str, str], turned: bool) -> tuple[str, str]:
        """The parts with the head and the foot, by which sections refer to them."""
        width = (TURNED if turned else UPRIGHT)[0]
        title = cover.title if len(cover.title) <= _MOST_OF_TITLE else f"{cover.title[:_MOST_OF_TITLE]}…"
        part = self._document.part
        header, header_id = part.add_header_part()
        footer, footer_id = part.add_footer_part()
        _fill(header.element, "Header", [run(f"{cover.company}  ·  {title}"), tab(), run(cover.running)], width)
        _fill(footer.element, "Footer", [run(words["notice"]), tab(), *_numbers(words["page"])], width)
        return header_id, footer_id

    def end_cover(self) -> None:
        """What stands so far is the cover, whose page has neither head nor foot."""
        self._break(_form(False))

    def end(self, *, turned: bool) -> None:
        """What stands since the last end has pages of one form."""
        self._break(self._with_parts(_form(turned), turned))

    def finish(self, *, turned: bool) -> None:
        """The rest of the document has pages of one form."""
        flatten(self._last.getprevious())
        made = self._with_parts(_form(turned), turned)
        self._last.getparent().replace(self._last, made)

    def _with_parts(self, section: Element, turned: bool) -> Element:
        header, footer = self._parts[turned]
        section.add_headerReference(WD_HEADER_FOOTER.PRIMARY, header)
        section.add_footerReference(WD_HEADER_FOOTER.PRIMARY, footer)
        return section

    def _break(self, section: Element) -> None:
        """End a section in its last paragraph, or in one of no height after a table."""
        last = self._last.getprevious()
        if last is None or last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            last = paragraph("Normal", (), element("spacing", before=0, after=0, line=20, lineRule="exact"))
            self._last.addprevious(last)
        flatten(last)
        last.get_or_add_pPr().append(section)


def flatten(last: Element) -> None:
    """Let an empty line at the end of pages take no room, lest it begin a page of its own."""
    spacing = last.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    if spacing is not None and last.find(qn("w:r")) is None:
        spacing.set(qn("w:line"), "20")


def _form(turned: bool) -> Element:
    width, height = (_LONG, _SHORT) if turned else (_SHORT, _LONG)
    size = element("pgSz", w=Mm(width).twips, h=Mm(height).twips)
    if turned:
        size.set(qn("w:orient"), "landscape")
    sides = {"top": 27, "right": 20, "bottom": 21, "left": 20, "header": 13, "footer": 11, "gutter": 0}
    margins = element("pgMar", **{side: Mm(own).twips for side, own in sides.items()})
    return element("sectPr", element("type", val="nextPage"), size, margins)


def _fill(part: Element, style: str, content: list[Element], width: float) -> None:
    """Give a head or foot its one line, with a rule towards the text."""
    for own in list(part):
        part.remove(own)
    side = "bottom" if style == "Header" else "top"
    rule = element("pBdr", element(side, val="single", sz=4, space=4, color=FAINT))
    stops = element("tabs", element("tab", val="right", pos=Mm(width).twips))
    part.append(paragraph(style, content, rule, stops))


def _numbers(pattern: str) -> list[Element]:
    """The number of the page and of the last one, as the language says it."""
    before, _, rest = pattern.partition(PAGE)
    between, _, after = rest.partition(PAGES)
    return [run(before), *field("PAGE", "1"), run(between), *field("NUMPAGES", "1"), run(after)]
