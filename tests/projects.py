"""Small projects on disk for tests, and what is found in them."""

from datetime import date
from pathlib import Path

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules import RULES

PROJECT = "ltcarch: 1\nname: Example\nprofile: strict\nlifecycle: {stage: operation, status: published}\n"
TODAY = date(2026, 6, 30)
"""The day for rules that need one."""


def write_project(folder: Path, files: dict[str, str]) -> Path:
    """A project of these files; a project file is added where none is given."""
    for path, text in {"ltcarch.yaml": PROJECT, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def findings(folder: Path, files: dict[str, str], rules=RULES):
    """What is found in a project of these files, by these rules only."""
    every = {rule.code for rule in RULES}
    report = run(load(write_project(folder, files)), rules=RULES, today=TODAY)
    wanted = {rule.code for rule in rules}
    return [
        found
        for found in report.diagnostics
        if found.code in wanted or found.code not in every or found.code[:3] in ("SRC", "SCH", "REF")
    ]
