"""Files that ltcarch wrote: what was exported is kept in them whole, and their diagram tells what was changed since.

The diagram as it was exported is kept as well. Both are read as any diagram; what they say differently was changed,
all else is as it was exported. So nothing is lost of what a diagram cannot say.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from ltcarch.interchange.bpmn.extension import read_export, read_record
from ltcarch.interchange.bpmn.reading.account import Entry, Fate
from ltcarch.interchange.bpmn.reading.carrying import carried
from ltcarch.interchange.bpmn.reading.reading import BpmnFile, read
from ltcarch.interchange.bpmn.reading.source import MOST_BYTES, NotReadable, parsed
from ltcarch.interchange.bpmn.reading.tags import OURS
from ltcarch.interchange.merge import Conflict, Side, merge
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records

_Elements = tuple[ElementRecord, ...]


class Kept(NamedTuple):
    """What files of ours held when they were exported, what they hold now, and what became of each element."""

    base: tuple[ElementRecord, ...]
    theirs: tuple[ElementRecord, ...]
    entries: tuple[Entry, ...]


def languages_of(file: BpmnFile) -> tuple[tuple[str, ...], str]:
    """The languages of the project that a file of ours comes from, and the one in which its names are."""
    about = next(file.root.iter(f"{{{OURS}}}project"), None)
    languages = tuple((about.get("languages") or "en").split()) if about is not None else ("en",)
    return languages, (about.get("language") if about is not None else None) or languages[0]


def read_kept(files: Iterable[BpmnFile], project: Iterable[ElementRecord] = ()) -> Kept:
    """The elements of files of ours. `project` are those of the project into which they come. Raises `NotReadable`."""
    base: dict[Key, ElementRecord] = {}
    theirs: dict[Key, ElementRecord] = {}
    removed: set[Key] = set()
    entries: list[Entry] = []
    known = tuple(project)
    for file in files:
        was, now, told = _read_one(file, known)
        for own in was:
            base.setdefault(own.key, own)
        for own in now:
            if base.get(own.key) != own or own.key not in theirs:
                theirs[own.key] = own
        removed |= {own.key for own in was} - {own.key for own in now}
        entries += told
    kept = (own for key, own in theirs.items() if key not in removed)
    return Kept(tuple(base.values()), tuple(kept), tuple(entries))


def _read_one(file: BpmnFile, project: _Elements) -> tuple[_Elements, _Elements, list[Entry]]:
    exported = _exported(file)
    records = _records(file, (exported or file).root)
    known = (*records, *project)
    language = languages_of(file)[1]
    now = read((file,), language, known)
    if exported is None:
        return records, records, _as_exported(now.entries, now.entries)
    was = read((exported,), language, known)
    settings: dict[str, Data] = {}
    base = Records.of(settings, records)
    before, after = carried(Records.of(settings, was.records), Records.of(settings, now.records), base, language)
    theirs = merge(before, after, base, _theirs).records
    return records, theirs.elements, _as_exported(was.entries, now.entries)


def _exported(file: BpmnFile) -> BpmnFile | None:
    """The diagram as it was exported."""
    holder = next(file.root.iter(f"{{{OURS}}}export"), None)
    if holder is None:
        return None
    try:
        return BpmnFile(file.name, parsed(file.name, read_export(holder, MOST_BYTES)))
    except ValueError as fault:
        raise NotReadable(f"{file.name}:{holder.sourceline}: {fault}", "export the process again") from fault


def _records(file: BpmnFile, root: etree._Element) -> tuple[ElementRecord, ...]:
    try:
        return tuple(read_record(own) for own in root.iter(f"{{{OURS}}}element"))
    except (KeyError, ValueError) as fault:
        raise NotReadable(f"{file.name}: a record in it is not as ltcarch wrote it: {fault}", "export again") from fault


def _theirs(_: Conflict) -> Side:
    return Side.THEIRS


def _as_exported(was: Iterable[Entry], now: Iterable[Entry]) -> list[Entry]:
    """The entries; what stands as it was exported is imported with all that is kept of it."""
    known = {(own.kind, own.id, own.name, own.fate, own.sentence) for own in was}
    same = Fate.IMPORTED
    return [
        own._replace(fate=same, sentence="as it was exported")
        if (own.kind, own.id, own.name, own.fate, own.sentence) in known
        else own
        for own in now
    ]
