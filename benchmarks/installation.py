"""An environment of its own with ltcarch from a wheel, as a user has it, and the tools that it is measured beside."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).parents[1]
PEERS = ("check-jsonschema", "yamllint")
LIKEC4 = "likec4@1"


class Installation(NamedTuple):
    """Where the commands are. `likec4` is None where it could not be had, and `missing` says why."""

    commands: Path
    likec4: Path | None
    missing: str = ""

    def command(self, name: str) -> Path:
        """A command of the environment."""
        return self.commands / name


def install(folder: Path, with_likec4: bool = True) -> Installation:
    """Build the wheel, and install it with its peers below a folder. Stops the program where that fails."""
    python = _environment(folder / "building")
    _run(python, "-m", "pip", "install", "build")
    _run(python, "-m", "build", "--wheel", "--outdir", str(folder / "wheel"), str(CHECKOUT))
    python = _environment(folder / "installed")
    _run(python, "-m", "pip", "install", "--upgrade", "pip")  # that of old Pythons writes commands that start slower
    _run(python, "-m", "pip", "install", *PEERS, *map(str, (folder / "wheel").glob("*.whl")))
    likec4, missing = _likec4(folder / "likec4") if with_likec4 else (None, "it was not asked for")
    return Installation(python.parent, likec4, missing)


def _environment(folder: Path) -> Path:
    """The Python of a new environment."""
    _run(sys.executable, "-m", "venv", str(folder))
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def _run(*arguments: str | Path) -> None:
    quiet = ["--quiet", "--disable-pip-version-check"] if "pip" in arguments else []
    done = subprocess.run([*arguments, *quiet], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, arguments))} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _likec4(folder: Path) -> tuple[Path | None, str]:
    """The command of LikeC4 from npm, or why there is none."""
    npm = shutil.which("npm")
    if npm is None:
        return None, "there is no npm"
    folder.mkdir(parents=True)
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", LIKEC4]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    except subprocess.TimeoutExpired:
        return None, "npm did not end within ten minutes"
    found = folder / "node_modules/.bin/likec4"
    return (found, "") if done.returncode == 0 and found.exists() else (None, "npm could not install it")


def versions(installation: Installation) -> Iterator[tuple[str, str]]:
    """The programs that are measured, with their versions."""
    code = "import importlib.metadata as m; print(*(f'{n} {m.version(n)}' for n in ('ltcarch', %r, %r)), sep='\\n')"
    listed = _output(installation.command("python"), "-c", code % PEERS)
    yield "Python", sys.version.split()[0]
    for line in listed.splitlines():
        name, version = line.split()
        yield name, version
    if installation.likec4:
        yield "LikeC4", _output(installation.likec4, "--version").strip().splitlines()[-1]


def _output(*arguments: str | Path) -> str:
    return subprocess.run([*arguments], capture_output=True, text=True, check=True).stdout
