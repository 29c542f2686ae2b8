"""What the tests of CI files share: an environment into which the action installed ltcarch, and checkouts to check."""

import shutil
from pathlib import Path

import pytest

from tests.ci.github_runner import install
from tests.ci.shells import ROOT
from tests.repositories import git

HOSTILE_MODULES = ("venv", "pip", "yaml", "typer", "ltcarch/__init__", "encodings/__init__", "sitecustomize")
"""Names under which a checkout could try to be imported."""


@pytest.fixture(scope="session")
def runner(tmp_path_factory) -> Path:
    """The temporary folder of a runner in which the action installed ltcarch.

    It did so in a checkout that holds Python modules of the names that are imported meanwhile.
    """
    checkout, temporary = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("runner")
    plant_modules(checkout)
    run = install(checkout, temporary)
    assert run.returncode == 0, run.stderr
    assert not (checkout / "imported").exists()
    return temporary


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A repository with the clean starter in `sales/` and a project with two findings in `service/`."""
    repository = tmp_path / "checkout"
    shutil.copytree(ROOT / "examples/starter", repository / "sales")
    service = {
        "ltcarch.yaml": "ltcarch: 1\nname: Service\nprofile: draft\n",
        "a.yaml": "activities:\n  - id: A1\n    name: Answer\n    role: nobody\n",
        "b.yaml": "roles:\n  - id: clerk\n",
    }
    (repository / "service").mkdir()
    for name, text in service.items():
        (repository / "service" / name).write_text(text, encoding="utf-8")
    git(repository, "init", "--quiet", "--initial-branch=main")
    return repository


def plant_modules(folder: Path) -> None:
    """Python files that leave a file `imported` behind when anything imports them."""
    for name in HOSTILE_MODULES:
        module = folder / f"{name}.py"
        module.parent.mkdir(exist_ok=True)
        module.write_text(f"open({str(folder / 'imported')!r}, 'a').write({name!r})\n", encoding="utf-8")
