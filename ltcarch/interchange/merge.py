"""Bringing together what was changed outside and what was changed here since the export."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ltcarch.interchange.changes import inserted_after
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records
from ltcarch.interchange.renaming import renamed, renames
from ltcarch.model.kinds import LEVELS


class Side(StrEnum):
    """Whose version counts."""

    THEIRS = "theirs"
    OURS = "ours"


class Fault(StrEnum):
    """Why two versions do not go together."""

    CHANGED_TWICE = "changed on both sides"
    REMOVED_THERE = "removed there, changed here"
    REMOVED_HERE = "removed here, changed there"
    ADDED_TWICE = "added on both sides"
    PLACED_TWICE = "moved on both sides"
    ORDERED_TWICE = "put in another order on both sides"


class Conflict(NamedTuple):
    """What was changed differently on both sides: an element or the project file (no key), and the path to a value."""

    fault: Fault
    key: Key | None
    path: tuple[str, ...]
    base: Data
    theirs: Data
    ours: Data


Decide = Callable[[Conflict], Side | None]


class Merged(NamedTuple):
    """What comes of both versions, and what is still to be decided; there the records hold our version."""

    records: Records
    conflicts: tuple[Conflict, ...]


def undecided(_: Conflict) -> Side | None:
    """Decides nothing."""
    return None


def merge(base: Records, theirs: Records, ours: Records, decide: Decide = undecided) -> Merged:
    """The three-way merge of what was exported, what it was changed to outside, and what the project says now."""
    names = renames(base, ours) | renames(base, theirs)
    return _Merge(renamed(base, names), renamed(theirs, names), renamed(ours, names), decide).run()


@dataclass(slots=True)
class _Merge:
    base: Records
    theirs: Records
    ours: Records
    decide: Decide
    conflicts: list[Conflict] = field(default_factory=list)

    def run(self) -> Merged:
        settings = self._value(self.base.settings, self.theirs.settings, self.ours.settings, None, ())
        keys = dict.fromkeys((*self.ours.by_key, *self.theirs.by_key))
        found = {key: own for key in keys if (own := self._element(key)) is not None}
        self._settle_orphans(found)
        return Merged(Records.of(settings or {}, self._in_sequence(found)), tuple(self.conflicts))

    def _chosen(self, conflict: Conflict) -> Side:
        side = self.decide(conflict)
        if side is None:
            self.conflicts.append(conflict)
        return side or Side.OURS

    def _element(self, key: Key) -> ElementRecord | None:
        base, theirs, ours = (own.by_key.get(key) for own in (self.base, self.theirs, self.ours))
        if theirs == ours or base == theirs:
            return ours
        if base == ours:
            return theirs
        if base is not None and theirs is not None and ours is not None:
            return self._both(base, theirs, ours)
        fault = Fault.ADDED_TWICE if base is None else Fault.REMOVED_THERE if theirs is None else Fault.REMOVED_HERE
        side = self._chosen(Conflict(fault, key, (), base, theirs, ours))
        return theirs if side is Side.THEIRS else ours

    def _both(self, base: ElementRecord, theirs: ElementRecord, ours: ElementRecord) -> ElementRecord:
        places = [(own.kind, own.parent) for own in (base, theirs, ours)]
        kind, parent = self._single(Fault.PLACED_TWICE, ours.key, ("parent",), *places)
        attributes = self._value(base.attributes, theirs.attributes, ours.attributes, ours.key, ())
        return ElementRecord(kind, ours.id, parent, attributes or {})

    def _single(
        self, fault: Fault, key: Key | None, path: tuple[str, ...], base: Data, theirs: Data, ours: Data
    ) -> Data:
        if theirs == ours or base == theirs:
            return ours
        if base == ours or self._chosen(Conflict(fault, key, path, base, theirs, ours)) is Side.THEIRS:
            return theirs
        return ours

    def _value(self, base: Data, theirs: Data, ours: Data, key: Key | None, path: tuple[str, ...]) -> Data:
        """A merged value; None where none is left. Maps are merged entry by entry."""
        if theirs == ours or base == theirs:
            return ours
        if base == ours:
            return theirs
        if not all(isinstance(own, Mapping) for own in (theirs, ours, {} if base is None else base)):
            return self._single(Fault.CHANGED_TWICE, key, path, base, theirs, ours)
        said = base or {}
        merged = {
            name: self._value(said.get(name), theirs.get(name), ours.get(name), key, (*path, name))
            for name in dict.fromkeys((*ours, *theirs))
        }
        return {name: value for name, value in merged.items() if value is not None}

    def _settle_orphans(self, found: dict[Key, ElementRecord]) -> None:
        """Let nobody lose a parent that one side removed while the other one put something below it."""
        while True:
            lost = [own for own in found.values() if self._is_orphaned(own, found)]
            if not lost:
                return
            for child in lost:
                if child.key in found and self._is_orphaned(child, found):
                    self._settle_orphan(child, found)

    def _is_orphaned(self, child: ElementRecord, found: Mapping[Key, ElementRecord]) -> bool:
        parent = Key(child.parent or "")
        if child.parent is None or parent in found:
            return False
        return not any(
            side.by_key.get(child.key, child).parent == child.parent
            and child.key in side.by_key
            and parent not in side.by_key
            for side in (self.theirs, self.ours)
        )

    def _settle_orphan(self, child: ElementRecord, found: dict[Key, ElementRecord]) -> None:
        parent = Key(child.parent or "")
        theirs, ours = self.theirs.by_key.get(parent), self.ours.by_key.get(parent)
        fault = Fault.REMOVED_THERE if theirs is None else Fault.REMOVED_HERE
        side = self._chosen(Conflict(fault, parent, (child.id,), self.base.by_key.get(parent), theirs, ours))
        kept = theirs if side is Side.THEIRS else ours
        if kept is not None:
            found[parent] = kept
        else:
            del found[child.key]

    def _in_sequence(self, found: Mapping[Key, ElementRecord]) -> list[ElementRecord]:
        groups: dict[tuple[str | None, str], list[Key]] = {}
        for own in found.values():
            groups.setdefault((own.parent, own.kind), []).append(own.key)
        rows = [_row_by_group(records) for records in (self.base, self.theirs, self.ours)]
        ordered: list[ElementRecord] = []
        for group, keys in groups.items():
            members = {key.id for key in keys}
            base, theirs, ours = ([own for own in row.get(group, ()) if own in members] for row in rows)
            ids = self._sequence(group, base, theirs, ours)
            ordered += [found[Key(own, keys[0].is_retired)] for own in ids]
        return ordered

    def _sequence(
        self, group: tuple[str | None, str], base: list[str], theirs: list[str], ours: list[str]
    ) -> list[str]:
        """The order of one kind below one parent; what is in neither version's row there comes from both."""
        if not _is_reordered(base, theirs):
            return _with_others(ours, theirs)
        if not _is_reordered(base, ours) or not _is_reordered(theirs, ours) or group[1] not in LEVELS:
            return _with_others(theirs, ours)
        parent, kind = group
        conflict = Conflict(Fault.ORDERED_TWICE, Key(parent or ""), (kind,), base, theirs, ours)
        if self._chosen(conflict) is Side.THEIRS:
            return _with_others(theirs, ours)
        return _with_others(ours, theirs)


def _row_by_group(records: Records) -> dict[tuple[str | None, str], list[str]]:
    rows: dict[tuple[str | None, str], list[str]] = {}
    for own in records.elements:
        rows.setdefault((own.parent, own.kind), []).append(own.id)
    return rows


def _is_reordered(one: list[str], other: list[str]) -> bool:
    common = set(one) & set(other)
    return [own for own in one if own in common] != [own for own in other if own in common]


def _with_others(row: list[str], other: list[str]) -> list[str]:
    """A row, with what only the other one has, each behind what it follows there."""
    merged = list(row)
    known = set(row)
    last: str | None = None
    for own in other:
        if own not in known:
            inserted_after(merged, own, last)
        last = own
    return merged
