"""The baseline of a project: which one holds, and writing it anew."""

import os
from pathlib import Path
from typing import NoReturn

from ltcarch.cli.putting import put_file
from ltcarch.cli.terminal import say, stop
from ltcarch.diagnostics.baseline import Baseline
from ltcarch.engine import Report
from ltcarch.loading.baseline import UnusableBaseline, read_baseline
from ltcarch.loading.files import BASELINE_FILE, matches
from ltcarch.model.project import Project
from ltcarch.writing.baseline import baseline_text


def chosen_baseline(folder: Path, file: Path | None) -> Baseline:
    """The baseline in the named file, else the project's own if it has one; stops the command for an unusable one."""
    path = file or folder / BASELINE_FILE
    if file is None and not os.path.lexists(path):
        return Baseline()
    try:
        return read_baseline(path)
    except UnusableBaseline as unusable:
        stop(str(unusable), unusable.help)


def save_baseline(report: Report, folder: Path, file: Path | None, project: Project) -> None:
    """Write what a run found as the baseline, and tell what that changes."""
    path = file or folder / BASELINE_FILE
    _refuse_source(path, folder, project)
    _refuse_link(path)
    found = report.diagnostics
    before = _former(path)
    advice = "look at its folder and permissions, or name another file with `--baseline`"
    put_file(path, baseline_text(Baseline.of(found)).encode(), advice)
    amount = f"{len(found):,} finding{'' if len(found) == 1 else 's'}"
    changed = ""
    if before is not None:
        compared = before.compare(found, {})
        changed = f" ({len(compared.new):,} more, {len(compared.mended):,} gone)"
    say(f"{path} holds {amount}{changed}; `ltcarch validate` counts only new ones from now on")


def tell_mended(report: Report) -> None:
    """A note about entries of the baseline that nothing answers to any more."""
    amount = len(report.mended)
    if amount:
        entries = "1 entry of the baseline is" if amount == 1 else f"{amount:,} entries of the baseline are"
        say(f"note: {entries} mended; `ltcarch validate --write-baseline` writes it without {_them(amount)}")


def _them(amount: int) -> str:
    return "it" if amount == 1 else "them"


def _former(path: Path) -> Baseline | None:
    try:
        return read_baseline(path) if path.exists() else None
    except UnusableBaseline:
        return None


def _refuse_source(path: Path, folder: Path, project: Project) -> None:
    """Stop where the file would be read as a part of the architecture."""
    full = path.resolve()
    if full.is_relative_to(folder) and full != (folder / BASELINE_FILE).resolve():
        relative = full.relative_to(folder).as_posix()
        if any(matches(relative, pattern) for pattern in project.sources):
            _refuse(f"{path} would be read as architecture: `sources` of the project takes it in", "name another file")


def _refuse_link(path: Path) -> None:
    """Stop where a link, which may be anybody's, would lead the writing elsewhere."""
    if path.is_symlink():
        _refuse(f"{path} is a link", "a baseline is a file of its own: delete the link, or name another file")


def _refuse(message: str, help_text: str) -> NoReturn:
    stop(f"no baseline is written: {message}", help_text)
