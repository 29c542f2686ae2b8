"""Paths of files as their readers know them."""

import os
from typing import NamedTuple


class Places(NamedTuple):
    """Where a project lies: absolute folders, so that a path can be told without asking the disk.

    `reader` is the folder in which the reader stands, `repository` the root of the version control that a service for
    reviews counts from. `project_file` stands for what concerns the project as a whole. Without folders, paths are
    told from the project's own.
    """

    project: str = ""
    reader: str = ""
    repository: str = ""
    project_file: str = "ltcarch.yaml"

    def seen(self, path: str) -> str:
        """A file of the project as seen from where the reader stands."""
        relative = _relative(f"{self.project}/{path}", self.reader) if self.project else path
        return f"{self.project}/{path}" if relative.startswith(f"..{os.sep}..") else relative

    def in_repository(self, path: str) -> str:
        """A file of the project as the repository names it, with forward slashes."""
        relative = _relative(f"{self.project}/{path}", self.repository) if self.project else path
        return relative.replace(os.sep, "/")


def _relative(path: str, start: str) -> str:
    try:
        return os.path.relpath(path, start or os.sep)
    except ValueError:  # another drive of Windows
        return path
