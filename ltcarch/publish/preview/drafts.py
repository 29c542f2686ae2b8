"""The sources of one language's site, brought up to date page by page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ltcarch.publish.handbook.illustration import pictures_in
from ltcarch.publish.site.addresses import file_of
from ltcarch.publish.site.commission import Commission
from ltcarch.publish.site.redirects import redirect_pages
from ltcarch.publish.site.sources import PAGES, common_files, page_files
from ltcarch.views.handbook.page import Handbook, Page
from ltcarch.writing import write_file


class Drafts:
    """What stands in the builder's folder of one language, and which pages it shows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, bytes] = {}
        self._pages: dict[str, Page] = {}
        self._edition: Handbook | None = None
        self.redirects: Mapping[str, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return not self._pages

    def begin(self, files: Mapping[str, bytes], edition: Handbook) -> None:
        """Take over a folder that holds all these files, which are those of an edition."""
        self._files = dict(files)
        self._take(edition)

    def renewed(self, edition: Handbook) -> tuple[str, ...]:
        """The pages, by their files, that an edition shows otherwise than the last one."""
        return tuple(file_of(page.name) for page in self._renewed(edition))

    def page(self, file: str) -> Page | None:
        """The page that stands in a file of the site."""
        return next((page for name, page in self._pages.items() if file_of(name) == file), None)

    def put(self, commission: Commission, page: Page) -> None:
        """Write the source of one page, and its pictures. Raises EngineFault."""
        assert self._edition is not None
        self._write(page_files(commission, replace(self._edition, pages=(page,))))
        self._pages[page.name] = page

    def update(self, commission: Commission, edition: Handbook) -> None:
        """Write the sources of the pages that changed, and what all pages share. Raises EngineFault."""
        changed = replace(edition, pages=self._renewed(edition))
        self._write(page_files(commission, changed) | common_files(commission, edition))
        self._take(edition)

    def update_pictures(self, commission: Commission) -> Iterator[str]:
        """Draw the pictures of all pages again, page by page; gives the files of those on which one changed.

        Gives an empty name for a page without change, so that whoever has better things to do can leave off.
        """
        assert self._edition is not None
        for page in self._pages.values():
            if any(pictures_in(page.blocks)):
                shown = page_files(commission, replace(self._edition, pages=(page,)))
                fresh = self._write({name: data for name, data in shown.items() if name.endswith(".svg")})
                yield file_of(page.name) if fresh else ""

    def _renewed(self, edition: Handbook) -> tuple[Page, ...]:
        shown = (page for page in edition.pages if page.moved_to is None)
        return tuple(page for page in shown if self._pages.get(page.name) != page)

    def _take(self, edition: Handbook) -> None:
        self._edition = edition
        self._pages = {page.name: page for page in edition.pages if page.moved_to is None}
        self.redirects = redirect_pages(edition)
        self._remove(f"{PAGES}/{own}.md" for own in self._gone())

    def _gone(self) -> list[str]:
        kept = {name.removeprefix(f"{PAGES}/").removesuffix(".md") for name in self._files if name.endswith(".md")}
        return sorted(kept - set(self._pages))

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            (self._folder / name).unlink(missing_ok=True)
            self._files.pop(name, None)

    def _write(self, files: Mapping[str, bytes]) -> list[str]:
        """Write the files that are not there already; gives their names."""
        fresh = [name for name, data in files.items() if self._files.get(name) != data]
        for name in fresh:
            write_file(self._folder / name, files[name])
            self._files[name] = files[name]
        return fresh
