"""Lines of text in Word, with links."""

from collections.abc import Iterable

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from ltcarch.publish.document.word.bookmarks import Bookmarks
from ltcarch.publish.document.word.elements import Element, element, paragraph, run
from ltcarch.publish.document.word.styles import ACCENT, MONOSPACED, MUTED, TABLE_TEXT
from ltcarch.publish.handbook.markdown import address
from ltcarch.views.handbook.page import Cell, Line, Span


class Writer:
    """Writes lines into one part of the package, which knows the addresses outside that they lead to."""

    def __init__(self, part: Part, bookmarks: Bookmarks) -> None:
        self._part = part
        self.bookmarks = bookmarks

    def line(self, line: Line) -> list[Element]:
        """The runs of a line."""
        return [self._span(span) for span in line]

    def cell(self, cell: Cell, style: str = TABLE_TEXT) -> list[Element]:
        """The paragraphs of a cell, of which there is at least one."""
        return [paragraph(style, self.line(line)) for line in cell] or [paragraph(style, ())]

    def _span(self, span: Span) -> Element:
        url = address(span.url).replace("&amp;", "&") if span.url else ""
        if url:
            link = element("hyperlink", run(span.text, *_properties(span, link=True)))
            link.set(qn("r:id"), self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            return link
        if span.place and span.place.mark:
            name = self.bookmarks.name(span.place.mark)
            return element("hyperlink", run(span.text, *_properties(span, link=True)), anchor=name, history=1)
        return run(span.text, *_properties(span))


def _properties(span: Span, *, link: bool = False) -> Iterable[Element]:
    """How a piece of text looks, in the order that Word's format asks for."""
    if span.style == "formula":
        yield element("rFonts", ascii=MONOSPACED, hAnsi=MONOSPACED, cs=MONOSPACED)
    if span.style == "strong":
        yield element("b")
    if link:
        yield element("color", val=ACCENT)
    elif span.style == "quiet":
        yield element("color", val=MUTED)
