"""The files of a project as one look found them, and what tells their content from any other."""

from collections.abc import Callable

from ltcarch.loading.files import Files
from ltcarch.source.faults import Unusable
from ltcarch.source.text import SourceText


class HeldFiles:
    """Files that are looked at before they are read, both times with the same content.

    `digest` makes of bytes what tells them from all others.
    """

    def __init__(self, files: Files, digest: Callable[[bytes], bytes]) -> None:
        self._files = files
        self._digest = digest
        self._matching: dict[tuple[str, ...], list[str]] = {}
        self._held: dict[str, bytes] = {}
        self._digests: dict[str, bytes] = {}

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        if patterns not in self._matching:
            self._matching[patterns] = self._files.matching(patterns)
        return self._matching[patterns]

    def read(self, path: str) -> bytes:
        """The bytes of a file; no longer held from then on, since a large one takes much room. Raises `Unusable`."""
        return self._held.pop(path) if path in self._held else self._look(path)

    def digest(self, path: str) -> bytes | None:
        """What tells the content of a file from all others; None for one that cannot be read."""
        if path not in self._digests:
            try:
                self._held[path] = self._look(path)
            except Unusable:
                return None
        return self._digests[path]

    def source(self, path: str) -> SourceText:
        """The text of a file that was looked at and not read. Raises KeyError for any other."""
        return SourceText(path, self._held[path].decode("utf-8", errors="replace").removeprefix("\ufeff"))

    def _look(self, path: str) -> bytes:
        data = self._files.read(path)
        self._digests[path] = self._digest(data)
        return data
