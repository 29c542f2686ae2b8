"""A document for Word: cover, contents and text, in the order of its pages."""

from collections.abc import Iterator
from typing import Any

import docx

from ltcarch.publish.document.content import Document
from ltcarch.publish.document.figures import TURNED, UPRIGHT
from ltcarch.publish.document.flow import Heading, Illustration, Item, Stretch, stretches
from ltcarch.publish.document.word.bookmarks import Bookmarks
from ltcarch.publish.document.word.drawing import drawing, drawn
from ltcarch.publish.document.word.elements import (
    Element,
    element,
    field_end,
    field_start,
    paragraph,
    run,
    tab,
)
from ltcarch.publish.document.word.package import packed, set_properties, set_settings
from ltcarch.publish.document.word.pages import Pages, flatten
from ltcarch.publish.document.word.styles import (
    CONTENTS,
    COVER_COMPANY,
    COVER_HEADING,
    COVER_KIND,
    COVER_NAME,
    set_styles,
)
from ltcarch.publish.document.word.tables import facts, form, pairs, table
from ltcarch.publish.document.word.text import Writer
from ltcarch.publish.document.wording import caption, contents_depth, wording
from ltcarch.views.handbook.page import Facts, Listing, Outline, Prose, Table

_POINTS = 72 / 25.4


def written(document: Document, fonts: str | None = None) -> bytes:
    """The Word file of a document. Raises FinishFault where Typst, which draws the pictures, or a font is missing."""
    return _WordFile(document, fonts).made()


class _WordFile:
    def __init__(self, shown: Document, fonts: str | None) -> None:
        self._shown, self._fonts = shown, fonts
        self._words = wording(shown.language)
        self._file = docx.Document()
        self._bookmarks = Bookmarks()
        self._writer = Writer(self._file.part, self._bookmarks)
        self._stretches = stretches(shown)
        self._end = self._file.element.body.sectPr
        self._depth = contents_depth(shown)
        self._entry = self._drawings = 0

    def made(self) -> bytes:
        """The bytes of the file."""
        set_styles(self._file, self._shown.language)
        set_properties(self._file, self._shown)
        set_settings(self._file)
        pages = Pages(self._file, self._shown.cover, self._words)
        self._cover()
        pages.end_cover()
        self._contents()
        turned = False
        for stretch in self._stretches:
            if stretch.turned or turned:
                pages.end(turned=turned)
            self._stretch(stretch, first_on_page=stretch.turned != turned or stretch.turned)
            turned = stretch.turned
        pages.finish(turned=turned)
        return packed(self._file)

    def _add(self, *made: Element) -> None:
        for own in made:
            self._end.addprevious(own)

    def _cover(self) -> None:
        cover, words, room = self._shown.cover, self._words, UPRIGHT[0] * _POINTS
        self._add(paragraph(COVER_COMPANY, [run(cover.company)]), paragraph(COVER_KIND, [run(cover.kind)]))
        self._add(paragraph("Title", [run(cover.title)]))
        self._add(*(paragraph(COVER_NAME, [run(name)]) for name in cover.other_names))
        self._add(_gap(30), pairs(self._writer, cover.facts, (room * 0.28, room * 0.72)))
        if cover.approvals:
            heads = [words[name] for name in ("function", "who", "date", "signature")]
            rows = [(own.function, own.who, own.on, "") for own in cover.approvals]
            self._add(paragraph(COVER_HEADING, [run(words["approval"])]))
            self._add(form(heads, rows, [room * own for own in (0.21, 0.36, 0.15, 0.28)], 36))

    def _contents(self) -> None:
        """The table of contents: links at first, to which Word adds the numbers of pages as it fills its fields."""
        depth = self._depth
        self._add(paragraph(CONTENTS, [run(self._words["contents"])]))
        every = (own for one in self._stretches for own in one.items if isinstance(own, Heading))
        headings = [own for own in every if own.level <= depth]
        for number, heading in enumerate(headings, start=1):
            start = field_start(f'TOC \\o "1-{depth}" \\h \\z \\u') if number == 1 else []
            end = [field_end()] if number == len(headings) else []
            name = f"_Toc{number:08}"
            link = element("hyperlink", run(heading.text), anchor=name, history=1)
            self._add(paragraph(f"toc{heading.level}", [*start, link, *end]))

    def _stretch(self, stretch: Stretch, *, first_on_page: bool) -> None:
        room = (TURNED if stretch.turned else UPRIGHT)[0] * _POINTS
        for index, item in enumerate(stretch.items):
            self._add(*self._item(item, room, fresh=stretch.fresh and not index and not first_on_page))

    def _item(self, item: Item, room: float, *, fresh: bool) -> Iterator[Element]:
        match item:
            case Heading():
                yield self._heading(item, fresh=fresh)
            case Prose(line):
                yield paragraph("Normal", self._writer.line(line))
            case Listing(items):
                yield from (paragraph("ListBullet", self._writer.line(own)) for own in items)
            case Outline(items):
                yield from (self._outline_item(depth, line) for depth, line in items)
            case Facts():
                yield from (facts(self._writer, item, room), _gap(6))
            case Table():
                yield from (table(self._writer, item, room), _gap(6))
            case Illustration():
                yield from self._illustration(item)

    def _heading(self, heading: Heading, *, fresh: bool) -> Element:
        level = min(heading.level, 6)
        names = [self._bookmarks.name(mark) for mark in heading.marks]
        if heading.level <= self._depth:
            self._entry += 1
            names.append(f"_Toc{self._entry:08}")
        content = self._bookmarks.around(names, [run(heading.text)])
        if not fresh:
            return paragraph(f"Heading{level}", content)
        flatten(self._end.getprevious())
        at_top = element("spacing", before=0)
        return paragraph(f"Heading{level}", content, element("pageBreakBefore"), at_top)

    def _outline_item(self, depth: int, line: Any) -> Element:
        content = [run("•"), tab(), *self._writer.line(line)]
        return paragraph("Normal", content, element("ind", left=240 * (depth + 1), hanging=200))

    def _illustration(self, shown: Illustration) -> Iterator[Element]:
        for number, sheet in enumerate(shown.figure.sheets, start=1):
            self._drawings += 1
            png = drawn(shown.figure, sheet, self._fonts)
            inline = drawing(self._file.part, png, sheet, self._drawings, shown.figure.picture.description)
            centred = element("jc", val="center")
            yield paragraph("Normal", [element("r", element("drawing", inline))], element("keepNext"), centred)
            text = caption(shown, number, self._shown.language)
            yield paragraph("Caption", [run(text)], element("jc", val="center"))


def _gap(points: int) -> Element:
    """An empty line of a height, which parts a table from what follows."""
    return paragraph("Normal", (), element("spacing", before=0, after=0, line=points * 20, lineRule="exact"))
