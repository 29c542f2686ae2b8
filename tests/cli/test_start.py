"""A command starts quickly: it imports what it needs and no more."""

import subprocess
import sys

import pytest

from ltcarch.cli.app import COMMANDS, GROUPS
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project

HEAVY = {"asyncio", "hashlib", "http", "jinja2", "multiprocessing", "rich", "secrets", "ssl", "tempfile", "xml"}
"""Modules that take long to import and that no check of a project needs."""


def imported_by(*arguments: str) -> set[str]:
    """The modules that a command imports, as Python itself tells."""
    run = subprocess.run(
        [sys.executable, "-v", "-m", "ltcarch", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return {line.split("'")[1] for line in run.stderr.splitlines() if line.startswith("import '")}


def test_a_validate_imports_nothing_heavy(tmp_path):
    project = write_project(tmp_path, {"groups.yaml": "groups: [{id: LTC.1, name: Manage leads}]\n"})
    imported = imported_by("validate", str(project))
    assert "ltcarch.report.code_frame" in imported
    assert imported & HEAVY == set()


@pytest.mark.parametrize("command", [*COMMANDS, *GROUPS])
def test_a_command_that_is_named_comes_without_the_others(command):
    modules = {"rule": "rules", "import": "import_"}
    all_of_them = {f"ltcarch.cli.{modules.get(name, name)}" for name in (*COMMANDS, *GROUPS)}
    assert imported_by(command, "--help") & all_of_them == {f"ltcarch.cli.{modules.get(command, command)}"}


def test_whoever_mistypes_a_command_is_told_of_all_of_them():
    assert "Did you mean 'validate'?" in ltcarch("validat").stderr
    assert all(f"\n  {command} " in ltcarch("--help").stdout for command in (*COMMANDS, *GROUPS))


def test_the_version_is_told_without_any_library():
    assert imported_by("--version") & (HEAVY | {"typer", "yaml", "dataclasses", "ltcarch.cli"}) == set()
