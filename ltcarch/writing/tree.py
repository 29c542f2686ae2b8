"""A folder of files, replaced as a whole."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ltcarch.writing.aside import ASIDE, aside_name, clear_files_aside, write_through
from ltcarch.writing.disk_faults import advice_for, plain_faults
from ltcarch.writing.faults import CannotWrite, ForeignFiles, Unfinished, UnsafeName
from ltcarch.writing.file import put_in_place
from ltcarch.writing.lock import alone_in
from ltcarch.writing.manifest import MANIFEST, Prints, fingerprint, read_manifest, to_bytes
from ltcarch.writing.names import check_names


class Written(NamedTuple):
    """What became of a folder: names of files, relative to it, written with `/`.

    `kept` are files of an earlier run that are no longer part of the output, but that somebody changed since.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    kept: tuple[str, ...] = ()


def write_tree(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> Written:
    """Make a folder hold these files, by name with `/`, in place of those that an earlier call wrote into it.

    Only what changed is written, and only files that the folder's own manifest lists are deleted. Everything is
    first written aside: a full disk leaves the former output whole. From then on each file is replaced at one stroke,
    and the manifest knows old and new files, so that a run that was killed is completed by the next one.

    Two calls for one folder at the same time write one after the other.

    Raises ForeignFiles where the folder holds somebody else's files, unless forced: then they stay, but for those
    that bear the name of a new file. Raises UnsafeName for names that lead out of the folder, CannotWrite where the
    disk does not allow it.
    """
    check_names(files)
    if MANIFEST in files:
        raise UnsafeName(f"{MANIFEST!r} is the name of the list of files itself")
    with plain_faults(folder), alone_in(folder):
        former = _former(folder, force)
        _refuse_links(folder, [*files, *former])
        changed = [name for name in sorted(files) if _content(folder / name) != files[name]]
        _refuse_foreign(folder, changed, former, force)
        obsolete = sorted(set(former) - set(files))
        deleted = [name for name in obsolete if _is_own(folder / name, former[name])]
        kept = [name for name in obsolete if name not in deleted and (folder / name).is_file()]
        _refuse_folders(folder, changed, deleted)
        _replace(folder, {name: files[name] for name in changed}, deleted, former, files)
    return Written(tuple(changed), tuple(sorted(set(files) - set(changed))), tuple(deleted), tuple(kept))


def _former(folder: Path, force: bool) -> Prints:
    """What an earlier call wrote."""
    if folder.is_symlink() and not folder.exists():
        raise CannotWrite(f"cannot write {folder}: it is a link that leads nowhere")
    if folder.exists() and not folder.is_dir():
        raise CannotWrite(f"cannot write {folder}: it is a file, not a folder")
    try:
        former = read_manifest(folder)
    except ForeignFiles:
        if not force:
            raise
        return {}
    if former is None and not force and folder.exists():
        others = sorted(path.name for path in folder.iterdir() if not path.name.startswith(ASIDE))
        if others:
            raise ForeignFiles(f"{folder} holds files that ltcarch did not write, such as {others[0]}")
    return former or {}


def _refuse_links(folder: Path, names: Iterable[str]) -> None:
    """A linked folder on the way to a file would lead out of the folder."""
    for above in {above for name in names for above in PurePosixPath(name).parents}:
        if str(above) != "." and (folder / above).is_symlink():
            raise ForeignFiles(f"{folder / above} is a link that ltcarch did not make")


def _refuse_foreign(folder: Path, changed: list[str], former: Prints, force: bool) -> None:
    for name in changed:
        if not force and name not in former and _is_there(folder / name):
            raise ForeignFiles(f"{folder / name} exists, and ltcarch did not write it")


def _refuse_folders(folder: Path, changed: list[str], deleted: list[str]) -> None:
    """Files cannot take the place of folders that hold somebody else's files, nor folders that of files."""
    for name in changed:
        target = folder / name
        if target.is_dir() and not target.is_symlink():
            held = {path.relative_to(folder).as_posix() for path in target.rglob("*") if not path.is_dir()}
            if held - set(deleted):
                raise CannotWrite(f"cannot write {target}: a folder of that name holds other files")
        for above in PurePosixPath(name).parents:
            if (folder / above).is_file() and str(above) not in deleted:
                raise CannotWrite(f"cannot write {target}: {folder / above} is a file that ltcarch did not write")


def _replace(
    folder: Path, changed: Mapping[str, bytes], deleted: list[str], former: Prints, files: Mapping[str, bytes]
) -> None:
    final = {name: (fingerprint(data),) for name, data in files.items()}
    clear_aside(folder)
    if not changed and not deleted and _content(folder / MANIFEST) == to_bytes(final):
        return
    aside = folder / aside_name()
    try:
        aside.mkdir()
        lists = {"during": to_bytes(_union(former, final)), "after": to_bytes(final)}
        for name, data in (_numbered(changed) | lists).items():
            write_through(aside / name, data)
        _make_folders(folder, changed)
        put_in_place(aside / "during", folder / MANIFEST)
        with _told_as_unfinished(folder):
            _exchange(folder, aside, list(changed), [*deleted, *_gone(folder, former, files)])
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _numbered(changed: Mapping[str, bytes]) -> dict[str, bytes]:
    return {str(index): data for index, data in enumerate(changed.values())}


def _exchange(folder: Path, aside: Path, changed: list[str], deleted: list[str]) -> None:
    """Put what is finished in place, which takes no room on the disk."""
    for name in deleted:
        _delete(folder, name)
    for index, name in enumerate(changed):
        _put(aside / str(index), folder, name)
    put_in_place(aside / "after", folder / MANIFEST)


@contextlib.contextmanager
def _told_as_unfinished(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        message = f"{folder} is not finished: {fault.strerror or fault}"
        raise Unfinished(message, advice_for(fault) or "the next run completes it") from fault


def _make_folders(folder: Path, names: Iterable[str]) -> None:
    """Make the folders that files need, all or none: a full disk may have no room even for these."""
    made: list[Path] = []
    try:
        for above in sorted({above for name in names for above in PurePosixPath(name).parents}):
            path = folder / above
            if not path.exists() and path.parent.is_dir():  # a file that goes may still stand in the way
                path.mkdir()
                made.append(path)
    except OSError:
        for path in reversed(made):
            path.rmdir()
        raise


def _gone(folder: Path, former: Prints, files: Mapping[str, bytes]) -> list[str]:
    """Files that a run that was killed had deleted already, perhaps not yet the folders that they left empty."""
    return [name for name in former if name not in files and not os.path.lexists(folder / name)]


def _union(former: Prints, final: Prints) -> Prints:
    return {name: tuple(dict.fromkeys((*former.get(name, ()), *final.get(name, ())))) for name in {*former, *final}}


def _put(finished: Path, folder: Path, name: str) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        _remove_empty(target)
    put_in_place(finished, target)


def _delete(folder: Path, name: str) -> None:
    """Delete a file, if it is there, and the folders that it leaves empty."""
    with contextlib.suppress(NotADirectoryError):
        (folder / name).unlink(missing_ok=True)
    for above in list(PurePosixPath(name).parents)[:-1]:
        with contextlib.suppress(OSError):
            (folder / above).rmdir()


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir()
    folder.rmdir()


def clear_aside(folder: Path) -> None:
    """Remove what runs that were killed left aside in a folder that is locked."""
    for path in folder.glob(f"{ASIDE}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
    clear_files_aside(folder)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _is_own(path: Path, prints: tuple[str, ...]) -> bool:
    content = _content(path)
    return content is not None and fingerprint(content) in prints


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.is_file()
