"""Several files of a folder, all replaced or none."""

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path

from ltcarch.writing import intent
from ltcarch.writing.aside import aside_name, write_through
from ltcarch.writing.disk_faults import plain_faults
from ltcarch.writing.faults import CannotWrite
from ltcarch.writing.file import put_in_place, write_file
from ltcarch.writing.intent import Step, fingerprint_of
from ltcarch.writing.lock import alone_in
from ltcarch.writing.manifest import fingerprint
from ltcarch.writing.tree import clear_aside


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Give files of a folder, by path in it, their new content in this order; missing folders are made.

    All is first written aside, so that a full disk changes nothing. Where a file cannot be put in place all the same,
    those before it get their former content back. What a killed run leaves undone `finish_files` does, which is begun
    with here too. Links stay links. Raises CannotWrite.
    """
    if not files:
        return
    with plain_faults(folder), alone_in(folder):
        _finish(folder)
        aside = folder / aside_name()
        try:
            aside.mkdir()
            steps = [
                _prepared(folder / path, aside / str(index), data) for index, (path, data) in enumerate(files.items())
            ]
            intent.declare(folder, steps)
            _put_all(steps)
        finally:
            intent.clear(folder)
            clear_aside(folder)


def finish_files(folder: Path) -> int:
    """Put in place what a run that was killed amid several files had still to do; how many files that changed.

    Nothing is done where it had not begun with that, or where somebody changed one of its files meanwhile. What it left
    aside goes. Raises CannotWrite.
    """
    with plain_faults(folder), alone_in(folder):
        return _finish(folder)


def _finish(folder: Path) -> int:
    left = intent.left_undone(folder)
    for step in left:
        _put(step)
    intent.clear(folder)
    clear_aside(folder)
    return len(left)


def _prepared(path: Path, aside: Path, data: bytes) -> Step:
    target = Path(os.path.realpath(path))
    with plain_faults(path):
        write_through(aside, data)
        return Step(target, aside, fingerprint_of(target), fingerprint(data))


def _put_all(steps: list[Step]) -> None:
    former: dict[Path, bytes | None] = {}
    try:
        for step in steps:
            with plain_faults(step.target):
                former[step.target] = step.target.read_bytes() if step.target.is_file() else None
                _put(step)
    except CannotWrite:
        _bring_back(former)
        raise


def _put(step: Step) -> None:
    step.target.parent.mkdir(parents=True, exist_ok=True)
    try:
        put_in_place(step.aside, step.target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:
            raise
        write_file(step.target, step.aside.read_bytes())  # on another disk, which a link or a mount leads to


def _bring_back(former: Mapping[Path, bytes | None]) -> None:
    for target, data in former.items():
        with contextlib.suppress(OSError, CannotWrite):
            if data is None:
                target.unlink(missing_ok=True)
            elif target.read_bytes() != data:
                write_file(target, data)
