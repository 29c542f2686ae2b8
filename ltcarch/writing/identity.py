"""Which ltcarch this is, for what is kept from one run to the next."""

from functools import cache
from pathlib import Path

from ltcarch.version import __version__

_PACKAGE = Path(__file__).parents[1]
_CODE = ("py", "json", "jinja", "css", "js", "typ")


@cache
def own_identity() -> bytes:
    """What tells this ltcarch from others: its version; in a checkout, where code changes, the state of its files."""
    parts = [__version__]
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        parts += (f"{path}{path.stat().st_mtime_ns}" for path in _own_files())
    return "\n".join(parts).encode()


def _own_files() -> list[Path]:
    folders = (_PACKAGE, _PACKAGE.parent / "schemas")
    return sorted(path for folder in folders for ending in _CODE for path in folder.rglob(f"*.{ending}"))
