"""What a run is about to do with several files, noted before it begins, so that another one can finish it.

The note lies in the user's own cache folder: one in the project could come from anybody. Without a cache folder there
is none, and what a killed run leaves undone stays undone.
"""

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ltcarch.writing.aside import clear_files_aside
from ltcarch.writing.cache import digest, own_folder
from ltcarch.writing.faults import CannotWrite
from ltcarch.writing.file import write_file
from ltcarch.writing.manifest import fingerprint


class Step(NamedTuple):
    """A file that is to come from aside to its target, with the fingerprints of what stands there before and after."""

    target: Path
    aside: Path
    before: str | None
    after: str


def declare(folder: Path, steps: Sequence[Step]) -> None:
    """Note what is about to be done in a folder, if notes can be kept."""
    path = _note(folder)
    if path:
        rows = [[str(own.target), str(own.aside), own.before, own.after] for own in steps]
        with contextlib.suppress(CannotWrite):
            write_file(path, json.dumps(rows).encode())


def clear(folder: Path) -> None:
    """Forget what was noted: it is done, or given up."""
    path = _note(folder)
    if path:
        clear_files_aside(path.parent)
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def left_undone(folder: Path) -> list[Step]:
    """The steps that are still to do where some were done; none where a file is neither as before nor as after."""
    steps = _noted(folder)
    done = [own for own in steps if fingerprint_of(own.target) == own.after]
    left = [own for own in steps if own not in done]
    fit = all(fingerprint_of(own.target) == own.before and fingerprint_of(own.aside) == own.after for own in left)
    return left if done and fit else []


def fingerprint_of(path: Path) -> str | None:
    """What tells the content of a file; None where there is no file."""
    return fingerprint(path.read_bytes()) if path.is_file() else None


def _noted(folder: Path) -> list[Step]:
    path = _note(folder)
    try:
        rows = json.loads(path.read_bytes()) if path else []
        return [Step(Path(target), Path(aside), before, after) for target, aside, before, after in rows]
    except (OSError, ValueError, TypeError):
        return []


def _note(folder: Path) -> Path | None:
    place = own_folder("unfinished")
    return place / f"{digest(str(folder.resolve()).encode()).hex()}.json" if place else None
