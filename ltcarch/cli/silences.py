"""Which rules found nothing in an earlier run, and need not look again where only the words of texts have changed."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from ltcarch.loading.held_files import HeldFiles
from ltcarch.writing.cache import Cache, digest

if TYPE_CHECKING:
    from ltcarch.engine import Report
    from ltcarch.loading import Loaded


class _Former(NamedTuple):
    """What the last run left: its outline as a whole, that of each file by its content, and the rules, by code."""

    whole: str
    outlines: dict[str, str]
    silent: list[str]


class Silences:
    """The rules that are silent about a project as long as its outline is the same.

    The outline is all that its files say, but for the words of texts; a rule that reads these is never among them.
    """

    def __init__(self, cache: Cache, files: HeldFiles) -> None:
        self._cache = cache
        self._files = files
        self._former: _Former | None = None
        self._outlines: dict[str, str] = {}

    def find(self, key: bytes, loaded: "Loaded") -> frozenset[str]:
        """The codes of the rules that need not look."""
        data = self._cache.get(key)
        if not data or loaded.diagnostics:
            return frozenset()
        with suppress(ValueError, TypeError):
            self._former = _Former(*json.loads(data))
            self._outlines.update(self._former.outlines)
        if self._former is None or self._former.whole != self._outlined(loaded).whole:
            return frozenset()
        return frozenset(self._former.silent)

    def keep(self, key: bytes, loaded: "Loaded", report: "Report") -> None:
        """Remember the outline, and who found nothing."""
        from ltcarch.engine import rules_of

        if not loaded.diagnostics:
            may = {rule.code for rule in rules_of(loaded.architecture) if rule.may_stay_silent}
            found = self._outlined(loaded)._replace(silent=sorted(report.silent & may))
            if found != self._former:
                self._cache.put(key, json.dumps(found).encode())

    def _outlined(self, loaded: "Loaded") -> _Former:
        """The outline of a project; that of a file which this run or the last one knows is not made again."""
        from ltcarch.loading.outline import outline

        outlines: dict[str, str] = {}
        parts: list[bytes] = []
        for path, document in loaded.documents.items():
            content = (self._files.digest(path) or b"").hex()
            if content not in self._outlines:
                self._outlines[content] = digest(outline(document.root)).hex()
            outlines[content] = self._outlines[content]
            parts += [path.encode("utf-8", "surrogateescape"), outlines[content].encode()]
        return _Former(digest(*parts).hex(), outlines, [])
