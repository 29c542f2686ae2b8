"""ltcarch validate, from the outside."""

import json
import os

import pytest

from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project
from tests.repositories import commit

GOOD = {"a.yaml": "roles: [{id: r, name: R}]\n", "ltcarch.yaml": "ltcarch: 1\nname: Example\nprofile: draft\n"}
BAD = {**GOOD, "more/b.yaml": "activities: [{id: A1, name: Act, role: [r, rr]}]\n", "c.yaml": "roles: [{id: s}]\n"}


def test_a_clean_project(tmp_path):
    run = ltcarch("validate", write_project(tmp_path, GOOD))
    assert (run.returncode, run.stdout, run.stderr) == (0, "clean: 2 elements in 1 file, profile draft\n", "")


def test_findings_give_status_1_and_the_place_as_seen_from_here(tmp_path):
    write_project(tmp_path / "project", BAD)
    run = ltcarch("validate", "project", cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.startswith("project/c.yaml:1:14 error SCH02 role s has no `name`\n")
    assert "project/more/b.yaml:1:44 error REF01" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("2 errors among ")


def test_a_folder_or_a_file_shows_only_its_own_findings(tmp_path):
    write_project(tmp_path, BAD)
    assert "c.yaml" not in ltcarch("validate", "more", cwd=tmp_path).stdout
    assert "b.yaml" not in ltcarch("validate", "c.yaml", cwd=tmp_path).stdout
    assert ltcarch("validate", "a.yaml", cwd=tmp_path).returncode == 0


def test_json(tmp_path):
    run = ltcarch("validate", "--format", "json", write_project(tmp_path, BAD))
    document = json.loads(run.stdout)
    assert run.returncode == 1
    assert document["counts"] == {"error": 2, "warning": 0, "info": 0}
    assert [found["code"] for found in document["findings"]] == ["SCH02", "REF01"]
    assert document["findings"][1]["location"] == {
        "file": "more/b.yaml", "line": 1, "column": 44, "end_line": 1, "end_column": 46
    }  # fmt: skip


def test_fail_on(tmp_path):
    files = {"a.yaml": GOOD["a.yaml"], "ltcarch.yaml": "ltcarch: 1\nname: Example\nprofile: strict\n"}
    write_project(tmp_path, files)
    assert "info" in ltcarch("validate", tmp_path).stdout
    assert ltcarch("validate", tmp_path).returncode == 0
    assert ltcarch("validate", tmp_path, "--fail-on", "info").returncode == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [("nowhere", "does not exist"), (".", "no ltcarch.yaml")],
)
def test_no_project_is_wrong_use(tmp_path, path, words):
    run = ltcarch("validate", path, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert "help:" in run.stderr


def test_an_unreadable_project_file_is_a_finding(tmp_path):
    write_project(tmp_path, {**GOOD, "ltcarch.yaml": "ltcarch: [1\n"})
    run = ltcarch("validate", tmp_path)
    assert run.returncode == 1
    assert "ltcarch.yaml:1:12 error SRC04" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_a_finding(tmp_path):
    write_project(tmp_path, BAD)
    (tmp_path / "a.yaml").chmod(0)
    run = ltcarch("validate", tmp_path)
    assert run.returncode == 1
    assert "a.yaml error SRC01" in run.stdout


def test_colour_only_where_it_is_wanted(tmp_path):
    write_project(tmp_path, BAD)
    assert "\x1b[" not in ltcarch("validate", tmp_path).stdout
    assert "\x1b[" in ltcarch("validate", tmp_path, FORCE_COLOR="1").stdout
    assert "\x1b[" not in ltcarch("validate", tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("project", ["models/reference", "examples/procure-to-pay"])
def test_the_models_that_are_shipped_are_clean_under_strict(project):
    run = ltcarch("validate", ROOT / project, "--profile", "strict", "--fail-on", "info")
    assert run.stdout.startswith("clean: "), run.stdout[-3000:]


def test_the_dates_of_an_example_are_right_for_its_day_and_fall_due_later():
    example = ROOT / "examples/procure-to-pay"
    on_its_day = ltcarch("validate", example, "--today", "2025-07-01", "--fail-on", "info")
    assert on_its_day.stdout.startswith("clean: "), on_its_day.stdout[-3000:]
    later = ltcarch("validate", example, "--today", "2026-06-30", "-f", "summary")
    assert {line.split()[0] for line in later.stdout.split("\n\n")[0].splitlines()[1:]} == {"CTL10", "LIF03"}


@pytest.mark.parametrize("project", ["examples/starter", "examples/it-service-policy"])
def test_the_small_examples_are_clean(project):
    run = ltcarch("validate", ROOT / project, "--fail-on", "info")
    assert run.stdout.startswith("clean: "), run.stdout[-3000:]


def test_an_earlier_revision_can_be_compared_with(tmp_path):
    commit(tmp_path, GOOD, project="ours")
    for arguments in (["--since", "HEAD"], ["--since", "main", "--with-dates"], ["--today", "2026-06-30"]):
        run = ltcarch("validate", tmp_path / "ours", *arguments)
        assert (run.returncode, run.stderr) == (0, "")
    commit(tmp_path, GOOD, project="new")
    run = ltcarch("validate", tmp_path / "new", "--since", "HEAD~1")
    assert (run.returncode, run.stderr) == (
        0, "note: there is no ltcarch.yaml here at `HEAD~1`, so nothing is compared\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--since", "nowhere"], "there is no revision `nowhere`"), (["--today", "2026-02-30"], "does not match")],
)
def test_a_revision_or_day_that_is_none_is_wrong_use(arguments, words, tmp_path):
    commit(tmp_path, GOOD)
    run = ltcarch("validate", tmp_path, *arguments)
    assert run.returncode == 2
    assert words in run.stderr


def test_history_of_what_is_in_no_repository_is_wrong_use(tmp_path):
    write_project(tmp_path, GOOD)
    run = ltcarch("validate", tmp_path, "--since", "HEAD")
    assert (run.returncode, run.stdout) == (2, "")
    assert "is in no git repository" in run.stderr
