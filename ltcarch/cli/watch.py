"""Validating again whenever a file of the project is saved."""

import gc
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from ltcarch.cli.moments import moments, need_watcher
from ltcarch.cli.terminal import CLEAN, say, screen_of
from ltcarch.loading.snapshot import Snapshot, changed, snapshot
from ltcarch.report.changes import changes
from ltcarch.report.findings import Findings
from ltcarch.report.text import text


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a run, and the patterns of the files that it read."""

    findings: Findings
    sources: tuple[str, ...]


def keep_checking(folder: Path, check: Callable[[], Checked], most_findings: int | None = None) -> NoReturn:
    """Show all findings, then what is new and what is gone after each save, until somebody interrupts it."""
    need_watcher("--watch", "watch")
    with suppress(KeyboardInterrupt):  # the way to end it, so no failure
        _keep_checking(folder, check, most_findings)
    sys.exit(CLEAN)


def _keep_checking(folder: Path, check: Callable[[], Checked], most_findings: int | None) -> None:
    taken = snapshot(folder, ())
    checked = check()
    taken = _with_those_read(taken, folder, checked)
    _show(text(_on_screen(checked.findings, most_findings)))
    say(f"watching {folder}; Ctrl-C ends it")
    is_there = True
    for _ in moments(folder):
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
