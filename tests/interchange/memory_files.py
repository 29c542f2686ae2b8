"""The files of a project that are nowhere on disk."""

from collections.abc import Mapping

from ltcarch.loading.files import NOT_ARCHITECTURE, matches


class FilesInMemory:
    """Files by path."""

    def __init__(self, texts: Mapping[str, str | bytes]) -> None:
        self.data = {path: text.encode() if isinstance(text, str) else text for path, text in texts.items()}

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        found = {path for path in self.data if any(matches(path, pattern) for pattern in patterns)}
        return sorted(found - NOT_ARCHITECTURE)

    def read(self, path: str) -> bytes:
        return self.data[path]
