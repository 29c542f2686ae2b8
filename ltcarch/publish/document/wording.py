"""The product's own words in documents."""

from ltcarch.publish.document.content import Document
from ltcarch.publish.document.flow import Illustration
from ltcarch.publish.document.text import printable
from ltcarch.views.handbook.page import Section
from ltcarch.views.words import word

_MOST_ENTRIES = 45
"""How many entries the contents may have; with more they name chapters only."""
PAGE, PAGES = "\ue000", "\ue001"
"""What stands for the number of the page and of the last one."""


def wording(language: str) -> dict[str, str]:
    """The words that every document in a language has around its content."""
    return {
        "contents": word("Contents", language),
        "approval": word("Approval", language),
        "function": word("Function", language),
        "who": word("Position or body", language),
        "date": word("Date", language),
        "signature": word("Signature", language),
        "page": word("Page {page} of {pages}", language, page=PAGE, pages=PAGES),
        "notice": word("The published handbook is in force; prints are not updated.", language),
    }


def caption(shown: Illustration, sheet: int, language: str) -> str:
    """What stands below a sheet of a picture."""
    sheets, text = len(shown.figure.sheets), shown.caption
    if sheets > 1:
        text = word("{caption} ({part} of {parts})", language, caption=text, part=sheet, parts=sheets)
    return printable(word("Figure {number}: {caption}", language, number=shown.number, caption=text))


def contents_depth(document: Document) -> int:
    """How many ranks of headings the contents list."""
    sections = sum(isinstance(block, Section) for chapter in document.chapters for block in chapter.blocks)
    return 2 if len(document.chapters) + sections <= _MOST_ENTRIES else 1
