"""Validating again whenever a file of the project is saved."""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from ltcarch.cli.terminal import CLEAN, say, screen_of, stop
from ltcarch.loading.snapshot import Snapshot, changed, snapshot
from ltcarch.report.changes import changes
from ltcarch.report.findings import Findings
from ltcarch.report.text import text

QUIET = 20
"""Milliseconds without a change after which a save is complete."""
PATIENCE = 300
"""Milliseconds after which the findings are shown although files go on changing."""
ROUND = 1000
"""Milliseconds between looks at the files where no change is told, as on some shared disks."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a run, and the patterns of the files that it read."""

    findings: Findings
    sources: tuple[str, ...]


def keep_checking(folder: Path, check: Callable[[], Checked], most_findings: int | None = None) -> NoReturn:
    """Show all findings, then what is new and what is gone after each save, until somebody interrupts it."""
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        stop("`--watch` needs the package watchfiles, which is not installed", "pip install 'ltcarch[watch]'")
    try:
        _keep_checking(folder, check, most_findings)
    except KeyboardInterrupt:  # the way to end it, so no failure
        sys.exit(CLEAN)


def _keep_checking(folder: Path, check: Callable[[], Checked], most_findings: int | None) -> None:
    taken = snapshot(folder, ())
    checked = check()
    taken = _with_those_read(taken, folder, checked)
    _show(text(_on_screen(checked.findings, most_findings)))
    say(f"watching {folder}; Ctrl-C ends it")
    is_there = True
    for _ in _moments(folder):
        is_there = _tell_whether_there(folder, is_there)
        now = snapshot(folder, checked.sources)
        files = changed(taken, now)
        if not is_there or not files:
            continue
        former, taken = checked, now
        try:
            checked = check()
        except SystemExit:  # it was told why; the next save may mend it
            continue
        if checked.sources != former.sources:
            taken = _with_those_read(taken, folder, checked)
        findings = _on_screen(checked.findings, most_findings)
        _show(changes(former.findings, findings, files, f"{datetime.now():%H:%M:%S}"))
        _forget()


def _with_those_read(taken: Snapshot, folder: Path, checked: Checked) -> Snapshot:
    """What a snapshot from before a run says of the files that the run read; of those it lacks, how they are now."""
    now = snapshot(folder, checked.sources)
    return now | {path: stamp for path, stamp in taken.items() if path in now}


def _on_screen(findings: Findings, most_findings: int | None) -> Findings:
    return replace(findings, screen=screen_of(sys.stdout, most_findings))


def _show(lines: Iterable[str]) -> None:
    sys.stdout.writelines(lines)
    sys.stdout.flush()


def _forget() -> None:
    """Let go of former runs: reading leaves all that it built out of the collection of garbage."""
    gc.unfreeze()
    gc.collect()


def _tell_whether_there(folder: Path, was_there: bool) -> bool:
    is_there = folder.is_dir()
    if was_there and not is_there:
        say(f"{folder} is gone; waiting until it is back, Ctrl-C ends it")
    if is_there and not was_there:
        say(f"{folder} is back")
    return is_there


def _moments(folder: Path) -> Iterator[None]:
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
