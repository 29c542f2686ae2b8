"""What the site of one language is built from: Markdown, pictures, looks, and the builder's settings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from ltcarch.publish.handbook import edition_files
from ltcarch.publish.handbook.environment import render
from ltcarch.publish.handbook.made import Made
from ltcarch.publish.handbook.template_names import Own
from ltcarch.publish.site.addresses import file_of
from ltcarch.publish.site.commission import Commission
from ltcarch.publish.site.configuration import SETTINGS, settings
from ltcarch.publish.site.scripts import scripts
from ltcarch.publish.site.style import style_sheet
from ltcarch.views.handbook.page import Block, Handbook, Page, Section, Table

PAGES = "docs"
ASSETS = "assets"
STYLE = f"{ASSETS}/handbook.css"
_TITLE = "page"
_TEMPLATES = Path(__file__).parent / "templates"


def source(commission: Commission, edition: Handbook) -> dict[str, bytes]:
    """The files, by name, that the site in one language is built from. Raises EngineFault."""
    return page_files(commission, edition) | common_files(commission, edition)


def page_files(commission: Commission, edition: Handbook) -> dict[str, bytes]:
    """The Markdown of an edition's pages and their pictures, by name. Raises EngineFault."""
    made = Made(commission.cache)
    written = partial(_markdown_once, made, commission.templates)
    own = replace(edition, pages=tuple(page for page in edition.pages if page.moved_to is None))
    pages = edition_files(commission.architecture, own, commission.engine, written, file_of, made)
    made.close()
    return {f"{PAGES}/{name}": data for name, data in pages.items()}


def common_files(commission: Commission, edition: Handbook) -> dict[str, bytes]:
    """The files, by name, that belong to all pages of an edition: looks, scripts and settings."""
    own = replace(edition, pages=tuple(page for page in edition.pages if page.moved_to is None))
    own_scripts = {f"{ASSETS}/{name}": data for name, data in scripts(own.language).items()}
    shown = own_scripts | {STYLE: style_sheet().encode()}
    files = {f"{PAGES}/{name}": data for name, data in shown.items()}
    return files | {SETTINGS: settings(commission, own, (STYLE,), own_scripts).encode()}


def _markdown_once(made: Made, templates: Own, page: Page) -> str:
    return made.bytes(lambda: _markdown(templates, page).encode(), "page of a site", templates, page).decode()


def _markdown(templates: Own, page: Page) -> str:
    """A page as Markdown under its title, which the themes print as it is. The first page has room for its picture."""
    head = {"title": escape(page.title), **({"hide": ["toc"]} if page.kind == "index" else {})}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    marked, mark = _marked(page)
    return f"---\n{lines}---\n\n{render(marked, _TEMPLATES, own=templates, mark=mark)}"


def _marked(page: Page) -> tuple[Page, str]:
    """A page whose sections all have marks, and the mark of its title: the same in every language."""
    taken = set(_marks(page.blocks))
    title = _free(_TITLE, taken)
    return replace(page, blocks=tuple(_with_marks(page.blocks, taken))), title


def _marks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (row.mark for row in block.rows if row.mark)
        elif isinstance(block, Section):
            if block.mark:
                yield block.mark
            yield from _marks(block.blocks)


def _with_marks(blocks: Iterable[Block], taken: set[str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            mark = block.mark or _free(block.key, taken)
            yield replace(block, mark=mark, blocks=tuple(_with_marks(block.blocks, taken)))
        else:
            yield block


def _free(key: str, taken: set[str]) -> str:
    """A mark made of a section's key that nothing else on the page bears."""
    names = (f"{key}-{number}" if number else key for number in range(len(taken) + 1))
    mark = next(name for name in names if name not in taken)
    taken.add(mark)
    return mark
