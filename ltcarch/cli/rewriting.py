"""Writing new content into files of a project, each only if it is still as it was judged."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from ltcarch.cli.terminal import say, stop
from ltcarch.loading.files import FilesOnDisk
from ltcarch.source.faults import Unusable
from ltcarch.writing import WritingFault
from ltcarch.writing.file_set import finish_files, write_files


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


def rewrite(folder: Path, former: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    """Give files of a project their new content, all of those at once that nothing is in the way of.

    What is in the way of the others is told by path. Where a link gives one file two paths, it may hold the new
    content already. Raises CannotWrite, after which no file is changed.
    """
    reasons = {path: obstacle(folder, path, former[path], new[path]) for path in new}
    write_files(folder, {path: data for path, data in sorted(new.items()) if not reasons[path]})
    return {path: reason for path, reason in reasons.items() if reason}


def finish_former_run(folder: Path) -> None:
    """Before files of a project are changed: do what a run that was killed amid that has left undone, and say so."""
    try:
        amount = finish_files(folder)
    except WritingFault as fault:
        stop(str(fault), fault.advice)
    if amount:
        say(f"note: finished what an earlier run was stopped at: {amount} file{'s'[: amount != 1]} changed")
