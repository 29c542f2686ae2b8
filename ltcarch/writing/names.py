"""Names of files that stay inside of their folder, on every machine."""

import re
from collections.abc import Iterable

from ltcarch.writing.faults import UnsafeName

_UNSTORABLE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def check_name(name: str) -> None:
    """Refuse a name, written with `/`, that leads out of its folder or that some file system cannot store."""
    for part in name.split("/"):
        if part in ("", ".", "..") or part != part.rstrip(" .") or _UNSTORABLE.search(part) or _DEVICES.match(part):
            raise UnsafeName(f"{name!r} is no safe name for a file")


def check_names(names: Iterable[str]) -> None:
    """Refuse unsafe names, and names that would fall on the same file where capitals do not count."""
    seen: dict[str, str] = {}
    for name in names:
        check_name(name)
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise UnsafeName(f"{other!r} and {name!r} would be the same file on some machines")
