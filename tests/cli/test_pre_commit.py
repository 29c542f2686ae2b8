"""How the hook's program reads what pre-commit hands it."""

from pathlib import Path

from ltcarch.cli.pre_commit import options_and_files, projects
from tests.cli.commands import ROOT


def test_files_of_a_project_at_any_depth_count_once(tmp_path):
    for folder in ("a", "b/c"):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "ltcarch.yaml").touch()
    files = ["b/c/deep/x.yaml", "b/c/ltcarch.yaml", "a/deep/y.yaml", "b/z.yaml"]
    assert projects([tmp_path / file for file in files]) == [tmp_path / "a", tmp_path / "b/c"]


def test_what_stands_before_the_files_goes_to_validate(monkeypatch):
    monkeypatch.chdir(ROOT / "examples/starter")
    options = ["--since", "main.yaml", "--output=report.yaml"]
    files = ["ltcarch.yaml", "registers/people.yaml"]
    assert options_and_files([*options, *files]) == (options, [Path(file) for file in reversed(files)])
    assert options_and_files(options) == (options, [])
