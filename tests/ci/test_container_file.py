"""The Containerfile, as far as it can be tried without a container engine.

What it copies exists and is let through by .dockerignore, what it runs to install works on just those files, and the
program so installed checks a project that is mounted read-only for a user who is not root. Not tried: pulling the
base image, installing git in it, and the engine's own work.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ltcarch.loading.files import matches
from tests.ci.shells import LENT, ROOT, lend_packages, run_lines

ENVIRONMENT = "/opt/ltcarch"
LEFT_OUT = {".git", ".venv", "build", "dist"}


def instructions() -> list[tuple[str, str]]:
    """The instructions with their arguments, in order."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines()]
    return [(word, rest.strip()) for line in lines if line and not line.startswith("#")
            for word, _, rest in [line.partition(" ")]]  # fmt: skip


def stages() -> list[list[tuple[str, str]]]:
    """The instructions of each stage."""
    found: list[list[tuple[str, str]]] = []
    for word, rest in instructions():
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


def copied() -> list[str]:
    """What the build stage copies from the checkout."""
    return [name for word, rest in stages()[0] if word == "COPY" for name in shlex.split(rest)[:-1]]


def is_let_through(path: str) -> bool:
    """Whether a file reaches the engine: the last line that fits it, or a folder above it, decides."""
    decided = True
    names = path.split("/")
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern = line.removeprefix("!")
            if any(matches("/".join(names[:depth]), pattern) for depth in range(1, len(names) + 1)):
                decided = line.startswith("!")
    return decided


def test_it_runs_ltcarch_as_somebody_else_than_root_in_the_project():
    build, final = stages()
    own = dict(final)
    user, _, group = own["USER"].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert (own["WORKDIR"], own["ENTRYPOINT"], own["CMD"]) == ("/project", '["ltcarch"]', '["validate"]')
    assert own["COPY"] == f"--from=build {ENVIRONMENT} {ENVIRONMENT}"
    assert own["ENV"] == f"PATH={ENVIRONMENT}/bin:$PATH"
    bases = [re.fullmatch(r"(\S+:3\.\d+-slim)(?: AS build)?", stage[0][1])[1] for stage in (build, final)]
    assert bases[0] == bases[1]


def test_what_is_copied_exists_and_is_all_that_the_engine_is_handed():
    assert all((ROOT / name).exists() for name in copied())
    handed = {path.relative_to(ROOT).as_posix() for path in files_of(ROOT)}
    assert {path for path in handed if is_let_through(path)} == {
        path for path in handed if any(path == name or path.startswith(f"{name}/") for name in copied())
    }
    assert not is_let_through("ltcarch/cli/__pycache__/app.pyc")


def files_of(folder: Path) -> list[Path]:
    """The files of a checkout, without what is made in it."""
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in LEFT_OUT and name != "__pycache__"]
        found += [Path(parent, name) for name in files]
    return found


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> Path:
    """What the build stage makes, elsewhere."""
    folder = tmp_path_factory.mktemp("image")
    source, environment = folder / "source", folder / "opt/ltcarch"
    source.mkdir()
    for word, rest in stages()[0][1:]:
        if word == "COPY":
            *names, target = shlex.split(rest)
            for name in names:
                copy(name, source / target)
        elif word == "RUN":
            path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
            line = rest.replace(ENVIRONMENT, str(environment)) + "\n"
            run = run_lines(line, source, {"PATH": path, **LENT}, ("sh", "-e"))
            assert run.returncode == 0, run.stderr
    lend_packages(environment)
    return environment


def copy(name: str, target: Path) -> None:
    """Copy a file into a folder, or the content of a folder, as COPY does with what the engine was handed."""
    for file in files_of(ROOT / name) if (ROOT / name).is_dir() else [ROOT / name]:
        path = file.relative_to(ROOT).as_posix()
        if is_let_through(path):
            to = target / (file.relative_to(ROOT / name) if (ROOT / name).is_dir() else file.name)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, to)


def test_the_installed_program_checks_a_read_only_project_as_somebody_else_than_root(environment, tmp_path):
    project = tmp_path / "project"
    shutil.copytree(ROOT / "examples/starter", project)
    run = as_in_the_container(project, "ltcarch validate", environment / "bin")
    assert run.stdout.startswith("clean: "), run.stdout + run.stderr
    assert run.returncode == 0
    (project / "architecture/more.yaml").write_text("roles: [{id: r}]\n", encoding="utf-8")
    assert as_in_the_container(project, "ltcarch validate", environment / "bin").returncode == 1


def as_in_the_container(project: Path, command: str, programs: Path) -> subprocess.CompletedProcess[str]:
    """A command in a project that is a mount of its own, read-only, without root's rights."""
    user = dict(stages()[1])["USER"].partition(":")[0]
    inner = f"test $(id -u) != 0 && ! touch here 2>/dev/null && exec {command}"
    lines = (
        f"mount --bind {shlex.quote(str(project))} {shlex.quote(str(project))}\n"
        f"mount -o remount,bind,ro {shlex.quote(str(project))}\n"
        f"cd {shlex.quote(str(project))}\n"
        f"exec unshare --user --map-user={user} --map-group={user} -- sh -c {shlex.quote(inner)}\n"
    )
    shell = ("unshare", "--user", "--map-root-user", "--mount", "--", "sh", "-e")
    if shutil.which("unshare") is None or subprocess.run([*shell[:-2], "true"], check=False).returncode:
        pytest.skip("this machine does not let a process have mounts and users of its own")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return run_lines(lines, project, {"PATH": path}, shell)
