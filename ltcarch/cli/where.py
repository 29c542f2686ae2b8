"""Where a project and its reader stand."""

from pathlib import Path

from ltcarch.loading.files import PROJECT_FILE
from ltcarch.report.places import Places


def inside(folder: Path, path: Path | None) -> str:
    """What the paths of wanted findings begin with: all for a project, else the folder or file that was named."""
    path = path or Path()
    relative = path.resolve().relative_to(folder).as_posix()
    if relative == ".":
        return ""
    return relative if path.is_file() else relative + "/"


def where(folder: Path) -> Places:
    """How paths of a project's files are to be told."""
    return Places(str(folder), str(Path.cwd()), str(_repository(folder)), PROJECT_FILE)


def _repository(folder: Path) -> Path:
    """The root of the project's repository; where there is none, the folder that a service would count from."""
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            return above
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder
