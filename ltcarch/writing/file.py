"""One file, replaced as a whole."""

import contextlib
import os
import shutil
from pathlib import Path

from ltcarch.writing.aside import clear_files_aside, file_aside, write_through
from ltcarch.writing.disk_faults import plain_faults


def write_file(path: Path, data: bytes) -> None:
    """Give a file its new content at one stroke; missing folders are made.

    Whoever reads the file meets the former content or the new one, never a part of it. After a failure or an
    interruption the former file stands untouched; what a run that was killed left aside goes with the next one.
    A link is followed, so that it stays a link; a device or a pipe is simply written to. Raises CannotWrite.
    """
    with plain_faults(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_files_aside(target.parent)
        with file_aside(target.parent) as aside:
            write_through(aside, data)
            put_in_place(aside, target)


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
