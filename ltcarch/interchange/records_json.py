"""Records as JSON, to be kept in what was exported and compared with later."""

import json
from typing import Any

from ltcarch.interchange.records import ElementRecord, Records, element_record
from ltcarch.model.kinds import COLLECTIONS

FORMAT = 1


def to_json(records: Records) -> str:
    """Records on one line; the same records give the same text."""
    elements = [[own.kind, own.id, own.parent, own.attributes] for own in records.elements]
    said = {"records": FORMAT, "settings": records.settings, "elements": elements}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Records:
    """The records of a JSON text. Raises ValueError where it holds none, with a plain sentence."""
    try:
        said = json.loads(text)
        if said["records"] != FORMAT:
            raise ValueError("what was exported is kept there in a form that this version does not know")
        return Records.of(_settings(said["settings"]), [_record(*own) for own in said["elements"]])
    except (TypeError, KeyError, AttributeError, RecursionError, json.JSONDecodeError) as fault:
        raise ValueError("what was exported is not kept there as ltcarch wrote it") from fault


def _settings(said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise TypeError("settings")
    return said


def _record(kind: str, element_id: str, parent: str | None, attributes: dict[str, Any]) -> ElementRecord:
    if kind not in COLLECTIONS or not isinstance(element_id, str) or not isinstance(parent, str | None):
        raise TypeError(kind)
    return element_record(kind, element_id, parent, dict(attributes))
