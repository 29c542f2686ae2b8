"""What is different between two architectures, change by change."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records
from ltcarch.interchange.renaming import renames
from ltcarch.model.kinds import LEVELS


class Added(NamedTuple):
    """A new element. `after` is the id before it among those of its kind and parent; None for the first."""

    record: ElementRecord
    after: str | None


class Removed(NamedTuple):
    """An element that is gone."""

    record: ElementRecord


class Renamed(NamedTuple):
    """An element with another id, which says so by `former_ids`. All other changes name the new id."""

    old: str
    new: str


class Moved(NamedTuple):
    """An element of another kind or below another parent, each a pair of kind and parent."""

    key: Key
    old: tuple[str, str | None]
    new: tuple[str, str | None]
    after: str | None


class Reordered(NamedTuple):
    """Another order of the elements of one kind below a parent, once all other changes are made."""

    parent: str | None
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Attribute(NamedTuple):
    """Another value of an attribute, in its full form; None where there was or is none."""

    key: Key
    name: str
    old: Data
    new: Data


class Setting(NamedTuple):
    """Another value of an entry of the project file; None where there was or is none."""

    name: str
    old: Data
    new: Data


Change = Added | Removed | Renamed | Moved | Reordered | Attribute | Setting


def changes_between(old: Records, new: Records) -> tuple[Change, ...]:
    """The changes that make one architecture of another."""
    names = renames(old, new)
    found: list[Change] = [Renamed(former, now) for former, now in names.items()]
    said = _with_ids_of(old, names)
    found += [Setting(*own) for own in _differences(old.settings, new.settings)]
    before = _predecessors(new)
    found += [Removed(own) for own in said.values() if own.key not in new.by_key]
    for own in new.elements:
        found += _element_changes(said.get(own.key), own, before[own.key])
    halfway = _sequences(applied(old, found))
    for (parent, kind), ids in _sequences(new).items():
        if halfway[parent, kind] != ids:
            found.append(Reordered(parent, kind, halfway[parent, kind], ids))
    return tuple(found)


def applied(old: Records, changes: Iterable[Change]) -> Records:
    """The records after changes."""
    changes = tuple(changes)
    settings = dict(old.settings)
    names = {own.old: own.new for own in changes if isinstance(own, Renamed)}
    known = _with_ids_of(old, names)
    places: list[tuple[Key, str | None]] = []
    for change in changes:
        match change:
            case Setting():
                _put(settings, change.name, change.new)
            case Removed():
                known.pop(change.record.key, None)
            case Added():
                known[change.record.key] = change.record
                places.append((change.record.key, change.after))
            case Moved():
                kind, parent = change.new
                known[change.key] = known[change.key]._replace(kind=kind, parent=parent)
                places.append((change.key, change.after))
            case Attribute():
                attributes = dict(known[change.key].attributes)
                _put(attributes, change.name, change.new)
                known[change.key] = known[change.key]._replace(attributes=attributes)
    orders = {(own.parent, own.kind): own.new for own in changes if isinstance(own, Reordered)}
    return Records.of(settings, _in_sequence(known, places, orders))


def inserted_after(ids: list[str], new: str, after: str | None) -> None:
    """Put an id behind another one; at the beginning where there is none."""
    ids.insert(ids.index(after) + 1 if after in ids else 0, new)


def _with_ids_of(old: Records, names: dict[str, str]) -> dict[Key, ElementRecord]:
    """The records under their new ids and parents; references in attributes are still the former ones."""
    found = {}
    for own in old.elements:
        new_id = own.id if own.key.is_retired else names.get(own.id, own.id)
        parent = names.get(own.parent, own.parent) if own.parent else None
        new = own._replace(id=new_id, parent=parent)
        found[new.key] = new
    return found


def _element_changes(old: ElementRecord | None, new: ElementRecord, after: str | None) -> Iterator[Change]:
    if old is None:
        yield Added(new, after)
        return
    if (old.kind, old.parent) != (new.kind, new.parent):
        yield Moved(new.key, (old.kind, old.parent), (new.kind, new.parent), after)
    for name, was, now in _differences(old.attributes, new.attributes):
        yield Attribute(new.key, name, was, now)


def _differences(old: Any, new: Any) -> Iterator[tuple[str, Data, Data]]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield name, old.get(name), new.get(name)


def _put(held: dict[str, Data], name: str, value: Data) -> None:
    if value is None:
        held.pop(name, None)
    else:
        held[name] = value


def _sequences(records: Records) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """The ids below each parent by kind, in order, for what stands in the hierarchy."""
    found: dict[tuple[str | None, str], list[str]] = {}
    for own in records.elements:
        if own.kind in LEVELS:
            found.setdefault((own.parent, own.kind), []).append(own.id)
    return {key: tuple(ids) for key, ids in found.items()}


def _predecessors(records: Records) -> dict[Key, str | None]:
    last: dict[tuple[str | None, str], str] = {}
    found = {}
    for own in records.elements:
        found[own.key] = last.get((own.parent, own.kind))
        last[own.parent, own.kind] = own.id
    return found


def _in_sequence(
    known: dict[Key, ElementRecord],
    places: list[tuple[Key, str | None]],
    orders: dict[tuple[str | None, str], tuple[str, ...]],
) -> Iterator[ElementRecord]:
    placed = {key for key, _ in places}
    rows: dict[tuple[str | None, str], list[str]] = {}
    for own in known.values():
        if own.key not in placed:
            rows.setdefault((own.parent, own.kind), []).append(own.id)
    for key, after in places:
        if key in known:
            inserted_after(rows.setdefault((known[key].parent, known[key].kind), []), key.id, after)
    for place, ids in {**rows, **orders}.items():
        for own_id in ids:
            yield known[Key(own_id, place[1] == "retired")]
