"""Files that are being written beside the place where they belong, until they are whole."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from ltcarch.writing.lock import taken

ASIDE = ".ltcarch-aside-"
_BINARY = getattr(os, "O_BINARY", 0)
_ONLY_LOOK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def aside_name() -> str:
    """A name that no other file aside has."""
    return f"{ASIDE}{os.urandom(8).hex()}"


@contextlib.contextmanager
def file_aside(folder: Path) -> Iterator[Path]:
    """A new empty file in a folder, known to be in use as long as this lasts. It goes again unless it was moved."""
    path, keeper = _made(folder)
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        if keeper is not None:
            os.close(keeper)


def clear_files_aside(folder: Path) -> None:
    """Delete the files that runs that were killed left aside in a folder; those of runs at work stay.

    A lock tells which: where the system knows none, all stay.
    """
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name.startswith(ASIDE):
                with contextlib.suppress(OSError):
                    _delete_abandoned(entry.path)


def write_through(path: Path, data: bytes) -> None:
    """Write a file that is new or empty, down to the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | _BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _made(folder: Path) -> tuple[Path, int | None]:
    """A new file, and what keeps its lock. Before that is ours, somebody who clears up may have taken it for a rest."""
    while True:
        path = folder / aside_name()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        if sys.platform == "win32":  # an open file cannot be moved there
            os.close(descriptor)
            return path, None
        if taken(descriptor) is not False and path.exists():
            return path, descriptor
        os.close(descriptor)
        path.unlink(missing_ok=True)


def _delete_abandoned(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY | _ONLY_LOOK)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and taken(descriptor):
            Path(path).unlink()
    finally:
        os.close(descriptor)
