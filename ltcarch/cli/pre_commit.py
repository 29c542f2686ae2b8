"""What the pre-commit hook runs: `validate` on every project that a commit changes, each as a whole.

pre-commit calls it with the options of `validate` that a repository's configuration gives, then the changed files.
"""

import subprocess
import sys
from itertools import takewhile
from pathlib import Path

from ltcarch.cli.terminal import OWN_FAULT
from ltcarch.loading.files import find_project


def main() -> None:
    """Run `validate` with these options on each project in turn; the gravest status is the hook's."""
    options, files = options_and_files(sys.argv[1:])
    statuses = [_validate(options, folder) for folder in projects(files)]
    sys.exit(max(statuses, default=0))


def projects(files: list[Path]) -> list[Path]:
    """The folders of the projects that the files belong to, each once; a file of no project counts for nothing."""
    folders = {find_project(file) for file in files}
    return sorted(folder for folder in folders if folder is not None)


def options_and_files(arguments: list[str]) -> tuple[list[str], list[Path]]:
    """Options stand first; from the end on, every YAML file that exists is a changed one."""
    files = list(takewhile(_is_yaml_file, reversed(arguments)))
    return arguments[: len(arguments) - len(files)], [Path(file) for file in files]


def _is_yaml_file(argument: str) -> bool:
    return argument.endswith((".yaml", ".yml")) and Path(argument).is_file()


def _validate(options: list[str], folder: Path) -> int:
    command = [sys.executable, "-I", "-m", "ltcarch", "validate", *options, "--", str(folder)]
    status = subprocess.run(command, check=False).returncode
    return status if status >= 0 else OWN_FAULT  # a signal ended it


if __name__ == "__main__":
    main()
