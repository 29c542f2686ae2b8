"""The way through the site: processes by class and level, then everything else.

Pages of single elements other than processes are reached through their registers: listed here, thousands of them would
stand in every page. An entry that is only a page bears the page's own title, not one of its own: a title here stands in
the builder's settings, and when these change, it makes every page anew.
"""

from html import escape

from ltcarch.model import Architecture, Classification, Element, ProcessElement
from ltcarch.views.classes import Classes
from ltcarch.views.handbook.page import Handbook, Page, Place
from ltcarch.views.handbook.places import places
from ltcarch.views.words import word

Entry = str | dict[str, "str | list[Entry]"]


def navigation(architecture: Architecture, edition: Handbook) -> list[Entry]:
    """The entries in order. The themes print their titles as they are, so that these are escaped here."""
    language = edition.language
    pages = {page.name: page for page in edition.pages}
    first = edition.pages[0]
    others = [page for page in edition.pages if page.kind in ("register", "overview")]
    return [
        {escape(word("Start page", language)): _file(first)},
        *_classes(architecture, language, pages),
        *_group(word("Registers", language), [_file(page) for page in others]),
    ]


def _classes(architecture: Architecture, language: str, pages: dict[str, Page]) -> list[Entry]:
    """A group for each class, with its L1 elements and all below them."""
    classes = Classes(architecture, language)
    where = places(architecture)
    found: list[Entry] = []
    for own in classes.all:
        members = [element for element in architecture.all(Classification) if classes.of(element) == own]
        entries = [_process(architecture, element, pages, where, language) for element in members]
        found += _group(own.name or word("All processes", language), entries)
    return found


def _process(
    architecture: Architecture, element: Element, pages: dict[str, Page], where: dict[str, Place], language: str
) -> Entry:
    """An element, with its own page as the first one below it, since the themes let only leaves be pages."""
    page = pages[where[element.id].page]
    children = architecture.hierarchy.children(element)
    below = [_process(architecture, own, pages, where, language) for own in children if isinstance(own, ProcessElement)]
    own_page: Entry = {escape(word("Overview", language)): _file(page)}
    return {escape(page.title): [own_page, *below]} if below else _file(page)


def _group(title: str, entries: list[Entry]) -> list[Entry]:
    return [{escape(title): entries}] if entries else []


def _file(page: Page) -> str:
    return f"{page.name}.md"
