"""The folder in which the builder works, kept from one build of a project to the next."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from ltcarch.publish.site.building import BuildFault
from ltcarch.writing import WritingFault
from ltcarch.writing.cache import cache_folder
from ltcarch.writing.lock import locked

Result = TypeVar("Result")


def in_workshop(project: Path, work: Callable[[Path], Result], *, fresh: bool = False) -> Result:
    """What some work makes in a workshop. Where it fails in a kept one, a new one gets its try.

    The disk of the caches may be full, or what an earlier build left there may mislead the builder.
    """
    if not fresh:
        with suppress(BuildFault, WritingFault, OSError), workshop(project) as place:
            return work(place)
    with workshop(project, fresh=True) as place:
        return work(place)


@contextmanager
def workshop(project: Path, *, fresh: bool = False) -> Iterator[Path]:
    """A folder for building the site of a project: the one of its last build, or a new one that goes with its use.

    A new one it is, too, where another build is at work, or where nothing can be kept.
    """
    kept = cache_folder() / "site" / hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16]
    if not fresh and _is_there(kept):
        with locked(kept, patience=0) as is_ours:
            if is_ours:
                try:
                    yield kept
                except BaseException:
                    shutil.rmtree(kept, ignore_errors=True)
                    raise
                return
    with tempfile.TemporaryDirectory(prefix="ltcarch-") as folder:
        yield Path(folder)


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder now."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True
