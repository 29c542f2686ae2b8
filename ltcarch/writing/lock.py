"""One run at a time in a folder. A lock goes with the process that holds it, however that ends, and leaves no file."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK = 0.05
"""Seconds between tries."""


@contextmanager
def locked(folder: Path, patience: float) -> Iterator[bool]:
    """Whether the folder, which exists, is ours alone among all runs of ltcarch; tried for so many seconds.

    Where the system knows no locks on folders, it always is.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield True
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        end = time.monotonic() + patience
        while not (is_ours := _tried(fcntl, descriptor)) and time.monotonic() < end:
            time.sleep(_LOOK)
        yield is_ours
    finally:
        os.close(descriptor)


def _tried(fcntl, descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk that knows no locks
        return True
    return True
