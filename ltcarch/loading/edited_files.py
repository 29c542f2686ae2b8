"""The files of a project with other content than on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ltcarch.loading.files import Files


@dataclass(slots=True)
class EditedFiles:
    """The files of a project as they were read first, some of them with new content."""

    files: Files
    new: Mapping[str, bytes] = field(default_factory=dict)
    former: dict[str, bytes] = field(default_factory=dict)

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        return self.files.matching(patterns)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `Unusable`."""
        if path not in self.former:
            self.former[path] = self.files.read(path)
        return self.new.get(path, self.former[path])
