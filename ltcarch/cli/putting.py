"""Putting files in place for the user, and telling what became of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ltcarch.writing import Written


def put_file(path: Path, data: bytes, advice: str | None) -> None:
    """Write one file. Stops the command where it cannot; the advice is for faults that bring none of their own."""
    from ltcarch.cli.terminal import stop
    from ltcarch.writing import WritingFault, write_file

    try:
        write_file(path, data)
    except WritingFault as fault:
        stop(str(fault), fault.advice or advice)


def put_folder(folder: Path, files: Mapping[str, bytes], what: str, *, force: bool) -> str:
    """Write the files of an output, such as `handbook`; returns how many changed. Stops the command where it cannot.

    A file of an earlier run that somebody changed is kept, which is told.
    """
    from ltcarch.cli.terminal import say, stop
    from ltcarch.writing import ForeignFiles, Unfinished, WritingFault, write_tree

    try:
        done = write_tree(folder, files, force=force)
    except ForeignFiles as fault:
        stop(str(fault), "name another folder with `-o`, or `--force` to write there nevertheless")
    except Unfinished as fault:
        stop(str(fault), fault.advice)
    except WritingFault as fault:
        stop(str(fault), "; ".join(filter(None, (fault.advice, f"nothing of the former {what} was changed"))))
    for name in done.kept:
        say(f"note: {folder / name} is kept: it is no longer part of the {what}, but somebody changed it")
    return _changes(done)


def _changes(done: "Written") -> str:
    """How many files were written, left as they were, and deleted."""
    parts = (("written", done.written), ("unchanged", done.unchanged), ("deleted", done.deleted))
    return ", ".join(f"{len(names)} file{'s'[: len(names) != 1]} {what}" for what, names in parts if names)
