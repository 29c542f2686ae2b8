"""Small projects on disk for tests, and what is found in them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules import RULES
from ltcarch.rules.documentation import FORMER

PROJECT = (
    "ltcarch: 1\nname: Example\nprofile: strict\nlifecycle: {stage: operation, status: published, version: 1.0.0}\n"
)
OPEN = "company: {unset: {approvers: an example, approved_on: an example, done: an example}}\n"
"""What the project file adds so that no rule asks who approved an example."""
TODAY = date(2026, 6, 30)
"""The day for rules that need one."""


def write_project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A project of these files; a project file is added where none is given."""
    for path, text in {"ltcarch.yaml": PROJECT, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def findings(folder: Path, files: dict[str, str], rules=RULES, today: date = TODAY):
    """What is found in a project of these files, by these rules only.

    Files whose path begins with `before/` make the project as it was before; its project file is the present one where
    none is given.
    """
    every = {rule.code for rule in RULES if rule.check is not None}
    former = {path.removeprefix(FORMER): text for path, text in files.items() if path.startswith(FORMER)}
    present = {path: text for path, text in files.items() if not path.startswith(FORMER)}
    present.setdefault("ltcarch.yaml", PROJECT + OPEN)
    report = run(
        load(write_project(folder, present)), rules=RULES, today=today, before=_before(folder, former, present)
    )
    wanted = {rule.code for rule in rules}
    return [found for found in report.diagnostics if found.code in wanted or found.code not in every]


def _before(folder: Path, former: dict[str, str], present: dict[str, str]):
    project = {path: text for path, text in present.items() if path == "ltcarch.yaml"}
    return load(write_project(folder / ".before", project | former)).architecture if former else None
