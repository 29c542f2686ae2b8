"""A file of another tool that was imported before: what it says replaces what the project has from it.

Such a file keeps nothing of what was imported, so what it says counts, and what it cannot say stays as it is.
"""

from collections.abc import Iterable

from ltcarch.interchange.bpmn.reading.registers import ORIGINAL
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Records

_SAID = frozenset(("name", "description", "role", "split", "join", "next", "calls", "waits", "triggers", "ends"))
_SAID_IF_THERE = frozenset(("inputs", "outputs", "automation", "decision", "exceptions", "rules", "duration"))
_TEXTS = ("name", "description")
_FLOW = frozenset(("split", "join", "next", "waits", "calls"))


def updated(
    project: Records, records: Iterable[ElementRecord]
) -> tuple[tuple[ElementRecord, ...], tuple[ElementRecord, ...]]:
    """What the project has of the elements of files, and what it has of them when they are updated."""
    told = {own.key: own for own in records}
    processes = [own.id for own in told.values() if own.kind in ("process", "subprocess")]
    base = [project.by_key[key] for key in told if key in project.by_key]
    gone = [
        own
        for process in processes
        for own in project.children(process)
        if own.key not in told and _is_from_a_file(own)
    ]
    theirs = [_renewed(project.by_key[key], own) if key in project.by_key else own for key, own in told.items()]
    return (*base, *gone), tuple(theirs)


def _is_from_a_file(record: ElementRecord) -> bool:
    return any(tag.startswith(ORIGINAL) for tag in record.attributes.get("tags", ()))


def _renewed(ours: ElementRecord, told: ElementRecord) -> ElementRecord:
    """An element of the project with what the file says of it."""
    if told.kind not in ("process", "subprocess", "activity"):
        return ours
    found = dict(ours.attributes)
    for key in (*_SAID, *_SAID_IF_THERE):
        value = told.attributes.get(key)
        if value is not None:
            found[key] = _in_languages(found.get(key), value) if key in _TEXTS else value
        elif key in _FLOW:
            found.pop(key, None)
    return ours._replace(attributes={key: found[key] for key in _row(ours, told) if key in found})


def _row(ours: ElementRecord, told: ElementRecord) -> list[str]:
    return list(dict.fromkeys((*ours.attributes, *told.attributes)))


def _in_languages(ours: Data, told: Data) -> Data:
    """A text with what the project says in other languages."""
    if isinstance(told, dict) and isinstance(ours, dict):
        return {**ours, **told}
    if isinstance(told, dict) and isinstance(ours, str) and len(told) == 1:
        return next(iter(told.values()))
    return told
