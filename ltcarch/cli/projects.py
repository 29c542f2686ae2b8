"""Finding and opening the project that a command works on."""

import os
from pathlib import Path

from ltcarch.cli.terminal import say, stop
from ltcarch.diagnostics import Severity
from ltcarch.loading import Loaded, load
from ltcarch.loading.files import PROJECT_FILE, find_project
from ltcarch.model import Architecture


def project_folder(path: Path | None) -> Path:
    """The folder of the project that a path belongs to; stops the command where there is none."""
    start = path or Path()
    if not start.exists():
        stop(f"{start} does not exist", "name the folder of a project, or a file in it")
    folder = find_project(start)
    if folder is None:
        stop(
            f"no {PROJECT_FILE} in {start.resolve()} or above",
            "`ltcarch init` makes a project here; or name the folder of one",
        )
    return folder


def open_project(path: Path | None) -> Loaded:
    """The project for a command that shows or writes something.

    What could not be read is told, and the command goes on with the rest; without any element it stops.
    """
    folder = project_folder(path)
    loaded = load(folder)
    broken = [found for found in loaded.diagnostics if found.severity is Severity.ERROR]
    if len(loaded.architecture.elements) == 1:
        stop(f"there is nothing to show in {folder}", "`ltcarch validate` tells why")
    if broken:
        plural = "s" if len(broken) > 1 else ""
        say(f"note: {len(broken)} error{plural} in the files, so something is missing; `ltcarch validate` shows them")
    return loaded


def project_before(folder: Path, revision: str) -> Architecture | None:
    """A project's architecture at a revision of git; None, which is told, where there was none yet.

    Stops the command where history cannot be read.
    """
    from ltcarch.loading.history import NoHistory, architecture_at

    try:
        before = architecture_at(folder, revision)
    except NoHistory as reason:
        stop(str(reason), reason.help)
    if before is None:
        say(f"note: there is no {PROJECT_FILE} here at `{revision}`, so nothing is compared")
    return before


def shown_path(folder: Path, path: str) -> str:
    """A project's file as seen from where the user stands."""
    relative = os.path.relpath(folder / path)
    return relative if not relative.startswith(os.pardir + os.sep + os.pardir) else str(folder / path)
