"""The process handbook in one language, free of any format."""

from collections.abc import Iterable

from ltcarch.model import Architecture, ProcessElement
from ltcarch.views.handbook.about import about_pages, moved_pages
from ltcarch.views.handbook.changed import Since, with_changes
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import element_page, element_pages
from ltcarch.views.handbook.finding import Finding
from ltcarch.views.handbook.index import index_page
from ltcarch.views.handbook.page import Handbook, Page
from ltcarch.views.handbook.process import process_page
from ltcarch.views.handbook.registers import register_pages

__all__ = ["Finding", "Since", "handbook", "single_page"]


def handbook(
    architecture: Architecture,
    language: str,
    findings: Iterable[Finding] | None = None,
    since: Since | None = None,
) -> Handbook:
    """All pages of the handbook: the index, one page an element, the registers, and where former ids lead.

    `findings` are those of the rules, None if they did not run; `since` is what the architecture is compared with.
    """
    edition = Edition(architecture, language, None if findings is None else tuple(findings))
    processes = tuple(process_page(edition, element) for element in architecture.all(ProcessElement))
    others = (*register_pages(edition), *about_pages(edition))
    pages = (*processes, *element_pages(edition), *others)
    if since is not None:
        pages = with_changes(edition, pages, since)
        others = (pages[-1], *others)
    index = index_page(edition, others)
    moved = moved_pages(edition, {page.name.casefold() for page in (index, *pages)})
    return Handbook(language, index.title, (index, *pages, *moved))


def single_page(
    architecture: Architecture, language: str, element_id: str, findings: Iterable[Finding] | None = None
) -> Page | None:
    """The page of one element as the handbook has it, for whoever needs no other; None where it has none of its own."""
    edition = Edition(architecture, language, None if findings is None else tuple(findings))
    element = architecture.get(element_id)
    if isinstance(element, ProcessElement):
        return process_page(edition, element)
    return element_page(edition, element) if element else None
