"""The pages of all languages, kept in step with the architecture."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ltcarch.layout.graphviz_engine import EngineFault
from ltcarch.publish.handbook.template_faults import TemplateFault
from ltcarch.publish.preview.builder import Builder
from ltcarch.publish.preview.drafts import Drafts
from ltcarch.publish.preview.state import State
from ltcarch.publish.site.building import BuildFault, forget
from ltcarch.publish.site.commission import Commission
from ltcarch.publish.site.sources import source
from ltcarch.writing import WritingFault, write_tree

_PATIENCE = 10.0
_FIRST_PATIENCE = 600.0
"""Seconds to wait for the builder: for pages that changed, and for all of them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One language of the preview."""

    drafts: Drafts
    builder: Builder


class Preview:
    """Builds what changes, the languages that somebody looks at first. `workshop` is a folder of its own.

    One thread builds; a newer architecture makes it leave off with an older one.
    """

    def __init__(self, workshop: Path, languages: tuple[str, ...]) -> None:
        self.state = State()
        self.languages = languages
        self._shown = {own: Shown(Drafts(workshop / own), Builder(workshop / own)) for own in languages}
        self._workshop = workshop
        self._next: tuple[Commission, str] | None = None
        self._asked = self._built = 0
        """Rounds: each wish of the caller begins one; the thread works on one of them."""
        self._is_closed = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def show(self, commission: Commission, banner: str) -> None:
        """Build the pages of an architecture as soon as the former ones allow it."""
        with self._wake:
            self._next = (commission, banner)
            self._asked += 1
            self._wake.notify()
        if not self._thread.is_alive():
            self._thread.start()

    def hinder(self, obstacle: str) -> None:
        """Show something instead of pages until there are new ones."""
        with self._wake:
            self._next = None
            self._asked += 1
            self.state.hinder(obstacle)

    def page(self, language: str, name: str) -> bytes | None:
        """A file of the site, or None where there is none."""
        shown = self._shown.get(language)
        if shown is None:
            return None
        redirect = shown.drafts.redirects.get(name)
        if redirect is not None:
            return redirect
        return shown.builder.read(name, _PATIENCE if shown.drafts.page(name) else 0.0)

    def close(self) -> None:
        """End the builders."""
        with self._wake:
            self._is_closed = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(timeout=_PATIENCE)
        for own in self._shown.values():
            own.builder.stop()

    def _work(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._next is not None or self._is_closed)
                if self._is_closed or self._next is None:
                    return
                (commission, banner), self._next = self._next, None
                self._built = self._asked
            try:
                self._build(commission, banner)
            except EngineFault:
                self._build(commission._replace(engine=None), banner)
            except (BuildFault, TemplateFault, WritingFault) as fault:
                with self._wake:
                    if not self._is_outdated():
                        self.state.hinder(str(fault))

    def _build(self, commission: Commission, banner: str) -> None:
        fresh = [own for own in self.languages if self._shown[own].drafts.is_empty]
        if fresh:
            self._begin(commission, fresh)
        self._show_pages(banner, self._viewed(commission))
        for language in self._in_order():
            if self._is_outdated():
                return
            self._show_pages(banner, [f"/{language}/{own}" for own in self._updated(commission, language)])
        for language in self._in_order():
            for path in self._shown[language].drafts.update_pictures(commission):
                if self._is_outdated():
                    return
                self._show_pages(banner, [f"/{language}/{path}"] if path else [])

    def _show_pages(self, banner: str, paths: Iterable[str]) -> None:
        """Let browsers show pages, these of them anew; not if the caller wants something else by now."""
        with self._wake:
            if not self._is_outdated():
                self.state.clear(banner)
                self.state.changed(paths)

    def _begin(self, commission: Commission, languages: list[str]) -> None:
        """Build everything for the first time, the languages side by side."""
        waiting: list[tuple[Builder, dict[str, int]]] = []
        for language in languages:
            shown, edition = self._shown[language], commission.edition(language)
            files = source(commission, edition)
            waiting.append((shown.builder, shown.builder.stamps(shown.drafts.renewed(edition))))
            forget(self._workshop / language)
            write_tree(self._workshop / language, files, force=True)
            shown.drafts.begin(files, edition)
            shown.builder.start()
        for builder, before in waiting:
            builder.wait(before, _FIRST_PATIENCE)

    def _viewed(self, commission: Commission) -> list[str]:
        """Build the pages that somebody looks at before all others, if they are about an element; gives their paths."""
        found: list[str] = []
        for path in self.state.viewed():
            language, _, file = path.removeprefix("/").partition("/")
            shown = self._shown.get(language)
            former = shown.drafts.page(file) if shown else None
            page = commission.page(language, former.of) if former and former.of else None
            if shown and page and page != former:
                before = shown.builder.stamps([file])
                shown.drafts.put(commission, page)
                shown.builder.start()
                shown.builder.wait(before, _PATIENCE)
                found.append(path)
        return found

    def _updated(self, commission: Commission, language: str) -> tuple[str, ...]:
        """Build the pages that changed; gives their files."""
        shown = self._shown[language]
        edition = commission.edition(language)
        before = shown.builder.stamps(shown.drafts.renewed(edition))
        shown.drafts.update(commission, edition)
        shown.builder.start()
        shown.builder.wait(before, _PATIENCE)
        return tuple(before)

    def _in_order(self) -> Iterator[str]:
        """The languages, those first that somebody looks at."""
        viewed = {path.removeprefix("/").partition("/")[0] for path in self.state.viewed()}
        yield from sorted(self.languages, key=lambda own: own not in viewed)

    def _is_outdated(self) -> bool:
        return self._asked != self._built or self._is_closed
