"""Which files a project has now, and whether they have changed since."""

from collections.abc import Iterable
from pathlib import Path

from ltcarch.loading.files import BASELINE_FILE, PROJECT_FILE, FilesOnDisk, stays_inside

Snapshot = dict[str, tuple[int, ...]]
"""What the disk says of each file, by its path: times, size, and which file it is; nothing of its content."""


def snapshot(folder: Path, sources: Iterable[str]) -> Snapshot:
    """The files that a run reads, as they are now. A file that vanishes meanwhile is left out."""
    inside = tuple(pattern for pattern in sources if stays_inside(pattern))
    paths = (PROJECT_FILE, BASELINE_FILE, *FilesOnDisk(folder).matching(inside))
    return {path: stamp for path in paths if (stamp := _stamp(folder / path))}


def changed(before: Snapshot, now: Snapshot) -> list[str]:
    """The files that are new, gone or not as they were, sorted."""
    return sorted(path for path in before | now if before.get(path) != now.get(path))


def _stamp(file: Path) -> tuple[int, ...]:
    try:
        own = file.stat()
    except OSError:
        return ()
    return (own.st_mtime_ns, own.st_ctime_ns, own.st_size, own.st_ino)
