"""The documentation site: the handbook as static pages, one build a language."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from ltcarch.publish.site.building import BuildFault, built, has_builder
from ltcarch.publish.site.commission import Commission
from ltcarch.publish.site.finishing import finished
from ltcarch.publish.site.redirects import redirect_pages
from ltcarch.publish.site.search import INDEX, search_index
from ltcarch.publish.site.sources import source
from ltcarch.publish.site.start import start_page
from ltcarch.publish.site.workshop import in_workshop, workshop

__all__ = ["BuildFault", "Commission", "has_builder", "in_workshop", "site_files", "source_files", "workshop"]

_Built = tuple[str, dict[str, bytes]]
"""The title and the files of the site in one language."""


def site_files(commission: Commission, workshop: Path) -> dict[str, bytes]:
    """The files of the site, by name: a folder for each language, and the page that leads to them.

    Languages are built side by side. The workshop is a folder of the builder's own; what an earlier call left there
    makes the next one quicker. Raises EngineFault, and BuildFault where the builder fails.
    """
    files: dict[str, bytes] = {}
    titles: dict[str, str] = {}
    made = _side_by_side(partial(_built, commission, workshop), commission.languages)
    for language, (title, pages) in zip(commission.languages, made, strict=True):
        titles[language] = title
        files.update({f"{language}/{name}": data for name, data in pages.items()})
    name = commission.architecture.company.label(commission.languages[0])
    return files | {"index.html": start_page(name, titles).encode()}


def source_files(commission: Commission) -> dict[str, bytes]:
    """What the site is built from, by name: for each language a folder with `mkdocs.yml` and its Markdown."""
    return {
        f"{language}/{name}": data
        for language in commission.languages
        for name, data in source(commission, commission.edition(language)).items()
    }


def _built(commission: Commission, workshop: Path, language: str) -> _Built:
    """The title and the files of the site in one language."""
    edition = commission.edition(language)
    pages = built(workshop / language, source(commission, edition))
    own = finished(pages, language) | redirect_pages(edition)
    return edition.title, own | {INDEX: search_index(own[INDEX], edition)}


def _side_by_side(work: Callable[[str], _Built], languages: tuple[str, ...]) -> list[_Built]:
    if len(languages) == 1:
        return [work(languages[0])]
    with ProcessPoolExecutor(len(languages)) as pool:
        return list(pool.map(work, languages))
