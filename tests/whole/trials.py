"""Commands that change files, each with a folder in which everything stands as before it: what faults are tried on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from ltcarch.writing.aside import ASIDE
from ltcarch.writing.manifest import MANIFEST
from tests.whole.commands import ROOT, content

STARTER = ROOT / "examples/starter"
_ORDERS = "architecture/order-to-cash.yaml"
_PEOPLE = "registers/people.yaml"


class Trial(NamedTuple):
    """A command, called in a folder with a `project`, and what makes that folder ready for it."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]
    watched: str = "out"
    """The folder in which a run first shows that it writes."""


def start(folder: Path, arguments: tuple[str, ...], **options) -> subprocess.Popen[bytes]:
    """A command of ltcarch in a folder, as the leader of a group of processes; the cache lies in the folder, too."""
    return subprocess.Popen(
        [sys.executable, "-m", "ltcarch", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LTCARCH_CACHE": str(folder / "cache")},
        start_new_session=True,
        **options,
    )


def finish(folder: Path, arguments: tuple[str, ...], **options) -> tuple[int, str, str]:
    """The exit status of a whole run, its output and what it told."""
    process = start(folder, arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    output, told = process.communicate(timeout=300)
    return process.returncode, output.decode(), told.decode()


def files(folder: Path) -> dict[str, bytes]:
    """The files that somebody cares for: all but caches, the lists of files, and what is aside."""
    found = content(folder)
    return {name: data for name, data in found.items() if not name.startswith("cache/") and not _is_passed_over(name)}


def left_aside(folder: Path) -> list[str]:
    """What a run left aside, and notes of what it was about to do."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob(f"{ASIDE}*")]
    return found + [path.name for path in (folder / "cache/unfinished").glob("*")]


def _is_passed_over(name: str) -> bool:
    return name.endswith(MANIFEST) or any(part.startswith(ASIDE) for part in name.split("/"))


def replace(file: Path, *pairs: tuple[str, str]) -> None:
    """Change words in a text; each must be there."""
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def _project(folder: Path) -> Path:
    return Path(shutil.copytree(STARTER, folder / "project"))


def _after(*arguments: str) -> Callable[[Path], None]:
    """The output of an earlier run, of a project that had another name, an artifact more and a role less."""

    def prepare(folder: Path) -> None:
        project = _project(folder)
        replace(project / "ltcarch.yaml", ("Harbour Teas", "Former Teas"))
        replace(
            project / _PEOPLE, ("  - id: cashier\n", "  - {id: former_clerk, name: Former clerk}\n  - id: cashier\n")
        )
        status, _, told = finish(folder, arguments)
        assert status == 0, told
        shutil.rmtree(project)
        _project(folder)

    return prepare


def _with_faults(folder: Path) -> None:
    """Faults in three files that have one safe answer."""
    project = _project(folder)
    replace(project / _ORDERS, ("role: order_planner", "role: order_planer"))
    replace(project / "registers/measures.yaml", ("owner: warehouse_manager", "owner: warehouse_manger"))
    replace(project / "registers/artifacts.yaml", ("[delivery_plan]", "[delivery_plann]"))


def _with_a_workbook(folder: Path) -> None:
    """A workbook in which each name was changed."""
    from openpyxl import load_workbook

    _project(folder)
    assert finish(folder, ("export", "excel", "project", "-o", "changed.xlsx"))[0] == 0
    book = load_workbook(folder / "changed.xlsx")
    for sheet in book:
        if str(sheet["A1"].value).endswith(":id"):
            for row in range(3, sheet.max_row + 1):
                if sheet.cell(row, 1).value and sheet.cell(row, 2).value:
                    sheet.cell(row, 2).value = f"{sheet.cell(row, 2).value} too"
    book.save(folder / "changed.xlsx")


def _with_bpmn(folder: Path) -> None:
    """Processes in which an activity and a role have other names."""
    _project(folder)
    assert finish(folder, ("export", "bpmn", "--all", "-p", "project", "-o", "bpmn"))[0] == 0
    pairs = ('name="Register order"', 'name="Register the order"'), ('name="Order clerk"', 'name="Clerk of orders"')
    replace(folder / "bpmn/OTC.1.1.bpmn", *pairs)


def _with_a_list(folder: Path) -> None:
    assert finish(folder, ("export", "excel", str(STARTER), "-o", "list.xlsx"))[0] == 0


_HANDBOOK = ("handbook", "project", "-o", "out")
_PICTURES = ("render", "all", "-p", "project", "-o", "out")
_SITE = ("site", "build", "project", "-o", "out")
_BPMN = tuple(f"bpmn/{name}.bpmn" for name in ("OTC.1.1", "OTC.1.2", "OTC.2.1", "OTC.2.2"))
TRIALS: Mapping[str, Trial] = {
    "handbook": Trial(_HANDBOOK, _after(*_HANDBOOK)),
    "render all": Trial(_PICTURES, _after(*_PICTURES)),
    "site build": Trial(_SITE, _after(*_SITE)),
    "validate --fix": Trial(("validate", "project", "--fix"), _with_faults, "project"),
    "import excel --update": Trial(
        ("import", "excel", "changed.xlsx", "--update", "-p", "project"), _with_a_workbook, "project"
    ),
    "import bpmn --update": Trial(("import", "bpmn", *_BPMN, "--into", "project", "--update"), _with_bpmn, "project"),
    "import excel -o": Trial(("import", "excel", "list.xlsx", "-o", "out/new"), _with_a_list, "out/new"),
    "validate": Trial(
        ("validate", "project", "-f", "json", "-o", "out/found.sarif", "-o", "out/found.xml"), _with_faults, "cache"
    ),
}
