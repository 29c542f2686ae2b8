"""The process handbook in one language, free of any format."""

from ltcarch.model import Architecture, ProcessElement
from ltcarch.views.handbook.about import about_pages, moved_pages
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import element_pages
from ltcarch.views.handbook.index import index_page
from ltcarch.views.handbook.page import Handbook
from ltcarch.views.handbook.process import process_page
from ltcarch.views.handbook.registers import register_pages


def handbook(architecture: Architecture, language: str) -> Handbook:
    """All pages of the handbook: the index, one page an element, the registers, and where former ids lead."""
    edition = Edition(architecture, language)
    processes = tuple(process_page(edition, element) for element in architecture.all(ProcessElement))
    others = (*register_pages(edition), *about_pages(edition))
    index = index_page(edition, others)
    pages = (index, *processes, *element_pages(edition), *others)
    moved = moved_pages(edition, {page.name.casefold() for page in pages})
    return Handbook(language, index.title, (*pages, *moved))
