"""The wheel, installed in an empty environment elsewhere, carries all that its commands need."""

import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv/bin/python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, cwd=folder)
    return folder


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(installed / "venv/bin/ltcarch"), *arguments]
    return subprocess.run(command, cwd=installed, capture_output=True, text=True, check=False)


def test_the_wheel_holds_models_and_schemas_and_no_tests(wheel):
    names = ZipFile(wheel).namelist()
    assert "ltcarch/schemas/architecture.schema.json" in names
    assert "ltcarch/schemas/report.schema.json" in names
    assert "ltcarch/models/reference/ltcarch.yaml" in names
    assert "ltcarch/models/starter/ltcarch.yaml" in names
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)


@pytest.mark.parametrize("template", ["starter", "reference"])
def test_init_validate_render_and_handbook(installed, template):
    assert run(installed, "init", template, "--template", template).returncode == 0
    checked = run(installed, "validate", template)
    assert checked.stdout.startswith("clean: "), checked.stdout + checked.stderr
    drawn = run(installed, "render", "house", "--project", template, "-o", f"{template}.svg")
    assert drawn.returncode == 0, drawn.stderr
    assert (installed / f"{template}.svg").read_text(encoding="utf-8").startswith("<")
    placed = run(installed, "render", "interfaces", "--project", template, "-o", f"{template}-interfaces.svg")
    assert placed.returncode == 0, placed.stderr
    written = run(installed, "handbook", template, "-o", f"{template}-handbook")
    assert written.returncode == 0, written.stderr
