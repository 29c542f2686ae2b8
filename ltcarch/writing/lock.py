"""One run at a time in a folder. A lock goes with the process that holds it, however that ends, and leaves no file."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ltcarch.writing.faults import CannotWrite

_LOOK = 0.05
"""Seconds between tries."""
PATIENCE = 60.0
"""Seconds to wait for another run."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other run writes into the folder. One that is made for that and stays empty goes again.

    Raises CannotWrite where the other one takes too long.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        yield
        return
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder, PATIENCE) as is_ours:
            if not is_ours:
                raise CannotWrite(f"cannot write {folder}: another run of ltcarch is at work there")
            yield
    finally:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()


@contextmanager
def locked(folder: Path, patience: float) -> Iterator[bool]:
    """Whether the folder, which exists, is ours alone among all runs of ltcarch; tried for so many seconds.

    Where the system knows no locks on folders, it always is.
    """
    if sys.platform == "win32":
        yield True
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        end = time.monotonic() + patience
        while not (is_ours := taken(descriptor) is not False) and time.monotonic() < end:
            time.sleep(_LOOK)
        yield is_ours
    finally:
        os.close(descriptor)


def taken(descriptor: int) -> bool | None:
    """Whether the lock on an open file or folder is ours now, until it is closed; None where there are no locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk that knows no locks
        return None
    return True
