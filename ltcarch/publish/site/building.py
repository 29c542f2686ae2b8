"""Running the site's builder, Zensical, in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from ltcarch.publish.site.configuration import SETTINGS
from ltcarch.writing import CannotWrite, write_file, write_tree
from ltcarch.writing.cache import digest
from ltcarch.writing.disk_faults import OF_THE_DISK, advice_for

BUILDER = "zensical"
_RESULT = "site"
_BUILT_OF = ".built-of"
"""Written where a build has ended well: what it was built of, so that the same is not built twice."""


class BuildFault(Exception):
    """The builder is missing or gave up. The text is fit to be shown to the user."""

    advice = ""


def has_builder() -> bool:
    """Whether the builder is installed."""
    return find_spec(BUILDER) is not None


def built(folder: Path, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, by name, that the builder makes of a site's sources in a folder of its own.

    What it remembers of an earlier call in the same folder makes this one quicker. Raises BuildFault, and CannotWrite
    where its folder has no room.
    """
    if not has_builder():
        raise BuildFault(f"the package {BUILDER}, which builds the site, is not installed")
    result, kept = folder / _RESULT, folder / _BUILT_OF
    named = sorted((name.encode(), data) for name, data in sources.items())
    own = digest(version(BUILDER).encode(), *chain.from_iterable(named))
    former = kept.read_bytes() if kept.is_file() else None
    if former is None:  # an earlier build was killed, or a preview had the folder: who knows what it left
        shutil.rmtree(folder, ignore_errors=True)
    if former != own:
        kept.unlink(missing_ok=True)
        write_tree(folder, sources)
        _build(folder)
        write_file(kept, own)
    return {path.relative_to(result).as_posix(): path.read_bytes() for path in result.rglob("*") if path.is_file()}


def forget(folder: Path) -> None:
    """Somebody else lets the builder work in a folder: what stands there from now on is not what was built there."""
    (folder / _BUILT_OF).unlink(missing_ok=True)


def _build(folder: Path) -> None:
    command = [sys.executable, "-m", BUILDER, "build", "--config-file", SETTINGS]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        told = done.stdout.decode(errors="replace").strip()
        _refuse_full_disk(folder, told)
        raise BuildFault(f"{BUILDER} gave up: {told[-2000:]}")


def _refuse_full_disk(folder: Path, told: str) -> None:
    """Say in one sentence what the builder tells at length."""
    for code in OF_THE_DISK:
        if f"os error {code})" in told or os.strerror(code) in told:
            raise CannotWrite(f"cannot write {folder}: {os.strerror(code)}", advice_for(OSError(code, "")))
