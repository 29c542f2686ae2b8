"""The templates that a company keeps beside its architecture, for pages that shall look otherwise."""

from pathlib import Path

from ltcarch.loading.files import FilesOnDisk
from ltcarch.source.faults import Unusable

_FOLDER = "templates"
TEMPLATE_FILES = f"{_FOLDER}/**/*.jinja"
"""What matches the paths of a project's templates."""
_LARGEST, _MOST = 200_000, 200


class UnusableTemplates(Exception):
    """Templates that cannot be read; `help` says what to do."""

    def __init__(self, message: str, help: str | None) -> None:
        super().__init__(message)
        self.help = help


def read_templates(folder: Path) -> tuple[tuple[str, str], ...]:
    """The templates of the project in a folder: the path of each below its folder `templates`, and its text.

    Raises UnusableTemplates.
    """
    files = FilesOnDisk(folder)
    paths = files.matching((TEMPLATE_FILES,))
    if len(paths) > _MOST:
        raise UnusableTemplates(f"{_FOLDER}/ holds {len(paths)} templates", f"a project may have {_MOST}")
    return tuple((path.removeprefix(f"{_FOLDER}/"), _read(files, path)) for path in paths)


def _read(files: FilesOnDisk, path: str) -> str:
    try:
        data = files.read(path)
    except Unusable as fault:
        raise UnusableTemplates(f"{path}: {fault.fault.message}", fault.fault.help) from None
    if len(data) > _LARGEST:
        raise UnusableTemplates(f"{path} is larger than {_LARGEST:,} bytes", "put parts of it into other templates")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UnusableTemplates(f"{path} is not UTF-8", "save it as UTF-8") from None
