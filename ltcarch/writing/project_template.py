"""The projects that ltcarch ships, ready to be copied."""

from importlib.resources import files
from pathlib import Path, PurePosixPath

from ltcarch.writing.file import write_file

SCHEMA_FOLDER = ".ltcarch"
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
    schema = "project" if path == "ltcarch.yaml" else "architecture"
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{schema}.schema.json\n{text}"


def write_project(folder: Path, templates: dict[str, str], schemas: dict[str, str]) -> None:
    """Write a project and its schemas; the project file comes last, so that a broken-off copy is no project."""
    for name, text in schemas.items():
        _write(folder / SCHEMA_FOLDER / f"{name}.schema.json", text)
    for path, text in sorted(templates.items(), key=lambda item: item[0] == "ltcarch.yaml"):
        _write(folder / path, text)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, text.encode())
