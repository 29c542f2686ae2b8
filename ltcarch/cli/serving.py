"""What `ltcarch site serve` does: follow the files, build what changes, tell what is wrong."""

import signal
import threading
import webbrowser
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NoReturn

from ltcarch import engine
from ltcarch.cli.moments import moments
from ltcarch.cli.terminal import say, stop
from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.loading import Loaded, load
from ltcarch.loading.memory import Memory
from ltcarch.loading.snapshot import Snapshot, changed, snapshot
from ltcarch.loading.templates import TEMPLATE_FILES, UnusableTemplates
from ltcarch.publish.preview import PortTaken, Preview, Server
from ltcarch.publish.preview.findings_page import findings_page, page
from ltcarch.publish.site.commission import Commission

Found = tuple[Diagnostic, ...]
_MOST_PORTS = 20
"""How many ports are tried one after the other."""


class Serving:
    """A preview of one project, from the first look at its files until somebody ends it."""

    def __init__(self, folder: Path, preview: Preview, commission: Callable[[Loaded, Found], Commission]) -> None:
        """`commission` says what is to be built of a project and its findings."""
        self._folder = folder
        self._preview = preview
        self._commission = commission
        self._memory = Memory()
        self._found: Found = ()

    def run(self, server: Server, *, opens_browser: bool) -> None:
        """Serve until interrupted."""
        signal.signal(signal.SIGTERM, _interrupted)
        threading.Thread(target=server.run, daemon=True).start()
        say(f"{server.address} shows the site and follows {self._folder}; Ctrl-C ends it")
        if opens_browser:
            webbrowser.open(server.address)
        try:
            self._follow()
        except KeyboardInterrupt:  # the way to end it, so no failure
            say("ended")
        finally:
            server.close()
            self._preview.close()

    def findings(self) -> str:
        """The page with the findings of the moment."""
        return findings_page(_counted(self._found) or "No findings", self._found)

    def _follow(self) -> None:
        taken = self._taken(())
        sources = self._look()
        taken = self._taken(sources) | taken
        for _ in moments(self._folder):
            now = self._taken(sources)
            if changed(taken, now):
                sources = self._look()
                taken = self._taken(sources) | now

    def _taken(self, sources: tuple[str, ...]) -> Snapshot:
        """The files that pages are made of, as they are now."""
        return snapshot(self._folder, (*sources, TEMPLATE_FILES))

    def _look(self) -> tuple[str, ...]:
        """Read and check the project, and show it, or what is wrong with it; gives the patterns of its files."""
        loaded = load(self._folder, self._memory)
        unread = tuple(own for own in loaded.diagnostics if own.severity is Severity.ERROR)
        self._found = unread or engine.run(loaded).diagnostics
        if unread:
            self._hinder("Something in the files is not as it must be", findings_page)
        else:
            try:
                self._preview.show(self._commission(loaded, self._found), _counted(self._found))
            except UnusableTemplates as fault:
                help_text = f"<p>{escape(fault.help or '')}</p>"
                self._hinder(str(fault), lambda title, _: page(title, help_text))
        return loaded.architecture.project.sources

    def _hinder(self, title: str, shown: Callable[[str, Found], str]) -> None:
        self._preview.hinder(shown(title, self._found))
        counted = _counted(self._found)
        say(f"{title}{': ' if counted else ''}{counted}; the browser shows it")


def first_free_server(preview: Preview, port: int | None, findings: Callable[[], str]) -> Server:
    """A server at the port that was asked for, else at the first free one from 8000 on; stops the command without."""
    first = port or 8000
    for own in range(first, first + (1 if port else _MOST_PORTS)):
        try:
            return Server(preview, own, findings)
        except PortTaken as taken:
            reason = str(taken)
    stop(reason, "name another one with `--port`")


def _interrupted(*_: object) -> NoReturn:
    """Whoever ends the process from outside wants it to leave nothing running, too."""
    raise KeyboardInterrupt


def _counted(found: Found) -> str:
    """How many errors and warnings there are; empty for none."""
    counts = ((own, sum(one.severity is own for one in found)) for own in (Severity.ERROR, Severity.WARNING))
    return ", ".join(f"{count:,} {own}{'s'[: count != 1]}" for own, count in counts if count)
