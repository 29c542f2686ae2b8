"""A document as one Markdown file, with its pictures in a folder beside it."""

from ltcarch.publish.document.content import DOCUMENT, Document
from ltcarch.publish.handbook.environment import render
from ltcarch.publish.handbook.template_names import Own
from ltcarch.render import svg
from ltcarch.views.handbook.page import Facts, Page
from ltcarch.views.words import word

_TEMPLATE = "document.md.jinja"


def written(document: Document, pictures: str, templates: Own = ()) -> str:
    """The text of the file; `pictures` names the folder that it finds its pictures in.

    Raises TemplateFault where a template of the company is wrong.
    """
    card = Facts(document.cover.facts, word(": ", document.language))
    page = Page(DOCUMENT, document.cover.title, (), ())
    return render(page, own=templates, name=_TEMPLATE, document=document, card=card, pictures=pictures)


def drawn(document: Document) -> dict[str, bytes]:
    """The pictures of a document, by the names of their files."""
    return {f"{name}.svg": svg.draw(picture).encode() for name, picture in document.pictures.items()}
