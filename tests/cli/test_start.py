"""A command starts quickly: it imports what it needs and no more."""

import subprocess
import sys

from tests.cli.commands import ROOT
from tests.projects import write_project

HEAVY = {"asyncio", "hashlib", "http", "jinja2", "multiprocessing", "rich", "secrets", "ssl", "tempfile", "xml"}
"""Modules that take long to import and that no check of a project needs."""


def imported_by(*arguments: str) -> set[str]:
    """The modules that a command imports, as Python itself tells."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ltcarch", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}


def test_a_validate_imports_nothing_heavy(tmp_path):
    project = write_project(tmp_path, {"groups.yaml": "groups: [{id: LTC.1, name: Manage leads}]\n"})
    imported = imported_by("validate", str(project))
    assert "ltcarch.report.code_frame" in imported
    assert imported & HEAVY == set()


def test_the_version_is_told_without_any_library():
    assert imported_by("--version") & (HEAVY | {"typer", "yaml", "dataclasses", "ltcarch.cli"}) == set()
