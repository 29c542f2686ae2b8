"""How the hook's program reads what pre-commit hands it."""

import subprocess
import sys

from ltcarch.cli.pre_commit import projects
from tests.cli.commands import ROOT


def test_files_of_a_project_at_any_depth_count_once(tmp_path):
    for folder in ("a", "b/c"):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "ltcarch.yaml").touch()
    files = ["b/c/deep/x.yaml", "b/c/ltcarch.yaml", "a/deep/y.yaml", "b/z.yaml"]
    assert projects([tmp_path / file for file in files]) == [tmp_path / "a", tmp_path / "b/c"]


def test_what_stands_before_the_files_goes_to_validate():
    command = [sys.executable, "-m", "ltcarch.cli.pre_commit", "--profile", "x.yaml", "examples/starter/ltcarch.yaml"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "'x.yaml' is not one of" in run.stderr
