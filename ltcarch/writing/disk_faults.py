"""What the operating system says when it does not write, in plain words."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from ltcarch.writing.faults import CannotWrite

_ADVICE = {
    errno.ENOSPC: "make room on the disk, then run the command again",
    errno.EDQUOT: "the disk quota is used up: make room, then run the command again",
    errno.EFBIG: "the system limits the size of files: raise that limit (`ulimit -f`), then run the command again",
    errno.EROFS: "the disk can only be read: name another place",
    errno.EACCES: "look at the permissions of the folder, or name another place",
    errno.EPERM: "look at the permissions of the folder, or name another place",
    errno.EIO: "the disk fails: name a place on another one",
}
OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""Faults that no program can have made."""


def advice_for(fault: OSError) -> str:
    """What the user can do about it; empty where that is not known."""
    return _ADVICE.get(fault.errno or 0, "")


@contextlib.contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what the operating system says into a plain sentence about this path."""
    try:
        yield
    except OSError as fault:
        raise CannotWrite(f"cannot write {path}: {fault.strerror or fault}", advice_for(fault)) from fault
