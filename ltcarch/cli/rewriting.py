"""Writing new content into files of a project, each only if it is still as it was judged."""

import os
import stat
from pathlib import Path

from ltcarch.loading.files import FilesOnDisk
from ltcarch.source.faults import Unusable
from ltcarch.writing import WritingFault, write_file


def obstacle(folder: Path, path: str, former: bytes, new: bytes) -> str | None:
    """Why a file cannot get its new content; None where nothing is in the way."""
    try:
        now = FilesOnDisk(folder).read(path)
        target = Path(os.path.realpath(folder / path))
        is_open = target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    except Unusable as unusable:
        return unusable.fault.message
    except OSError as error:
        return error.strerror or str(error)
    if now not in (former, new):
        return "somebody changed it meanwhile; run the command again"
    return None if is_open and os.access(target, os.W_OK) else "it is read-only"


def rewrite(folder: Path, path: str, former: bytes, new: bytes) -> str | None:
    """Give a file its new content as a whole; why not, where something is in the way.

    Where a link gives one file two paths, it may hold the new content already.
    """
    reason = obstacle(folder, path, former, new)
    if reason is None:
        try:
            write_file(Path(os.path.realpath(folder / path)), new)
        except WritingFault as fault:
            reason = str(fault)
    return reason
