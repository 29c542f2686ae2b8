"""Git repositories for tests, apart from the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

from tests.projects import write_project


def git(folder: Path, *arguments: str) -> str:
    """What a git command says in a folder."""
    person = {
        f"GIT_{who}_{what}": "tester@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    run = subprocess.run(
        ["git", *arguments], cwd=folder, env=kept | person | quiet, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def commit(repository: Path, files: dict[str, str], project: str = ".") -> str:
    """Write a project's files into a repository, made where there is none, and commit all of it; the commit's name."""
    repository.mkdir(parents=True, exist_ok=True)
    if not (repository / ".git").exists():
        git(repository, "init", "--quiet", "--initial-branch=main")
    write_project(repository / project, files)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "A step")
    return git(repository, "rev-parse", "HEAD")
