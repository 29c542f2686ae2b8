"""The composite action: its steps run as the runner would run them, and input is never taken for shell."""

import json
import re
import subprocess
import sys

import pytest
import yaml

from tests.ci.conftest import plant_modules
from tests.ci.github_runner import ACTION, STEPS, run_step
from tests.ci.shells import ROOT

SHELL = "x; touch hit; $(touch hit) `touch hit` \" && touch hit || touch hit # ' | touch hit\ntouch hit\n"
HOSTILE = [
    *((name, SHELL) for name in ACTION["inputs"] if name != "python-version"),
    ("profile", "strict --output=text:hit"),
    ("path", "--help"),
]


def test_the_file_is_an_action_by_its_published_schema():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    subprocess.run([*command, str(ROOT / "action.yml")], check=True, capture_output=True)


def test_inputs_reach_the_shell_as_variables_only():
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_other_actions_are_pinned_to_a_commit_with_its_version_beside():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", own) for own in used)


def test_every_input_is_used_and_explained():
    text = yaml.safe_dump(ACTION["runs"])
    for name, own in ACTION["inputs"].items():
        assert f"inputs.{name} " in text
        assert own["description"].endswith(".")


def test_a_clean_project_passes_without_an_annotation(checkout, runner):
    run = run_step("validate", checkout, runner, {"path": "sales"})
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_findings_fail_the_step_and_stand_at_their_lines(checkout, runner):
    run = run_step("validate", checkout, runner, {"path": "service"})
    assert run.returncode == 1
    assert [line.partition(",title=")[0] for line in run.stdout.splitlines()] == [
        "::error file=service/a.yaml,line=4,col=11,endLine=4,endColumn=17",
        "::error file=service/b.yaml,line=2,col=9,endLine=2,endColumn=14",
    ]


def test_the_broken_example(runner):
    run = run_step("validate", ROOT, runner, {"path": "examples/broken"})
    assert run.returncode == 1
    assert "::error file=examples/broken/architecture/ownership.yaml,line=10," in run.stdout
    assert all(line.startswith("::") for line in run.stdout.splitlines())


def test_profile_and_fail_on(checkout, runner):
    lenient = {"path": "sales", "profile": "strict", "fail-on": "info"}
    (checkout / "sales/architecture/more.yaml").write_text("artifacts: [{id: nobodys, name: Nobody's}]\n")
    assert run_step("validate", checkout, runner, lenient).returncode == 1
    assert run_step("validate", checkout, runner, {**lenient, "profile": "draft"}).returncode == 0
    assert run_step("validate", checkout, runner, {**lenient, "fail-on": "error"}).returncode == 0


def test_sarif_is_written_beside_the_annotations_also_where_the_step_fails(checkout, runner):
    run = run_step("validate", checkout, runner, {"path": "service", "sarif": "out/findings.sarif"})
    assert run.returncode == 1
    assert run.stdout.count("::error ") == 2
    document = json.loads((checkout / "out/findings.sarif").read_text(encoding="utf-8"))
    assert len(document["runs"][0]["results"]) == 2


def test_since_needs_a_revision_that_is_there(checkout, runner):
    run = run_step("validate", checkout, runner, {"path": "sales", "since": "origin/main"})
    assert run.returncode == 2
    assert "origin/main" in run.stderr


@pytest.mark.parametrize(("name", "value"), HOSTILE)
def test_hostile_input_stays_data(checkout, runner, name, value):
    run = run_step("validate", checkout, runner, {"path": "service", name: value})
    assert run.returncode in (1, 2), run.stderr
    assert "Usage: ltcarch validate [OPTIONS]" not in run.stdout
    assert not list(checkout.rglob("hit"))


def test_a_checkout_is_never_imported(checkout, runner):
    plant_modules(checkout)
    assert run_step("validate", checkout, runner, {"path": "service"}).returncode == 1
    assert not (checkout / "imported").exists()
