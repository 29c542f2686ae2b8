"""docs/ci.md says what the files say, and what it shows to copy works with them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ltcarch.cli.terminal import CLEAN, FINDINGS, OWN_FAULT, WRONG_USE
from ltcarch.version import __version__
from tests.ci.github_runner import ACTION
from tests.ci.shells import ROOT
from tests.ci.test_gitlab_template import JOB, TEMPLATE

PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def shown(name: str) -> str:
    """The text of a file that the page shows."""
    return re.search(rf"```yaml\n# {re.escape(name)}\n(.*?)```", PAGE, re.DOTALL)[1]


def table(heading: str) -> list[list[str]]:
    """The rows of the table under this first column, without code marks."""
    rows = re.search(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)[1].splitlines()
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in rows]


def check_schema(name: str, text: str, folder: Path, *options: str) -> None:
    file = folder / "shown.yml"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", name, *options, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_inputs_of_the_action():
    assert table("Input") == [[name, own["default"], own["description"]] for name, own in ACTION["inputs"].items()]


def test_variables_of_the_template():
    found = re.findall(r"^    (LTCARCH_\w+): (.*) # (.*)$", TEMPLATE.read_text(encoding="utf-8"), re.MULTILINE)
    assert table("Variable") == [[name, value.strip('"'), meaning] for name, value, meaning in found]
    assert len(found) == sum(name.startswith("LTCARCH_") for name in JOB["variables"])


def test_exit_statuses():
    assert [int(row[0]) for row in table("Exit status")] == [CLEAN, FINDINGS, WRONG_USE, OWN_FAULT]


def test_the_workflow(tmp_path):
    text = shown(".github/workflows/architecture.yml")
    check_schema("vendor.github-workflows", text, tmp_path)
    steps = yaml.safe_load(text)["jobs"]["validate"]["steps"]
    own = next(step for step in steps if step["uses"].startswith("OWNER/ltcarch@"))
    assert own["with"].keys() <= ACTION["inputs"].keys()
    upload = next(step for step in steps if "upload-sarif" in step["uses"])
    assert upload["with"]["sarif_file"] == own["with"]["sarif"]


def test_the_pipeline(tmp_path):
    text = shown(".gitlab-ci.yml")
    check_schema("vendor.gitlab-ci", text, tmp_path, "--data-transform", "gitlab-ci")
    pipeline = yaml.safe_load(text)
    assert pipeline["include"][0]["file"] == f"/{TEMPLATE.relative_to(ROOT)}"
    assert pipeline["architecture"]["extends"] in yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
    assert pipeline["architecture"]["variables"].keys() <= JOB["variables"].keys()


def test_the_commands_for_the_container():
    build, start = re.search(r"```sh\n(.*?)```", PAGE, re.DOTALL)[1].splitlines()
    comment = (ROOT / "Containerfile").read_text(encoding="utf-8").partition("\n")[0]
    assert build in comment
    assert start.removesuffix(" --fail-on warning") in comment


@pytest.mark.parametrize("pattern", [r"ltcarch@v([\d.]+)", r"rev: v([\d.]+)", r"ref: v([\d.]+)", r"==([\d.]+\d)"])
def test_versions_are_the_present_one(pattern):
    found = re.findall(pattern, PAGE)
    assert found
    assert set(found) == {__version__}
