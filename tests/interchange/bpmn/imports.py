"""Files of other tools, and what comes of them."""

import re
from functools import cache
from pathlib import Path

from ltcarch.engine import run
from ltcarch.interchange.bpmn.reading.imported import Imported, Wishes, imported
from ltcarch.interchange.bpmn.reading.source import parsed
from ltcarch.interchange.bpmn.reading.tags import MODEL, PARTS, name_of
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import ElementRecord, Records
from ltcarch.loading import load
from tests.projects import TODAY, write_project

FILES = Path(__file__).parent / "files"
NAMES = tuple(sorted(path.name for path in FILES.iterdir()))
_EXTENSION = re.compile(rb"<bpmn:extensionElements>.*?</bpmn:extensionElements>", re.DOTALL)


@cache
def imported_file(name: str) -> Imported:
    """What comes of one of the files."""
    return imported(Wishes((FILES / name,)), None)


def imported_text(inside: str, folder: Path) -> Imported:
    """What comes of a process with these elements in it."""
    path = folder / "p.bpmn"
    path.write_text(
        f'<definitions xmlns="{MODEL}"><process id="p" name="Work">{inside}</process></definitions>', encoding="utf-8"
    )
    return imported(Wishes((path,)), None)


def without_extension(document: bytes) -> bytes:
    """A file of ours as if another tool had written it."""
    return _EXTENSION.sub(b"", document)


def untold(path: Path, found: Imported) -> list[str]:
    """The elements of BPMN of which nothing is told, and which are no part of one that is."""
    told = {(own.line, own.kind, own.id) for own in found.entries}
    root = parsed("f", path.read_bytes())
    return [
        f"{own.sourceline} {name_of(own)} {own.get('id')}"
        for own in root.iter(f"{{{MODEL}}}*")
        if (own.sourceline, name_of(own), own.get("id") or "") not in told
        and name_of(own) not in PARTS | {"definitions", "collaboration", "laneSet"}
    ]


def findings_of(records: Records, folder: Path) -> list[str]:
    """What is found in a project of these records."""
    report = run(load(write_project(folder, project_files(records))), today=TODAY)
    return [f"{own.code} {own.message}" for own in report.diagnostics]


def activities(found: Imported) -> dict[str, ElementRecord]:
    """The activities and sub-processes by their names."""
    return {own.name("zh"): own for own in found.theirs.elements if own.kind in ("activity", "subprocess")}


def onward(found: Imported, name: str) -> dict[str, str]:
    """Where an activity leads, by the names of steps or the ids of ends, and on which conditions."""
    names = {own.id: own.name("zh") for own in found.theirs.elements}
    ways = activities(found)[name].attributes.get("next", ())
    said = ((names.get(way.get("to", ""), way.get("end", "")), way) for way in ways)
    return {target: str(way.get("when", "")) + (" *" if way.get("default") else "") for target, way in said}
