"""The steps of the composite action, run as a GitHub runner runs them."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.ci.shells import LENT, ROOT, lend_packages, run_lines

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
"""What `shell: bash` stands for."""
_EXPRESSION = re.compile(r"\$\{\{ *(\S+) *\}\}")


def run_step(
    name: str, workspace: Path, temporary: Path, inputs: Mapping[str, str] | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The finished run of a step, with the action's defaults for the inputs that are not given."""
    step = STEPS[name]
    assert step["shell"] == "bash"
    known = {f"inputs.{key}": own["default"] for key, own in ACTION["inputs"].items()}
    known |= {f"inputs.{key}": value for key, value in (inputs or {}).items()}
    known["steps.python.outputs.python-path"] = sys.executable
    environment = {key: _EXPRESSION.sub(lambda found: known[found[1]], text) for key, text in step["env"].items()}
    runner = {"GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(temporary), "CI": "true", "GITHUB_ACTIONS": "true"}
    return run_lines(step["run"], workspace, {**runner, **environment, **variables}, BASH)


def install(workspace: Path, temporary: Path) -> subprocess.CompletedProcess[str]:
    """The finished run of the step that installs ltcarch; what ltcarch needs is lent from here."""
    run = run_step("install", workspace, temporary, **LENT)
    if run.returncode == 0:
        lend_packages(temporary / "ltcarch")
    return run
