"""The projects that ltcarch ships, ready to be copied."""

import os
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path, PurePosixPath

from ltcarch.writing.file_set import write_files

SCHEMA_FOLDER = ".ltcarch"
_PROJECT_FILE = "ltcarch.yaml"
_SHIPPED = {"starter": "examples/starter", "reference": "models/reference"}


def template_folder(name: str) -> Path:
    """Where a shipped project lies: in the installed package, or in the checkout."""
    installed = Path(str(files("ltcarch"))) / "models" / name
    return installed if installed.is_dir() else Path(__file__).parents[2] / _SHIPPED[name]


def project_template(name: str) -> dict[str, str]:
    """The files of a shipped project by path, each YAML file with the line that tells an editor its schema."""
    folder = template_folder(name)
    found = sorted(file for file in folder.rglob("*.yaml"))
    texts = {_path(file, folder): file.read_text(encoding="utf-8") for file in found}
    return {path: _with_modeline(path, text) for path, text in texts.items()}


def _path(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _with_modeline(path: str, text: str) -> str:
    if text.startswith("# yaml-language-server:"):
        return text
    schema = "project" if path == _PROJECT_FILE else "architecture"
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{schema}.schema.json\n{text}"


def new_project_files(texts: Mapping[str, str], schemas: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a new project and its schemas, the project file last, so that a broken-off copy is no project."""
    ordered = sorted(texts.items(), key=lambda item: item[0] == _PROJECT_FILE)
    named = {f"{SCHEMA_FOLDER}/{name}.schema.json": text for name, text in schemas.items()}
    return {path: text.encode() for path, text in (*named.items(), *ordered)}


def first_taken(folder: Path, files: Mapping[str, bytes]) -> Path | None:
    """A file that something else has the place of. One with the same content is none: a broken-off copy left it."""
    return next((folder / path for path, data in files.items() if _is_other(folder / path, data)), None)


def write_project(folder: Path, texts: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    """Write a project and its schemas, all or nothing. Raises CannotWrite."""
    write_files(folder, new_project_files(texts, schemas))


def _is_other(path: Path, data: bytes) -> bool:
    return os.path.lexists(path) and not (path.is_file() and path.read_bytes() == data)
