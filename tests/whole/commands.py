"""The main commands of ltcarch as a user calls them, for what must hold for all of them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "validate": (
        "validate",
        ".",
        "-f",
        "text",
        "-o",
        "{out}/found.json",
        "-o",
        "{out}/found.sarif",
        "-o",
        "{out}/f.xml",
    ),
    "diagrams": ("render", "all", "-o", "{out}/diagrams"),
    "drawio": ("render", "swimlane", "--all", "-f", "drawio", "-o", "{out}/drawio"),
    "png": ("render", "house", "-o", "{out}/house.png"),
    "pdf": ("render", "house", "--page", "a3", "-o", "{out}/house.pdf"),
    "handbook": ("handbook", ".", "-o", "{out}/handbook"),
    "word": ("handbook", ".", "-o", "{out}/handbook.docx"),
    "document": ("handbook", ".", "-o", "{out}/handbook.pdf"),
    "site": ("site", "build", ".", "--fresh", "-o", "{out}/site"),
    "json": ("export", "json", ".", "-o", "{out}/model.json"),
    "excel": ("export", "excel", ".", "-o", "{out}/model.xlsx"),
    "csv": ("export", "csv", "roles", "-o", "{out}/roles.csv"),
    "bpmn": ("export", "bpmn", "--all", "-o", "{out}/bpmn"),
}
"""What each is called with: in the folder of a project, with `{out}` for a folder to write into."""


def run(name: str, project: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One of the commands, finished."""
    out.mkdir(parents=True, exist_ok=True)
    arguments = [own.format(out=out) for own in COMMANDS[name]]
    return subprocess.run(
        [sys.executable, "-m", "ltcarch", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def content(folder: Path) -> dict[str, bytes]:
    """The files in a folder, by their names."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
