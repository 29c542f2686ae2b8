"""Lists and texts of which a diagram tells a part: what it does not tell is carried over from what was exported."""

from collections.abc import Iterable, Mapping

from ltcarch.interchange.bpmn.reading.registers import ROUTING
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Records

_Items = list[Mapping[str, Data]]
_Identity = tuple[str, ...]
_TOLD_BY = {
    "next": ("to", "end"),
    "inputs": ("artifact", "from"),
    "outputs": ("artifact", "to"),
    "ends": ("id",),
    "triggers": ("type", "name"),
}
"""What tells an item of a list from the others."""


def carried(before: Records, after: Records, base: Records, language: str) -> tuple[Records, Records]:
    """Both readings of a diagram, with whole attributes of the base where the diagram did not change them.

    Where it did, the new value says all that the base says beyond the diagram.
    """
    old = [base.by_key.get(own.key, own) for own in before.elements if own.key not in after.by_key]
    new: list[ElementRecord] = []
    routes: dict[str, ElementRecord] = {}
    for own in after.elements:
        was, full = before.by_key.get(own.key), base.by_key.get(own.key)
        if was is not None and full is not None:
            old.append(full)
            new.append(_carried_record(was, own, full, language))
        elif was is None and ROUTING not in own.attributes.get("tags", ()):
            new.append(own)
        else:
            routes[own.id] = own
    new += _needed(routes, [own for own in new if base.by_key.get(own.key) != own])
    return Records.of(base.settings, old), Records.of(base.settings, new)


def _needed(routes: dict[str, ElementRecord], changed: list[ElementRecord]) -> list[ElementRecord]:
    """The steps that only route to which something changed leads; the others are said by the steps beside them."""
    found: list[ElementRecord] = []
    pending = list(changed)
    while pending:
        for way in pending.pop().attributes.get("next", ()):
            step = routes.pop(way.get("to", ""), None)
            if step is not None:
                found.append(step)
                pending.append(step)
    return found


def _carried_record(was: ElementRecord, now: ElementRecord, full: ElementRecord, language: str) -> ElementRecord:
    parent = full.parent if now.parent == was.parent else now.parent
    return full._replace(parent=parent, attributes=_changed(was, now, full, language))


def _changed(was: ElementRecord, now: ElementRecord, full: ElementRecord, language: str) -> dict[str, Data]:
    found = dict(full.attributes)
    for key in dict.fromkeys((*was.attributes, *now.attributes)):
        old, new = was.attributes.get(key), now.attributes.get(key)
        if old == new:
            continue
        value = _combined(key, old, new, full.attributes.get(key), language)
        if value in (None, [], {}):
            found.pop(key, None)
        else:
            found[key] = value
    return found


def _combined(key: str, old: Data, new: Data, full: Data, language: str) -> Data:
    """A changed value with what only the base says of it."""
    if isinstance(full, str) and isinstance(new, Mapping) and set(new) == {language}:
        return new[language]
    if isinstance(full, Mapping) and isinstance(new, Mapping):
        return _combined_map(old if isinstance(old, Mapping) else {}, new, full, language)
    if key in _TOLD_BY and isinstance(full, list):
        return _combined_list(_TOLD_BY[key], old or [], new or [], full, language)
    return new


def _combined_map(old: Mapping[str, Data], new: Mapping[str, Data], full: Mapping[str, Data], language: str) -> Data:
    found = dict(full)
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) == new.get(key):
            continue
        if key in new:
            found[key] = _combined(key, old.get(key), new[key], full.get(key), language)
        else:
            found.pop(key, None)
    return found


def _combined_list(told_by: tuple[str, ...], old: _Items, new: _Items, full: _Items, language: str) -> list[Data]:
    """The new items, in the order of the base as far as it has them, and those of the base that no diagram shows."""
    olds, fulls = _by_identity(told_by, old), _by_identity(told_by, full)
    places = {key: place for place, key in enumerate(fulls)}
    gone = [own for own in old if own not in new]
    found: list[tuple[int, Mapping[str, Data]]] = []
    for item in new:
        key = _identity(told_by, item)
        if key not in olds:
            key = _former(told_by, item, gone) or key
        place = places.get(key, found[-1][0] if found else -1)
        known = key in olds and key in fulls
        found.append((place, _combined_map(olds[key], item, fulls[key], language) if known else item))
    ordered = [own for _, own in sorted(found, key=lambda placed: placed[0])]
    return [*ordered, *(own for own in full if _identity(told_by, own) not in olds and own not in ordered)]


def _former(told_by: tuple[str, ...], item: Mapping[str, Data], gone: _Items) -> _Identity | None:
    """The identity of the item that this one was, if only what tells it from others has changed."""
    for own in gone:
        if _beside(told_by, own) == _beside(told_by, item):
            gone.remove(own)
            return _identity(told_by, own)
    return None


def _beside(told_by: tuple[str, ...], item: Mapping[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in item.items() if key not in told_by}


def _by_identity(told_by: tuple[str, ...], items: Iterable[Mapping[str, Data]]) -> dict[_Identity, Mapping[str, Data]]:
    return {_identity(told_by, own): own for own in items}


def _identity(told_by: tuple[str, ...], item: Mapping[str, Data]) -> _Identity:
    return tuple(str(item.get(key)) for key in told_by)
