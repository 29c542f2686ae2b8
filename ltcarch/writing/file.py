"""One file, replaced as a whole."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ltcarch.writing.faults import CannotWrite

ASIDE = ".ltcarch-aside-"


def write_file(path: Path, data: bytes) -> None:
    """Give a file its new content at one stroke; missing folders are made.

    Whoever reads the file meets the former content or the new one, never a part of it. After a failure or an
    interruption the former file stands untouched. A link is followed, so that it stays a link; a device or a pipe
    is simply written to. Raises CannotWrite.
    """
    with plain_faults(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f"{ASIDE}{os.urandom(8).hex()}")
        try:
            write_through(aside, data)
            put_in_place(aside, target)
        finally:
            aside.unlink(missing_ok=True)


def write_through(path: Path, data: bytes) -> None:
    """Write a new file, down to the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def put_in_place(aside: Path, target: Path) -> None:
    """Let a finished file take the place of another one, with its permissions."""
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, aside)
    aside.replace(target)
    _remember_names(target.parent)


def _remember_names(folder: Path) -> None:
    """Bring the folder's list of names to the disk, where the system lets us."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what the operating system says into a plain sentence about this path."""
    try:
        yield
    except OSError as fault:
        raise CannotWrite(f"cannot write {path}: {fault.strerror or fault}") from fault
