"""When to look at the files of a project, for commands that follow somebody's work."""

import time
from collections.abc import Iterator
from pathlib import Path

from ltcarch.cli.terminal import stop

QUIET = 20
"""Milliseconds without a change after which a save is complete."""
PATIENCE = 300
"""Milliseconds after which somebody looks although files go on changing."""
ROUND = 1000
"""Milliseconds between looks where no change is told, as on some shared disks."""


def need_watcher(command: str, extra: str) -> None:
    """Stop the command where nothing can tell of changes."""
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        stop(f"`{command}` needs the package watchfiles, which is not installed", f"pip install 'ltcarch[{extra}]'")


def moments(folder: Path) -> Iterator[None]:
    """When to look at the files: soon after something changed below a folder, and each second in any case.

    Goes on when the folder vanishes and comes back, and where the system cannot tell of changes.
    """
    from watchfiles import watch

    while True:
        try:
            own = _identity(folder)
            for _ in watch(folder, debounce=PATIENCE, step=QUIET, rust_timeout=ROUND, yield_on_timeout=True):
                yield
                if _identity(folder) != own:
                    break
        except OSError:
            time.sleep(QUIET * 10 / 1000)
            yield


def _identity(folder: Path) -> tuple[int, int]:
    """Which folder it is, so that another one in its place is noticed. Raises OSError where there is none."""
    own = folder.stat()
    return own.st_dev, own.st_ino
