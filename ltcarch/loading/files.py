"""Which files belong to a project, and their bytes."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from ltcarch.source.decoding import LARGEST_FILE
from ltcarch.source.faults import TOO_LARGE, UNREADABLE, Fault, Unusable

PROJECT_FILE = "ltcarch.yaml"


def find_project(start: Path) -> Path | None:
    """The nearest folder with a project file, from a file or folder upwards."""
    here = start.resolve()
    folders = [here, *here.parents] if here.is_dir() else here.parents
    return next((folder for folder in folders if (folder / PROJECT_FILE).is_file()), None)


def stays_inside(pattern: str) -> bool:
    """Whether a pattern of sources cannot lead out of the project folder."""
    path = PurePosixPath(pattern)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in pattern and ":" not in path.parts[0]


def matching(folder: Path, patterns: tuple[str, ...]) -> list[str]:
    """The files below a folder that match, as sorted paths relative to it.

    Hidden folders are not entered and links to folders are not followed.
    """
    found = {path for pattern in patterns for path in _matching_one(folder, pattern)}
    return sorted(found - {PROJECT_FILE})


def _matching_one(folder: Path, pattern: str) -> Iterator[str]:
    steps = PurePosixPath(pattern).parts
    fixed = next((at for at, step in enumerate(steps) if set(step) & set("*?[")), len(steps) - 1)
    base = folder.joinpath(*steps[:fixed])
    expression = _expression(pattern)
    for parent, folders, files in os.walk(base):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(parent, name).relative_to(folder).as_posix()
            if expression.fullmatch(path):
                yield path


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression: `**/` any folders, `*` and `?` within one name."""
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", str(PurePosixPath(pattern)))
    wild = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(wild.get(piece, re.escape(piece)) for piece in pieces))


def read_bytes(folder: Path, path: str) -> bytes:
    """The bytes of a project's file. Raises `Unusable` for one that cannot be read or leads out of the project."""
    file = folder / path
    try:
        if not _is_below(os.path.realpath(file), os.path.realpath(folder)):
            raise Unusable(
                Fault(UNREADABLE, "the link leads out of the project folder", help="copy the file into the project")
            )
        if not file.is_file():
            kind = "a folder" if file.is_dir() else "not a file"
            raise Unusable(Fault(UNREADABLE, f"this is {kind}", help="name a YAML file"))
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unusable(
            Fault(UNREADABLE, f"the file cannot be read: {reason}", help="look at its permissions")
        ) from None
    if len(data) > LARGEST_FILE:
        raise Unusable(
            Fault(TOO_LARGE, f"the file is larger than {LARGEST_FILE:,} bytes", help="split it into several files")
        )
    return data


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)
