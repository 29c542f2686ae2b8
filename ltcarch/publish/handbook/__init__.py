"""The process handbook as a tree of Markdown files with pictures beside them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from ltcarch.layout.graphviz_engine import Engine
from ltcarch.model import Architecture
from ltcarch.publish.handbook.environment import check, render
from ltcarch.publish.handbook.illustration import illustrated, pictures_in
from ltcarch.publish.handbook.made import ANEW, Made
from ltcarch.publish.handbook.pictures import PICTURES, draw
from ltcarch.publish.handbook.template_names import Own
from ltcarch.views.handbook import Finding, Since, handbook
from ltcarch.views.handbook.page import Handbook, Listing, Page, Place, Span, line
from ltcarch.views.handbook.places import INDEX


def handbook_files(
    architecture: Architecture,
    languages: Iterable[str],
    engine: Engine | None = None,
    templates: Own = (),
    findings: Iterable[Finding] | None = None,
    since: Since | None = None,
) -> dict[str, bytes]:
    """The files of the handbook, by name: in a folder for each language where there are several.

    Without an engine the interface map is left out. `templates` are those of the company itself, `findings` what the
    rules found if they ran, `since` what the architecture is compared with. Raises EngineFault where the engine gives
    up, TemplateFault where a template is wrong.
    """
    check(templates)
    written = partial(render, own=templates)
    found = None if findings is None else tuple(findings)
    editions = [handbook(architecture, language, found, since) for language in languages]
    if len(editions) == 1:
        return edition_files(architecture, editions[0], engine, written)
    files = {f"{INDEX}.md": written(_language_page(architecture, editions)).encode()}
    for edition in editions:
        made = edition_files(architecture, edition, engine, written)
        files.update({f"{edition.language}/{name}": data for name, data in made.items()})
    return files


def _language_page(architecture: Architecture, editions: list[Handbook]) -> Page:
    """The page that leads to the handbook in each language, each called by its own title."""
    titles = (line(Span(edition.title, Place(f"{edition.language}/{INDEX}"))) for edition in editions)
    return Page(INDEX, architecture.company.label(architecture.project.language), (), (Listing(tuple(titles)),))


def edition_files(
    architecture: Architecture,
    edition: Handbook,
    engine: Engine | None,
    written: Callable[[Page], str] = render,
    address: Callable[[str], str] = "{}.md".format,
    made: Made = ANEW,
) -> dict[str, bytes]:
    """The files of the handbook in one language, by name: its pages in Markdown, as `written` puts them, and pictures.

    The shapes of pictures lead to the file that `address` gives for the name of a page. `made` knows the pictures that
    were drawn before. Raises EngineFault.
    """
    language, pages = edition.language, edition.pages
    wanted = (picture for page in pages for picture in pictures_in(page.blocks))
    pictures = dict(draw(architecture, language, wanted, engine, address, made))
    files = {f"{PICTURES}/{name}.svg": data for name, data in pictures.items()}
    for page in pages:
        shown = replace(page, blocks=tuple(illustrated(page.blocks, pictures)))
        files[f"{page.name}.md"] = written(shown).encode()
    return files
