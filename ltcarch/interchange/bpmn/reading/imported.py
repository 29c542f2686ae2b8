"""What an import brings into a project: files of ours and of others together, and what they are compared with."""

import re
from pathlib import Path
from typing import NamedTuple

from ltcarch.interchange.bpmn.reading.account import Entry
from ltcarch.interchange.bpmn.reading.kept import Kept, languages_of, read_kept
from ltcarch.interchange.bpmn.reading.reading import BpmnFile, Target, read
from ltcarch.interchange.bpmn.reading.source import NotReadable, parsed, read_bytes
from ltcarch.interchange.bpmn.reading.updating import updated
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Records

_CJK = re.compile("[\u3400-\u9fff]")
_PARENTS = {"classification": "process", "group": "process", "process": "subprocess"}


class Wishes(NamedTuple):
    """What is asked for: files, the language of their names, and where they come to stand."""

    files: tuple[Path, ...]
    language: str | None = None
    parent: str | None = None
    is_update: bool = False


class Imported(NamedTuple):
    """Two states, between which lie the changes of the import, the elements that files gave, and the account."""

    base: Records
    theirs: Records
    new: tuple[ElementRecord, ...]
    entries: tuple[Entry, ...]


def imported(wishes: Wishes, project: Records | None) -> Imported:
    """What files hold for a new project, or for one that is there. Raises `NotReadable`."""
    files = [BpmnFile(str(path), parsed(str(path), read_bytes(path))) for path in wishes.files]
    ours = [own for own in files if own.is_ours]
    others = [own for own in files if not own.is_ours]
    known = project.elements if project else ()
    kept = read_kept(ours, known)
    language = wishes.language or _language(others, project)
    languages = _languages(ours, others, language)
    reading = read(
        others,
        language,
        (*known, *(kept.theirs if project is None else ())),
        _target(wishes.parent, project),
        is_only_language=project is None and len(languages) == 1,
    )
    entries = (*kept.entries, *reading.entries)
    if not kept.theirs and not reading.records:
        raise NotReadable("no process was found in what was named", "name files in which a process is drawn")
    if project is None:
        settings = _settings(files[0].name, languages)
        new = (*kept.theirs, *reading.records)
        return Imported(Records.of(settings, ()), Records.of(settings, new), new, entries)
    return _for_project(project, kept, reading.records, entries, wishes)


def _for_project(
    project: Records, kept: Kept, records: tuple[ElementRecord, ...], entries: tuple[Entry, ...], wishes: Wishes
) -> Imported:
    """The changes to a project, which has an element twice where nobody said that it is to be updated."""
    if not wishes.is_update:
        taken = next(
            (own for own in (*kept.theirs, *records) if own.kind in _DRAWN and own.key in project.by_key), None
        )
        if taken is not None:
            raise NotReadable(f"the project has {taken.kind} {taken.id} already", "bring changes in with `--update`")
        return _added(project, (*kept.theirs, *records), entries)
    base, theirs = updated(project, records)
    before = (*kept.base, *base)
    after = (*kept.theirs, *theirs)
    return Imported(
        Records.of(project.settings, before), Records.of(project.settings, after), (*kept.theirs, *records), entries
    )


_DRAWN = ("process", "subprocess", "activity")


def _added(project: Records, records: tuple[ElementRecord, ...], entries: tuple[Entry, ...]) -> Imported:
    """New elements; what the project says of others stays."""
    new = tuple(own for own in records if own.key not in project.by_key)
    theirs = Records.of(project.settings, (*project.elements, *new))
    return Imported(project, theirs, new, entries)


def _target(parent: str | None, project: Records | None) -> Target:
    if parent is None or project is None:
        return Target()
    found = project.get(parent)
    if found is None:
        raise NotReadable(f"the project has no element `{parent}`", "`ltcarch tree` lists the elements")
    if found.kind not in _PARENTS:
        raise NotReadable(
            f"no process can stand under {parent}, which is of the kind {found.kind}", "name a process group"
        )
    return Target(parent, _PARENTS[found.kind])


def _language(files: list[BpmnFile], project: Records | None) -> str:
    """The language of names as they look, if the project has it."""
    names = "".join(str(own.get("name") or "") for file in files for own in file.root.iter("{*}*"))
    looks = "zh" if _CJK.search(names) else "en"
    known = list(project.settings["languages"]) if project else [looks]
    return looks if looks in known else str(known[0])


def _languages(ours: list[BpmnFile], others: list[BpmnFile], language: str) -> list[str]:
    told = [own for file in ours for own in languages_of(file)[0]]
    return list(dict.fromkeys((*told, *((language,) if others or not told else ()))))


def _settings(name: str, languages: list[str]) -> dict[str, Data]:
    return {
        "ltcarch": 1,
        "name": Path(name).stem,
        "languages": languages,
        "decomposition": {"no_scenario": "direct"},
        "profile": "draft",
    }
