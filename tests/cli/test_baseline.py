"""Coming in with an imperfect model: baseline and selection, from the outside."""

import json

import pytest

from tests.cli.commands import ltcarch
from tests.projects import write_project

PROJECT = "ltcarch: 1\nname: Example\nprofile: draft\n"
MODEL = "activities: [{id: A1, name: Act, role: nobody}]\nroles: [{id: s}]\n"
FILES = {"ltcarch.yaml": PROJECT, "a.yaml": MODEL}
BASELINE = "ltcarch-baseline.yaml"


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path, FILES)


def test_after_a_baseline_only_new_findings_fail(project):
    written = ltcarch("validate", "--write-baseline", cwd=project)
    assert (written.returncode, written.stdout) == (0, "")
    assert f"{BASELINE} holds 2 findings;" in written.stderr
    checked = ltcarch("validate", cwd=project)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("clean: ")
    assert "2 in the baseline" in checked.stdout
    (project / "a.yaml").write_text("# moved\n" + MODEL + "teams: [{id: t}]\n", encoding="utf-8")
    checked = ltcarch("validate", cwd=project)
    assert checked.returncode == 1
    assert checked.stdout.startswith("a.yaml:4:14 error SCH02 team t has no `name`\n")
    assert ltcarch("validate", "--no-baseline", cwd=project).stdout.count(" error ") == 3


def test_what_is_mended_is_told_and_does_not_fail(project):
    ltcarch("validate", "--write-baseline", cwd=project)
    (project / "a.yaml").write_text(MODEL.replace(", role: nobody", ""), encoding="utf-8")
    checked = ltcarch("validate", "--fail-on", "info", cwd=project)
    assert checked.returncode == 0
    assert checked.stderr.startswith("note: 1 entry of the baseline is mended; ")
    written = ltcarch("validate", "--write-baseline", cwd=project)
    assert "holds 1 finding (0 more, 1 gone)" in written.stderr
    assert ltcarch("validate", cwd=project).stderr == ""


def test_the_file_is_the_same_whenever_it_is_written(project):
    ltcarch("validate", "--write-baseline", cwd=project)
    first = (project / BASELINE).read_bytes()
    ltcarch("validate", "--write-baseline", "a.yaml", cwd=project, PYTHONHASHSEED="7")
    assert (project / BASELINE).read_bytes() == first


def test_another_file(project):
    known = project.parent / "known.yaml"
    assert ltcarch("validate", "--write-baseline", "--baseline", known, cwd=project).returncode == 0
    assert ltcarch("validate", cwd=project).returncode == 1
    assert ltcarch("validate", "--baseline", known, cwd=project).returncode == 0


def test_known_findings_stand_apart_in_documents(project):
    ltcarch("validate", "--write-baseline", cwd=project)
    document = json.loads(ltcarch("validate", "--format", "json", cwd=project).stdout)
    assert document["findings"] == []
    assert {one["suppression"]["where"] for one in document["suppressed"]} == {"baseline"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--baseline", "missing.yaml"], "missing.yaml"),
        (["--baseline", "a.yaml"], "no baseline of format 1"),
        (["--baseline", "a.yaml", "--no-baseline"], "contradicts"),
        (["--write-baseline", "--no-baseline"], "contradicts"),
        (["--write-baseline", "--select", "OWN"], "all rules"),
        (["--write-baseline", "--baseline", "known.yaml"], "would be read as architecture"),
        (["--write-baseline", "--baseline", "link"], "is a link"),
        (["--select", "OWN99x"], "no rule or family `OWN99x`"),
        (["--ignore", "SRC04"], "cannot be left out"),
    ],
)
def test_wrong_use(arguments, words, project):
    (project / "link").symlink_to("elsewhere")
    run = ltcarch("validate", *arguments, cwd=project)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert "help:" in run.stderr
    assert not (project / "known.yaml").exists()
    assert not (project / "elsewhere").exists()


@pytest.mark.parametrize(
    "text", ["<<<<<<< ours\nbaseline: 1\n", "baseline: 1\nfindings: [*a]\n", "- 1\n", "baseline: 1\nfindings: [1]\n"]
)
def test_a_broken_baseline_is_told_and_can_be_written_anew(text, project):
    (project / BASELINE).write_text(text, encoding="utf-8")
    run = ltcarch("validate", cwd=project)
    assert run.returncode == 2
    assert BASELINE in run.stderr
    assert ltcarch("validate", "--write-baseline", cwd=project).returncode == 0
    assert ltcarch("validate", cwd=project).returncode == 0


def test_a_link_to_a_file_elsewhere_is_not_read(project):
    (project.parent / "known.yaml").write_text("baseline: 1\nfindings: []\n", encoding="utf-8")
    (project / BASELINE).symlink_to("../known.yaml")
    run = ltcarch("validate", cwd=project)
    assert run.returncode == 2
    assert "leads out of" in run.stderr


def test_selected_rules(project):
    assert "SCH02" not in ltcarch("validate", "--select", "REF", cwd=project).stdout
    assert "REF01" not in ltcarch("validate", "--ignore", "unknown-id,CFG", cwd=project).stdout
    assert ltcarch("validate", "--ignore", "REF", "--ignore", "SCH02", cwd=project).returncode == 0
    mended = ltcarch("validate", "--ignore", "REF,SCH", cwd=project)
    assert mended.stdout.startswith("clean: ")
