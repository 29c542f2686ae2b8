"""ltcarch validate --fix and --diff, on real projects."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ltcarch.cli import checking, fixing
from ltcarch.cli.app import application
from ltcarch.rules import RULES
from ltcarch.writing import CannotWrite

PROJECT = "ltcarch: 1\nname: Example\nprofile: draft\n"
ROLES = "roles:\n  - {id: sales_head, name: 销售主管}\n  - {id: order_clerk, name: Order clerk}\n"
BAD = (
    "\ufeff# 流程活动\r\nactivities:\r\n"
    "  - id: A1   # the first\r\n    name: 验证线索\r\n    rolle:   sales_head  # who\r\n"
    "  # a comment between\r\n"
    "  - {id: A2, name: 指派, role: 'sales_haed', split: exclusiv}\r\n"
    "artifacts: [{id: 4.10, name: 2026}]"
)
MENDED = (
    BAD.replace("rolle:", "role:")
    .replace("sales_haed", "sales_head")
    .replace("exclusiv}", "exclusive}")
    .replace("4.10", '"4.10"')
    .replace("2026", '"2026"')
)
REFUSED = "activities: [{id: B1, name: Act, rolle: nobody_at_all}]\n"
"""Only with the right key anybody sees that the role does not exist."""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Writes files into a project in which the user stands; gives its folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def write(**files: str) -> Path:
        for name, text in {"ltcarch": PROJECT, "roles": ROLES, **files}.items():
            (folder / f"{name}.yaml").write_bytes(text.encode())
        return folder

    return write


def validate(*arguments: str):
    return CliRunner().invoke(application(), ["validate", *arguments])


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in folder.glob("*.yaml")}


def test_every_byte_outside_of_an_edit_stays(project):
    folder = project(a=BAD)
    run = validate("--fix")
    assert (run.exit_code, run.stderr) == (0, "mended 5 findings in 1 file\n")
    assert run.stdout.startswith("clean: ")
    assert texts(folder) == {"ltcarch.yaml": PROJECT, "roles.yaml": ROLES, "a.yaml": MENDED}


def test_the_second_time_nothing_changes(project):
    folder = project(a=BAD, b=REFUSED)
    validate("--fix")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.glob("*.yaml")}
    run = validate("--fix")
    assert run.stderr.startswith("nothing was mended\n")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_what_is_left_is_shown_and_decides_over_the_status(project):
    project(a=BAD, b=REFUSED + "teams: [{id: t}]\n")
    run = validate("--fix")
    assert run.exit_code == 1
    assert "b.yaml:1:34 error SCH01 unknown key `rolle`" in run.stdout
    assert "error SCH02 team t has no `name`" in run.stdout
    assert "a.yaml" not in run.stdout
    assert "--fix" not in run.stdout


def test_a_plain_run_checks_once_and_announces_every_edit_untried(project, monkeypatch):
    project(a=BAD, b=REFUSED)
    checks = count_checks(monkeypatch)
    told = validate("--no-cache")
    assert len(checks) == 1
    assert "`ltcarch validate --fix` may mend 6 of them; `--diff` shows how." in told.stdout
    assert told.stdout.count("(`--fix` may mend it)") == 6
    for form, fixes in (("json", '"fix": [{'), ("sarif", '"fixes": [')):
        assert validate("--no-cache", "-f", form).stdout.count(fixes) == 6
    assert len(checks) == 3


def test_good_edits_take_three_checks_in_all(project, monkeypatch):
    project(a=BAD)
    checks = count_checks(monkeypatch)
    validate("--fix")
    assert len(checks) == 3


def count_checks(monkeypatch) -> list:
    """How often a project is checked from now on, as the length of a list."""
    checks, run = [], checking.Checking.run

    def counted(*arguments, **more):
        checks.append(arguments)
        return run(*arguments, **more)

    monkeypatch.setattr(checking.Checking, "run", counted)
    return checks


def test_an_edit_that_would_bring_a_finding_is_refused_and_no_longer_announced(project):
    folder = project(a=BAD, b=REFUSED)
    run = validate("--fix")
    assert "b.yaml:1:34 error SCH01" in run.stdout
    assert "--fix" not in run.stdout
    mended, refused = run.stderr.splitlines()
    assert mended == "mended 5 findings in 1 file"
    assert refused.startswith("not mended: b.yaml:1:34 SCH01: that would bring REF01: activity B1: ")
    assert texts(folder)["b.yaml"] == REFUSED


def test_the_rules_that_are_left_out_must_not_find_something_new_either(project):
    folder = project(b=REFUSED)
    run = validate("--fix", "--select", "SCH")
    assert "would bring REF01" in run.stderr
    assert texts(folder)["b.yaml"] == REFUSED


def test_many_refusals_are_told_in_few_lines(project):
    items = ", ".join(f"{{id: B{index}, name: Act {index}, rolle: nobody_{index}x}}" for index in range(9))
    project(b=f"activities: [{items}]\n")
    lines = validate("--fix").stderr.splitlines()
    assert len(lines) == 1 + fixing.MOST_TOLD + 1
    assert lines[-1] == "not mended: 6 more"


def test_edits_that_stay_in_doubt_are_counted(project, monkeypatch):
    monkeypatch.setattr("ltcarch.mending.MOST_TRIALS", 0)
    folder = project(a=BAD)
    run = validate("--fix")
    assert run.stderr.startswith("nothing was mended\nnot mended: 5 findings in doubt; ")
    assert texts(folder)["a.yaml"] == BAD


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        (["--select", "REF"], BAD.replace("sales_haed", "sales_head")),
        (["--ignore", "SCH03,SCH04,REF"], BAD.replace("rolle:", "role:")),
        (["roles.yaml"], BAD),
        (["a.yaml"], MENDED),
    ],
)
def test_only_what_is_asked_for_is_mended(arguments, changed, project):
    folder = project(a=BAD)
    validate("--fix", *arguments)
    assert texts(folder)["a.yaml"] == changed


def test_what_the_baseline_holds_is_mended_only_on_demand(project):
    folder = project(a=BAD)
    validate("--write-baseline")
    assert validate("--fix").stderr.startswith("nothing was mended\n")
    assert texts(folder)["a.yaml"] == BAD
    assert "mended 5 findings" in validate("--fix", "--no-baseline").stderr


def test_an_unused_waiver_goes_and_a_used_one_stays(project):
    used = (
        "  - id: LTC\n    name: Lead to cash\n    waivers:\n      - {rule: OWN01, reason: later, owner: sales_head}\n"
    )
    idle = "      - {rule: IDN01, reason: so, owner: sales_head}  # gone\n"
    folder = project(ltcarch=PROJECT.replace("draft", "standard"), a=f"classifications:\n{used}{idle}")
    validate("--fix", "--select", "CFG05")
    assert texts(folder)["a.yaml"] == f"classifications:\n{used}"


@pytest.mark.parametrize("name", ["a", "流程 一", "sub folder's"])
def test_a_diff_applies_and_gives_what_fix_gives(name, project):
    files = {name: BAD, "c": BAD.replace("A1", "C1").replace("A2", "C2").replace("4.10", "4.20") + "\r\n# end\r\n"}
    folder = project(**files, b=REFUSED)
    former = texts(folder)
    shown = validate("--diff")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("`--fix` would mend 10 findings in 2 files\nnot mended: b.yaml:1:34 SCH01")
    assert texts(folder) == former
    validate("--fix")
    mended = texts(folder)
    assert mended != former
    project(**files, b=REFUSED)
    subprocess.run(["git", "apply", "-"], input=shown.stdout_bytes, cwd=folder, check=True)
    assert texts(folder) == mended
    assert validate("--diff").stdout == ""


def test_a_diff_of_a_project_in_another_folder_names_files_as_git_finds_them(project, monkeypatch):
    folder = project(a=BAD)
    monkeypatch.chdir(folder.parent)
    assert "--- a/project/a.yaml\n" in validate("project", "--diff").stdout
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    run = validate("..", "--diff")
    assert "--- a/a.yaml\n" in run.stdout
    assert f"apply it in {folder}" in run.stderr


def test_nothing_to_show(project):
    project(a=MENDED)
    run = validate("--diff")
    assert (run.exit_code, run.stdout, run.stderr) == (0, "", "there is nothing to mend\n")


def meanwhile(monkeypatch, change, *, after_looking=False):
    """Let something happen to the files after they were judged, or even after they were found to be unchanged."""
    mend, rewrite = fixing.mend, fixing.rewrite

    def judged(*arguments):
        mended = mend(*arguments)
        change()
        return mended

    def written(*arguments):
        change()
        return rewrite(*arguments)

    monkeypatch.setattr(fixing, "rewrite" if after_looking else "mend", written if after_looking else judged)


@pytest.mark.parametrize("after_looking", [False, True])
def test_a_file_that_somebody_changed_meanwhile_is_left_alone(after_looking, project, monkeypatch):
    other = BAD.replace("A1", "C1").replace("A2", "C2").replace("4.10", "4.20")
    folder = project(a=BAD, c=other)
    meanwhile(monkeypatch, lambda: (folder / "a.yaml").write_text("# mine\n"), after_looking=after_looking)
    run = validate("--fix")
    assert run.stderr.splitlines()[0] == "mended 5 findings in 1 file"
    assert "not mended: a.yaml: somebody changed it meanwhile; run the command again" in run.stderr
    assert texts(folder)["a.yaml"] == "# mine\n"
    assert "role:   sales_head" in texts(folder)["c.yaml"]


def test_a_file_that_vanished_is_not_made_anew(project, monkeypatch):
    folder = project(a=BAD)
    meanwhile(monkeypatch, lambda: (folder / "a.yaml").unlink(missing_ok=True), after_looking=True)
    run = validate("--fix")
    assert run.stderr == "nothing was mended\nnot mended: a.yaml: there is no such file\n"
    assert not (folder / "a.yaml").exists()


def test_a_link_that_leads_out_of_the_project_is_not_followed(project, monkeypatch):
    folder = project(a=BAD)
    outside = folder.parent / "outside.yaml"

    def swap():
        outside.write_bytes(BAD.encode())
        (folder / "a.yaml").unlink()
        (folder / "a.yaml").symlink_to("../outside.yaml")

    meanwhile(monkeypatch, swap, after_looking=True)
    assert "not mended: a.yaml: the link leads out of the project folder" in validate("--fix").stderr
    assert outside.read_bytes() == BAD.encode()


def test_a_read_only_file_stays_and_costs_no_trial(project, monkeypatch):
    folder = project(a=BAD)
    (folder / "a.yaml").chmod(0o444)
    checks = count_checks(monkeypatch)
    run = validate("--fix")
    assert (run.exit_code, run.stderr) == (1, "nothing was mended\nnot mended: a.yaml: it is read-only\n")
    assert texts(folder)["a.yaml"] == BAD
    assert len(checks) == 2


def test_a_failing_disk_leaves_files_whole(project, monkeypatch):
    folder = project(a=BAD)

    def fail(path, data):
        raise CannotWrite(f"cannot write {path}: no space left on device")

    monkeypatch.setattr("ltcarch.cli.rewriting.write_files", fail)
    run = validate("--fix")
    assert run.exit_code == 2
    assert "no space left" in run.stderr
    assert "nothing was mended" in run.stderr
    assert texts(folder)["a.yaml"] == BAD


def test_permissions_and_links_inside_of_the_project_stay(project):
    folder = project(a=BAD)
    (folder / "a.yaml").chmod(0o640)
    (folder / "a.yaml").rename(folder / "real.txt")
    (folder / "a.yaml").symlink_to("real.txt")
    validate("--fix")
    assert (folder / "a.yaml").is_symlink()
    assert (folder / "real.txt").read_bytes().decode() == MENDED
    assert (folder / "real.txt").stat().st_mode & 0o777 == 0o640
    assert {path.name for path in folder.iterdir()} == {"a.yaml", "ltcarch.yaml", "real.txt", "roles.yaml"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fix", "--watch"], "`--watch`"),
        (["--diff", "--watch"], "`--watch`"),
        (["--fix", "--write-baseline"], "mend first"),
        (["--diff", "--format", "json"], "leave out `--format`"),
        (["--diff", "--output", "x.sarif"], "leave out `--format`"),
        (["--diff", "--summary"], "leave out `--format`"),
    ],
)
def test_options_that_cannot_be_meant_together(arguments, words, project):
    folder = project(a=BAD)
    run = validate(*arguments)
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr
    assert texts(folder)["a.yaml"] == BAD


def test_fix_and_diff_together_change_nothing(project):
    folder = project(a=BAD)
    assert validate("--fix", "--diff").exit_code == 1
    assert texts(folder)["a.yaml"] == BAD


def test_other_formats_tell_what_is_left(project):
    project(a=BAD, b=REFUSED)
    document = json.loads(validate("--fix", "-f", "json").stdout)
    assert [(own["code"], own["fix"]) for own in document["findings"]] == [("SCH01", [])]


def test_order_counts_on_over_several_files(project, monkeypatch):
    group = "groups:\n  - {id: G, name: Find, parent: LTC, processes: [{id: P, name: Look, order: 1}]}\n"
    more = "processes:\n  - {id: Q, name: Seek, parent: G, order: 3}   # was third\n"
    files = {"ltcarch": PROJECT + "rules: {IDN11: warning}\n", "g": group, "q": more}
    files |= {"r": more.replace("Q", "R").replace("Seek", "Hunt").replace("3}", "0x5}")}
    folder = project(**files, c="classifications: [{id: LTC, name: Lead to cash}]\n")
    assert "mended 1 finding in 2 files" in validate("--fix").stderr
    assert texts(folder)["q.yaml"] == more.replace("order: 3", "order: 2")
    assert "order: 3}   # was third" in texts(folder)["r.yaml"]
    project(**files)
    (folder / "r.yaml").chmod(0o444)
    run = validate("--fix")
    assert run.stderr == "nothing was mended\nnot mended: r.yaml: it is read-only\n"
    assert texts(folder)["q.yaml"] == more
    (folder / "r.yaml").chmod(0o644)
    meanwhile(monkeypatch, lambda: (folder / "r.yaml").write_text(files["r"] + "# mine\n"))
    assert "not mended: r.yaml: somebody changed it meanwhile" in validate("--fix").stderr
    assert texts(folder)["q.yaml"] == more


def test_an_edit_in_a_file_that_was_not_named_is_not_made(project):
    group = "groups:\n  - {id: G, name: Find, parent: LTC, processes: [{id: P, name: Look, order: 1}]}\n"
    more = "processes:\n  - {id: Q, name: Seek, parent: G, order: 3}\n"
    files = {"ltcarch": PROJECT + "rules: {IDN11: warning}\n", "g": group, "q": more}
    files |= {"r": more.replace("Q", "R").replace("Seek", "Hunt").replace("3", "4")}
    folder = project(**files, c="classifications: [{id: LTC, name: Lead to cash}]\n")
    assert validate("--fix", "q.yaml").stderr == "nothing was mended\n"
    assert texts(folder)["q.yaml"] == more


ACTIVITY = "activities: [{{id: A1, name: Act, {0}}}]\n"
MENDABLE = {
    "SCH01": {"a": ACTIVITY.format("rolle: sales_head")},
    "SCH03": {"a": "artifacts: [{id: true, name: Form}]\n"},
    "SCH04": {"a": ACTIVITY.format("split: exclusiv")},
    "REF01": {"a": ACTIVITY.format("role: sales_haed")},
    "REF03": {"a": "processes: [{id: P, name: P, ends: [done], next: [{on: dome, to: Q}]}, {id: Q, name: Q}]\n"},
    "REF04": {"ltcarch": PROJECT + "provenance: {interview: Asked}\n", "a": ACTIVITY.format("provenance: [intervew]")},
    "CFG01": {"ltcarch": PROJECT + "rules: {own5: warning}\n"},
    "CFG02": {"ltcarch": PROJECT + "rules: {OWN05: warnig}\n"},
    "CFG05": {"a": ACTIVITY.format("waivers: [{rule: IDN01, reason: so, owner: sales_head}]")},
    "IDN11": {
        "ltcarch": PROJECT + "rules: {IDN11: info}\n",
        "a": "classifications: [{id: C, name: C, order: 0}, {id: D, name: D, order: 2}]\n",
    },
}


def test_every_rule_that_promises_to_be_mended_is_tried():
    assert {rule.code for rule in RULES if rule.mending} == set(MENDABLE)


@pytest.mark.parametrize("code", MENDABLE)
def test_a_rule_that_promises_to_be_mended_is(code, project):
    project(**MENDABLE[code])
    assert f" {code} " in validate("-f", "concise").stdout
    assert validate("--fix", "--fail-on", "info").stderr == "mended 1 finding in 1 file\n"
    assert validate("--fail-on", "info").exit_code == 0
