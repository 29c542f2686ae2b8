"""What was worked out before, kept in a folder of the user's own.

A cache never decides whether a command works: what cannot be read is unknown, what cannot be kept is let go. Values
are bytes that their reader checks before use; none is ever run.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDER_SETTING = "LTCARCH_CACHE"
LARGEST = 512 << 20
"""Bytes that a cache takes on the disk; what was not used for the longest time makes room."""
_AFTER_MAKING_ROOM = 0.8
_DIGEST_SIZE = 16
_ENDING = ".kept"
_ASIDE = ".aside"


def cache_folder() -> Path:
    """Where the user keeps caches: what `LTCARCH_CACHE` says, else as the system has it."""
    named = os.environ.get(FOLDER_SETTING)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local", "ltcarch", "cache")
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ltcarch"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "ltcarch")


def own_folder(name: str) -> Path | None:
    """A folder of that name among the caches, for what is no cache; None where none can be the user's alone."""
    place = cache_folder()
    if not _prepared(place):
        return None
    return place / name if _prepared(place / name) else None


def digest(*parts: bytes) -> bytes:
    """What tells one row of byte strings from every other."""
    from _blake2 import blake2b  # of the standard library: hashlib takes a tenth of a small run to import

    found = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


class Cache:
    """Values by keys, each in a file of its own that tells whether it is whole.

    A folder that others may write into is left alone, since anybody could put findings into it.
    """

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._folder = folder
        self._largest = largest
        self._is_safe: bool | None = None
        self._has_grown = False

    def get(self, key: bytes) -> bytes | None:
        """The value under a key; None where there is none, or not the whole of it."""
        if not self._is_usable():
            return None
        path = self._path(key)
        try:
            with path.open("rb") as file:
                data = file.read()
        except OSError:
            return None
        with suppress(OSError):  # on a disk that can only be read
            os.utime(path)
        value = data[_DIGEST_SIZE:]
        return value if data[:_DIGEST_SIZE] == digest(key, value) else None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value. Whoever reads it meets the whole of it or nothing."""
        if len(value) > self._largest // 2 or not self._is_usable():
            return
        path = self._path(key)
        aside = path.with_name(f"{os.getpid()}-{os.urandom(4).hex()}{_ASIDE}")
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            with aside.open("xb") as file:
                file.write(digest(key, value))
                file.write(value)
            aside.replace(path)
        except OSError:
            _delete(aside)
        self._has_grown = True

    def close(self) -> None:
        """Make room, if something was put here: what was not used for the longest time goes first."""
        if self._has_grown:
            _make_room(self._folder, self._largest)
            self._has_grown = False

    def _path(self, key: bytes) -> Path:
        name = digest(key).hex()
        return self._folder / name[:2] / f"{name[2:]}{_ENDING}"

    def _is_usable(self) -> bool:
        if self._is_safe is None:
            self._is_safe = _prepared(self._folder)
        return self._is_safe


def _prepared(folder: Path) -> bool:
    """Whether there is a folder now that belongs to the user alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    if os.name == "nt":
        return True
    is_own = found.st_uid == os.geteuid()
    return is_own and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _make_room(folder: Path, largest: int) -> None:
    found = sorted(_kept(folder))
    size = sum(own for _, own, _ in found)
    if size <= largest:
        return
    for _, own, path in found:
        if size <= largest * _AFTER_MAKING_ROOM:
            return
        _delete(Path(path))
        size -= own


def _kept(folder: Path) -> Iterator[tuple[int, int, str]]:
    """When each file was used last, how large it is, and its path."""
    try:
        for inner in os.scandir(folder):
            if inner.is_dir(follow_symlinks=False):
                for entry in os.scandir(inner.path):
                    if not entry.name.endswith((_ENDING, _ASIDE)):
                        continue
                    found = entry.stat(follow_symlinks=False)
                    yield found.st_mtime_ns, found.st_size, entry.path
    except OSError:
        return


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return
