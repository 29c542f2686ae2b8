"""The list of files that this program wrote into a folder."""

import json
from collections.abc import Mapping
from pathlib import Path

from ltcarch.writing.faults import ForeignFiles, UnsafeName
from ltcarch.writing.names import check_name

MANIFEST = ".ltcarch-manifest.json"
_ABOUT = "The files that ltcarch wrote here. It deletes no others."

Prints = Mapping[str, tuple[str, ...]]
"""By file name, the SHA-256 of what ltcarch wrote: one, or two while a new content takes the place of a former one."""


def fingerprint(data: bytes) -> str:
    """What tells one content from another."""
    from hashlib import sha256  # slow to import, and needed only where a folder is written

    return sha256(data).hexdigest()


def to_bytes(prints: Prints) -> bytes:
    """The manifest as it stands on disk."""
    files = {name: list(prints[name]) for name in sorted(prints)}
    return (json.dumps({"about": _ABOUT, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Prints | None:
    """What a folder's manifest lists; None where the folder has none.

    Raises ForeignFiles where the manifest was not written by this program: then nothing in the folder is known to
    be its own.
    """
    path = folder / MANIFEST
    if not path.is_file() or path.is_symlink():
        return None
    try:
        files = json.loads(path.read_bytes())["files"]
        for name in files:
            check_name(name)
        return {name: tuple(str(print_) for print_ in prints) for name, prints in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, UnsafeName) as fault:
        raise ForeignFiles(f"{path} is not a list of files that ltcarch wrote") from fault
