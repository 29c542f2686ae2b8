"""The hook, installed and run by pre-commit itself from a repository that holds what this checkout holds."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ltcarch.version import __version__
from tests.ci.shells import LENT, ROOT, lend_packages
from tests.repositories import git

PUBLISHED = ("ltcarch", "schemas", "models", "examples/starter", "pyproject.toml", "README.md", "LICENSE")
MANIFEST = ".pre-commit-hooks.yaml"
PRE_COMMIT = (sys.executable, "-P", "-m", "pre_commit")


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """A repository with one commit, tagged: what somebody clones who uses the hook."""
    repository = tmp_path_factory.mktemp("published")
    for name in (*PUBLISHED, MANIFEST):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, repository / name)
    (repository / ".gitignore").write_text("__pycache__/\n")
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "All of it")
    git(repository, "tag", f"v{__version__}")
    return repository


@pytest.fixture(scope="module")
def home(tmp_path_factory, published) -> Path:
    """Where pre-commit keeps its environments, with the hook installed; what ltcarch needs is lent from here."""
    home, repository = tmp_path_factory.mktemp("pre-commit"), tmp_path_factory.mktemp("first")
    git(repository, "init", "--quiet")
    configure(repository, published)
    run(repository, home, *PRE_COMMIT, "install-hooks", **LENT, PIP_NO_DEPS="1")
    lend_packages(next(home.glob("repo*/py_env-*")))
    return home


@pytest.fixture
def repository(checkout, published) -> Path:
    """The checkout, everything staged, with the hook in its configuration."""
    configure(checkout, published)
    git(checkout, "add", "--all")
    return checkout


def configure(checkout: Path, published: Path, **hook: object) -> None:
    """Write the configuration that docs/ci.md shows, with the repository that is published here."""
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    shown = yaml.safe_load(re.search(r"```yaml\n# \.pre-commit-config\.yaml\n(.*?)```", page, re.DOTALL)[1])
    (own,) = shown["repos"]
    own["repo"] = str(published)
    own["hooks"][0] |= hook
    (checkout / ".pre-commit-config.yaml").write_text(yaml.safe_dump(shown), encoding="utf-8")


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))}
    person = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "tester")
    address = dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "tester@example.org")
    return {**kept, **person, **address, "PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull}


def run(repository: Path, home: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    variables = environment(home) | more
    return subprocess.run(
        command, cwd=repository, env=variables, capture_output=True, text=True, timeout=300, check=False
    )


def hook(repository: Path, home: Path, *files: str) -> subprocess.CompletedProcess[str]:
    return run(repository, home, *PRE_COMMIT, "run", "--color=never", "--files", *files)


def test_the_manifest_is_one_by_pre_commits_own_check():
    subprocess.run([*PRE_COMMIT, "validate-manifest", MANIFEST], cwd=ROOT, check=True)


def test_only_projects_that_a_commit_changes_are_checked_each_once_and_as_a_whole(repository, home):
    clean = hook(repository, home, "sales/ltcarch.yaml", "sales/registers/people.yaml")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert clean.stdout.endswith("Passed\n")

    broken = hook(repository, home, "service/b.yaml", "service/ltcarch.yaml", "sales/ltcarch.yaml")
    assert broken.returncode == 1
    assert broken.stdout.count("clean: ") == 1
    assert re.findall(r"^service/\S+ error \S+", broken.stdout, re.MULTILINE) == [
        "service/a.yaml:4:11 error REF01",
        "service/b.yaml:2:9 error SCH02",
    ]


@pytest.mark.parametrize("file", ["notes.md", ".github/workflows/check.yml", "gone.yaml"])
def test_files_of_no_project_are_none_of_its_business(repository, home, file):
    if file != "gone.yaml":
        (repository / file).parent.mkdir(parents=True, exist_ok=True)
        (repository / file).write_text("on: push\n", encoding="utf-8")
    assert hook(repository, home, file).returncode == 0


def test_options_of_validate_are_the_hooks_arguments(repository, published, home):
    (repository / "sales/architecture/more.yaml").write_text("artifacts: [{id: nobodys, name: Nobody's}]\n")
    configure(repository, published, args=["--profile", "strict", "--fail-on=info"])
    git(repository, "add", "--all")
    assert hook(repository, home, "sales/ltcarch.yaml").returncode == 1
    configure(repository, published, args=["--profile", "draft", "--fail-on=info"])
    assert hook(repository, home, "sales/ltcarch.yaml").returncode == 0


def test_a_checkout_is_never_imported(repository, home):
    for name in ("yaml", "ltcarch/__init__"):
        (repository / f"{name}.py").parent.mkdir(exist_ok=True)
        (repository / f"{name}.py").write_text("open('imported', 'w')\n")
    assert hook(repository, home, "sales/ltcarch.yaml").returncode == 0
    assert not (repository / "imported").exists()


def test_a_commit_is_refused_until_it_is_clean(repository, home):
    run(repository, home, *PRE_COMMIT, "install")
    refused = run(repository, home, "git", "commit", "--quiet", "--message", "Service")
    assert refused.returncode == 1
    assert "error REF01 " in refused.stdout + refused.stderr
    (repository / "service/a.yaml").write_text("roles: [{id: nobody, name: Nobody}]\n")
    (repository / "service/b.yaml").write_text("roles: [{id: clerk, name: Clerk}]\n")
    git(repository, "add", "--all")
    accepted = run(repository, home, "git", "commit", "--quiet", "--message", "Service")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
