"""The GitLab template: the lines of its job run as the runner would run them, in bash and in a plain shell."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.conftest import plant_modules
from tests.ci.shells import LENT, ROOT, run_lines

TEMPLATE = ROOT / "ci/ltcarch.gitlab-ci.yml"
JOB = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))[".ltcarch"]
REPORT = JOB["artifacts"]["reports"]["codequality"]
SHELLS = [("bash", "-eo", "pipefail"), ("sh", "-e")]


def run_part(
    part: str, checkout: Path, programs: Path, shell: tuple[str, ...] = SHELLS[0], **variables: str
) -> subprocess.CompletedProcess[str]:
    """The finished run of a part of the job, where `programs` comes first among the folders of programs."""
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    lines = "\n".join(JOB[part]) + "\n"
    return run_lines(lines, checkout, {"PATH": path, "CI": "true", **JOB["variables"], **variables}, shell)


@pytest.fixture(scope="module")
def programs(runner) -> Path:
    """The folder with the program ltcarch."""
    return runner / "ltcarch/bin"


def test_the_file_is_a_pipeline_by_its_published_schema():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    subprocess.run([*command, "--data-transform", "gitlab-ci", str(TEMPLATE)], check=True, capture_output=True)


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell[0])
def test_a_clean_project_passes_with_an_empty_report(checkout, programs, shell):
    run = run_part("script", checkout, programs, shell, LTCARCH_PATH="sales")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("clean: ")
    assert json.loads((checkout / REPORT).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell[0])
def test_findings_fail_the_job_and_stand_in_the_report(checkout, programs, shell):
    run = run_part("script", checkout, programs, shell, LTCARCH_PATH="service", LTCARCH_PROFILE="draft")
    assert run.returncode == 1
    assert "service/a.yaml:4:11 error REF01" in run.stdout
    issues = json.loads((checkout / REPORT).read_text(encoding="utf-8"))
    assert [(own["location"]["path"], own["location"]["lines"]["begin"]) for own in issues] == [
        ("service/a.yaml", 4),
        ("service/b.yaml", 2),
    ]


def test_variables_are_the_options(checkout, programs):
    (checkout / "sales/architecture/more.yaml").write_text("artifacts: [{id: nobodys, name: Nobody's}]\n")
    strict = {"LTCARCH_PATH": "sales", "LTCARCH_PROFILE": "strict", "LTCARCH_FAIL_ON": "info"}
    assert run_part("script", checkout, programs, **strict).returncode == 1
    assert run_part("script", checkout, programs, **{**strict, "LTCARCH_FAIL_ON": "error"}).returncode == 0
    assert run_part("script", checkout, programs, **{**strict, "LTCARCH_PROFILE": "draft"}).returncode == 0


@pytest.mark.parametrize("name", ["LTCARCH_PATH", "LTCARCH_PROFILE", "LTCARCH_FAIL_ON"])
def test_hostile_variables_stay_data(checkout, programs, name):
    hostile = "x; touch hit; $(touch hit) `touch hit` \" && touch hit # ' | touch hit --output=text:hit"
    for shell in SHELLS if name == "LTCARCH_PATH" else SHELLS[:1]:
        run = run_part("script", checkout, programs, shell, **{"LTCARCH_PATH": "service", name: hostile})
        assert run.returncode == 2
        assert not list(checkout.rglob("hit"))


def test_an_image_that_has_ltcarch_installs_nothing(checkout, programs):
    run = run_part("before_script", checkout, programs)
    assert (run.returncode, run.stdout.strip()) == (0, str(programs / "ltcarch"))


def test_what_is_installed_is_the_package_that_is_named(checkout, tmp_path):
    pip = tmp_path / "programs/pip"
    pip.parent.mkdir()
    pip.symlink_to(Path(sys.executable).parent / "pip")
    plant_modules(checkout)
    target = tmp_path / "installed"
    bare = {"PATH": f"{pip.parent}{os.pathsep}{without_ltcarch()}"}
    missing = run_part("before_script", checkout, pip.parent, **bare)
    assert missing.returncode != 0
    assert "name what pip installs, such as ltcarch[" in missing.stderr
    hostile = run_part("before_script", checkout, pip.parent, **bare, LTCARCH_PACKAGE="--help; touch hit")
    assert hostile.returncode != 0
    assert not (checkout / "hit").exists()
    run = run_part(
        "before_script",
        checkout,
        pip.parent,
        **bare,
        **LENT,
        LTCARCH_PACKAGE=str(ROOT),
        PIP_TARGET=str(target),
        PIP_NO_DEPS="1",
    )
    assert run.returncode == 0, run.stderr
    assert (target / "bin/ltcarch").exists()
    assert not (checkout / "imported").exists()


def without_ltcarch() -> str:
    """The search path of programs without the folders that hold ltcarch."""
    folders = os.environ["PATH"].split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if shutil.which("ltcarch", path=folder) is None)


def test_every_variable_is_explained():
    lines = TEMPLATE.read_text(encoding="utf-8").splitlines()
    for name in JOB["variables"]:
        assert any(re.match(rf" +{name}: .* # \w", line) for line in lines), name
