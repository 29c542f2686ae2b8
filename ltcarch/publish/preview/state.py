"""What the preview shows now, and who is told when that changes."""

import json
import queue
import threading
from collections.abc import Iterable, Iterator

_MOST_WAITING = 100
_EVERYWHERE = ""
"""Stands for all paths."""


class State:
    """The findings that stand in the way of pages, the counts of others, and the browsers that look on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[queue.Queue[str], str] = {}
        self._changes = 0
        self._last_change: dict[str, int] = {}
        self.obstacle = "The first pages are being built"
        """A page, or a sentence, that is shown instead of every other; empty where pages are shown."""
        self.banner = ""
        """A few words about findings that let pages be shown."""

    @property
    def changes(self) -> int:
        """How often something was told to browsers: a page that is read after this is no older than that."""
        return self._changes

    def viewed(self) -> list[str]:
        """The paths that browsers look at now."""
        with self._lock:
            return list(dict.fromkeys(self._listeners.values()))

    def hinder(self, obstacle: str) -> None:
        """Show something instead of pages."""
        self.obstacle = obstacle
        self._tell({"all": True}, _EVERYWHERE)

    def clear(self, banner: str) -> None:
        """Show pages again."""
        was_hindered, was_told = bool(self.obstacle), self.banner
        self.obstacle, self.banner = "", banner
        if was_hindered:
            self._tell({"all": True}, _EVERYWHERE)
        elif was_told != banner:
            self._tell({"banner": banner}, _EVERYWHERE)

    def changed(self, paths: Iterable[str]) -> None:
        """Tell the browsers which pages are new."""
        found = sorted(paths)
        if found:
            self._tell({"paths": found}, *found)

    def events(self, path: str, since: int, patience: float) -> Iterator[str]:
        """What is told to a browser at a path, one event after the other; empty at first, and when nothing happens.

        The browser shows the page as it was at that count of changes: what it missed since then, it hears at once.
        """
        own: queue.Queue[str] = queue.Queue(_MOST_WAITING)
        with self._lock:
            self._listeners[own] = path
            has_missed = max(self._last_change.get(about, 0) for about in (path, _EVERYWHERE)) > since
        try:
            yield json.dumps({"all": True}) if has_missed else ""
            while True:
                try:
                    yield own.get(timeout=patience)
                except queue.Empty:
                    yield ""
        finally:
            with self._lock:
                self._listeners.pop(own, None)

    def _tell(self, event: dict[str, object], *about: str) -> None:
        """Tell an event about some paths."""
        text = json.dumps(event)
        with self._lock:
            self._changes += 1
            self._last_change.update(dict.fromkeys(about, self._changes))
            listeners = list(self._listeners)
        for own in listeners:
            try:
                own.put_nowait(text)
            except queue.Full:
                continue  # a browser that sleeps asks for the page again when it wakes
