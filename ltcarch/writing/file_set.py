"""Several files, all replaced or none."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from ltcarch.writing.faults import CannotWrite
from ltcarch.writing.file import ASIDE, plain_faults, put_in_place, write_file, write_through


def write_files(files: Mapping[Path, bytes]) -> None:
    """Give files their new content; missing folders are made, and links stay links.

    All is first written aside, so that a full disk changes nothing. Where a file cannot be put in place all the same,
    those before it get their former content back. Raises CannotWrite.
    """
    targets = {Path(os.path.realpath(path)): data for path, data in files.items()}
    finished: dict[Path, Path] = {}
    former: dict[Path, bytes | None] = {}
    try:
        for target, data in targets.items():
            with plain_faults(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                aside = target.with_name(f"{ASIDE}{os.urandom(8).hex()}")
                finished[target] = aside
                write_through(aside, data)
        for target, aside in finished.items():
            with plain_faults(target):
                former[target] = target.read_bytes() if target.is_file() else None
                put_in_place(aside, target)
    except CannotWrite:
        _bring_back(former)
        raise
    finally:
        for aside in finished.values():
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)


def _bring_back(former: Mapping[Path, bytes | None]) -> None:
    for target, data in former.items():
        with contextlib.suppress(OSError, CannotWrite):
            if data is None:
                target.unlink(missing_ok=True)
            elif target.read_bytes() != data:
                write_file(target, data)
