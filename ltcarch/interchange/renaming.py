"""Elements that have another id than before, which they say by `former_ids`."""

from collections.abc import Mapping
from typing import Any

from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records
from ltcarch.model.kinds import CLASSES
from ltcarch.model.project import RequiredInterface
from ltcarch.model.record import declarations

_CLASS_OF_KIND = {of.KIND: of for of in CLASSES.values()}


def renames(old: Records, new: Records) -> dict[str, str]:
    """The new id by former one: an element is gone, and one that was not there says that it had its id."""
    found: dict[str, str] = {}
    for own in new.elements:
        if own.key in old.by_key or own.key.is_retired:
            continue
        for former in own.attributes.get("former_ids", ()):
            if Key(former) in old.by_key and Key(former) not in new.by_key:
                found.setdefault(former, own.id)
                break
    return found


def renamed(records: Records, names: Mapping[str, str]) -> Records:
    """The records with other ids, wherever they are mentioned as a reference. `former_ids` stay as they are."""
    if not names:
        return records
    elements = (_element(own, names) for own in records.elements)
    settings = dict(records.settings)
    if "required_interfaces" in settings:
        settings["required_interfaces"] = [
            _part(RequiredInterface, own, names) for own in settings["required_interfaces"]
        ]
    return Records.of(settings, elements)


def _element(own: ElementRecord, names: Mapping[str, str]) -> ElementRecord:
    new_id = own.id if own.key.is_retired else names.get(own.id, own.id)
    parent = names.get(own.parent, own.parent) if own.parent else None
    return ElementRecord(own.kind, new_id, parent, _part(_CLASS_OF_KIND[own.kind], own.attributes, names))


def _part(of: type, held: Mapping[str, Data], names: Mapping[str, str]) -> dict[str, Data]:
    known = declarations(of)
    return {key: _value(known[key][1], value, names) if key in known else value for key, value in held.items()}


def _value(declared: Any, value: Data, names: Mapping[str, str]) -> Data:
    match declared.form:
        case "reference":
            return names.get(value, value)
        case "references":
            return [names.get(own, own) for own in value]
        case "part":
            return _part(declared.part, value, names)
        case "parts":
            return [_part(declared.part, own, names) for own in value]
    return value
