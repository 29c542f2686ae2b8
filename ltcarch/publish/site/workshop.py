"""The folder in which the builder works, kept from one build of a project to the next."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ltcarch.writing.cache import cache_folder

_BUSY = "busy"


@contextmanager
def workshop(project: Path, *, fresh: bool = False) -> Iterator[Path]:
    """A folder for building the site of a project: the one of its last build, or a new one that goes with its use.

    A new one it is, too, where another build is at work, or where nothing can be kept.
    """
    kept = cache_folder() / "site" / hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16]
    busy = kept / _BUSY
    if not fresh and _taken(busy):
        try:
            yield kept
        except BaseException:
            shutil.rmtree(kept, ignore_errors=True)
            raise
        finally:
            with suppress(OSError):
                busy.rmdir()
        return
    with tempfile.TemporaryDirectory(prefix="ltcarch-") as folder:
        yield Path(folder)


def _taken(busy: Path) -> bool:
    """Whether the folder is ours now. Making a folder is one step, so that only one of several builds succeeds."""
    try:
        busy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        busy.mkdir()
    except OSError:
        return False
    return True
