"""A document put together from pages of the handbook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.picture import Picture as Placed
from ltcarch.model import Architecture, Element
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from ltcarch.publish.document.content import Chapter, Document
from ltcarch.publish.document.cover import cover
from ltcarch.publish.document.linking import Linking, marks_of
from ltcarch.publish.document.selection import selected
from ltcarch.publish.document.text import printable
from ltcarch.publish.handbook.illustration import illustrated, pictures_in
from ltcarch.publish.handbook.pictures import needs_engine
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Block, Handbook, Page, Picture, Place, Section
from ltcarch.views.handbook.places import register_of

_LISTED = frozenset(("role", "position", "unit", "artifact", "kpi", "goal", "control", "system", "policy"))
"""The kinds of elements that stand under their register where it is part of the document."""


def document(
    architecture: Architecture, book: Handbook, of: Element | None = None, engine: Engine | None = None
) -> Document:
    """The pages of a handbook about an element, or all of them, as one document.

    Without an engine the interface map is left out. Raises EngineFault where the engine gives up.
    """
    pages = selected(architecture, book.pages, of)
    edition = Edition(architecture, book.language)
    pictures = _pictures(architecture, book.language, pages, engine)
    marks = marks_of(pages)
    of_pages = len(pages) > 1
    made = tuple(_gathered(pages, marks, pictures))
    chapters = made if of_pages else tuple(own for one in made for own in _sections(one, edition, marks.values()))
    title = book.title if of is None or of is architecture.company else pages[0].title
    return Document(book.language, cover(edition, of, title), chapters, pictures, of_pages)


def _pictures(
    architecture: Architecture, language: str, pages: Iterable[Page], engine: Engine | None
) -> dict[str, Placed]:
    """The pictures on some pages, by name."""

    def found() -> Engine:
        assert engine is not None
        return engine

    wanted = {own.name: own for page in pages for own in pictures_in(page.blocks)}
    return {
        name: _placed(architecture, own, Wishes(language, found))
        for name, own in wanted.items()
        if engine or not needs_engine(own)
    }


def _placed(architecture: Architecture, picture: Picture, wishes: Wishes) -> Placed:
    subject = architecture.get(picture.of) if picture.of else None
    return DIAGRAMS[picture.kind].draw(architecture, subject, wishes)


def _gathered(pages: Iterable[Page], marks: Mapping[Place, str], pictures: Mapping[str, Placed]) -> Iterator[Chapter]:
    """A chapter for each page; pages that a register lists become sections of its own."""
    pages = tuple(pages)
    registers = {page.name for page in pages if page.kind == "register"}
    listed: dict[str, list[Section]] = {}
    for page in pages:
        register = register_of(page.name)
        if page.kind in _LISTED and register in registers:
            chapter = _chapter(page, marks, pictures)
            listed.setdefault(register, []).append(Section(page.kind, chapter.title, chapter.blocks, chapter.marks[0]))
    for page in pages:
        if page.kind not in _LISTED or register_of(page.name) not in registers:
            chapter = _chapter(page, marks, pictures)
            yield replace(chapter, blocks=(*chapter.blocks, *listed.get(page.name, ())))


def _chapter(page: Page, marks: Mapping[Place, str], pictures: Mapping[str, Placed]) -> Chapter:
    blocks = Linking(page.name, marks).blocks(illustrated(page.blocks, pictures))
    return Chapter(printable(page.title), (marks[Place(page.name)],), blocks, on_new_page=True)


def _sections(chapter: Chapter, edition: Edition, taken: Iterable[str]) -> Iterator[Chapter]:
    """The sections of the only page as chapters; what stands before the first of them is an overview."""
    used = {mark.casefold() for mark in taken}
    parts: list[tuple[str, str, tuple[str, ...], list[Block]]] = []
    for block in chapter.blocks:
        if isinstance(block, Section):
            parts.append((block.heading, block.key, (block.mark,) if block.mark else (), list(block.blocks)))
        elif parts:
            parts[-1][3].append(block)
        else:
            parts.append((edition.word("Overview"), "overview", (), [block]))
    for number, (heading, key, marks, blocks) in enumerate(parts):
        own = marks or (_free(key, used),)
        yield Chapter(heading, own if number else (*chapter.marks, *own), tuple(blocks))


def _free(key: str, used: set[str]) -> str:
    """A mark like a section's key that nothing else bears."""
    mark = next(own for own in chain((key,), map(f"{key}-{{}}".format, count(2))) if own.casefold() not in used)
    used.add(mark.casefold())
    return mark
