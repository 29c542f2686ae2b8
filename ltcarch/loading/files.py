"""Which files belong to a project, and their bytes."""

import fnmatch
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Protocol

from ltcarch.source.decoding import LARGEST_FILE
from ltcarch.source.faults import TOO_LARGE, UNREADABLE, Fault, Unusable
from ltcarch.source.limits import to_allow_more

PROJECT_FILE = "ltcarch.yaml"
BASELINE_FILE = "ltcarch-baseline.yaml"
NOT_ARCHITECTURE = frozenset({PROJECT_FILE, BASELINE_FILE})
"""Files of a project that no pattern of sources takes in."""
_FIRST_READ = 1 << 16
"""Bytes that are read first: most files are shorter, and making room for the largest one takes its time."""


def find_project(start: Path) -> Path | None:
    """The nearest folder with a project file, from a file or folder upwards."""
    here = start.resolve()
    folders = [here, *here.parents] if here.is_dir() else here.parents
    return next((folder for folder in folders if (folder / PROJECT_FILE).is_file()), None)


def stays_inside(pattern: str) -> bool:
    """Whether a pattern of sources cannot lead out of the project folder."""
    path = PurePosixPath(pattern)
    return (
        not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in pattern
        and ":" not in pattern.partition("/")[0]
    )


class Files(Protocol):
    """The files of one project, wherever they are kept. Paths are relative to its folder, with forward slashes."""

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match, but for the project file, the baseline and hidden folders."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `Unusable` for one that cannot be read or leads out of the project."""


def fixed_folder(pattern: str) -> tuple[str, ...]:
    """The folders with which every path begins that matches a pattern."""
    steps = PurePosixPath(pattern).parts
    return steps[: next((at for at, step in enumerate(steps) if set(step) & set("*?[")), len(steps) - 1)]


def matches(path: str, pattern: str) -> bool:
    """Whether a path belongs to a pattern: `**` stands for any folders, `*` and `?` stay within one name.

    Takes steps of the pattern times names of the path, whatever the pattern is.
    """
    names = path.split("/")
    ends = {0}
    for step in _steps(pattern):
        if step is None:
            ends = set(range(min(ends, default=len(names) + 1), len(names) + 1))
        else:
            ends = {at + 1 for at in ends if at < len(names) and step.fullmatch(names[at])}
    return len(names) in ends


@cache
def _steps(pattern: str) -> tuple[re.Pattern[str] | None, ...]:
    """The steps of a pattern, each as an expression for one name; None for any folders."""
    return tuple(
        None if step == "**" else re.compile(fnmatch.translate(step.replace("[", "[[]")))
        for step in PurePosixPath(pattern).parts
    )


def too_large() -> Unusable:
    """What is raised for a file over the limit."""
    help_text = f"split it into several files; {to_allow_more('file_megabytes')}"
    return Unusable(Fault(TOO_LARGE, f"the file is larger than {LARGEST_FILE:,} bytes", help=help_text))


@dataclass(frozen=True, slots=True)
class FilesOnDisk:
    """The files of a project in a folder. Links to folders are not followed."""

    folder: Path

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        found = {path for pattern in patterns for path in self._matching_one(pattern)}
        return sorted(found - NOT_ARCHITECTURE)

    def _matching_one(self, pattern: str) -> Iterator[str]:
        fixed = fixed_folder(pattern)
        base = self.folder.joinpath(*fixed)
        if fixed and os.path.lexists(base) and not _is_below(os.path.realpath(base), os.path.realpath(self.folder)):
            yield "/".join(fixed)  # a link to a folder elsewhere is not searched; reading it says why
            return
        closed: list[OSError] = []
        for parent, folders, files in os.walk(base, onerror=closed.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in files:
                path = Path(parent, name).relative_to(self.folder).as_posix()
                if matches(path, pattern):
                    yield path
        for error in closed:
            if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
                yield Path(error.filename).relative_to(self.folder).as_posix()  # reading it says why

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `Unusable`."""
        file = self.folder / path
        try:
            if self._has_link(path) and not _is_below(os.path.realpath(file), os.path.realpath(self.folder)):
                raise Unusable(
                    Fault(UNREADABLE, "the link leads out of the project folder", help="copy the file into the project")
                )
            if not file.is_file():
                raise Unusable(_no_file(file))
            with file.open("rb") as stream:
                data = stream.read(_FIRST_READ)
                if len(data) == _FIRST_READ:
                    data += stream.read(LARGEST_FILE + 1 - len(data))
        except (OSError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Unusable(
                Fault(UNREADABLE, f"the file cannot be read: {reason}", help="look at its permissions")
            ) from None
        if len(data) > LARGEST_FILE:
            raise too_large()
        return data

    def _has_link(self, path: str) -> bool:
        """Whether a step on the way to a file may lead elsewhere."""
        if os.name == "nt":
            return True  # a junction is no link there
        here = str(self.folder)
        for step in path.split("/"):
            here = f"{here}{os.sep}{step}"
            if step == ".." or os.path.islink(here):  # noqa: PTH114 - a path object for each step takes longer
                return True
        return False


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _no_file(file: Path) -> Fault:
    if file.is_dir() and not os.access(file, os.R_OK | os.X_OK):
        return Fault(UNREADABLE, "the folder cannot be searched", help="look at its permissions")
    if file.is_dir():
        found = "this is a folder"
    elif file.is_symlink():
        found = "the link leads nowhere"
    else:
        found = "this is not a file" if file.exists() else "there is no such file"
    return Fault(UNREADABLE, found, help="put a YAML file in its place")
