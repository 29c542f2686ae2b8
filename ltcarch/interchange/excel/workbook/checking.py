"""Whether what was changed fits the format; what was there before is no matter of the workbook."""

from collections.abc import Callable, Sequence
from typing import Any

from ltcarch.interchange.excel.workbook.opening import Remark
from ltcarch.interchange.excel.workbook.rows_back import ElementRow
from ltcarch.interchange.records import ElementRecord, Records
from ltcarch.loading.shape import ARCHITECTURE, Mismatch, mismatches
from ltcarch.model.kinds import COLLECTIONS

PlaceOf = Callable[[ElementRow, tuple[Any, ...]], str]
_SENTENCES = {
    "type": "what stands here is of another type than is due",
    "pattern": "what stands here is not written as it should be",
    "format": "what stands here is not written as it should be",
    "minLength": "something is missing here",
    "maxLength": "this is too long",
    "minimum": "the number is too small",
    "maximum": "the number is too large",
}


def schema_faults(
    exported: Records, found: Sequence[tuple[ElementRow, ElementRecord]], place_of: PlaceOf
) -> list[Remark]:
    """What does not fit, by the cell in which it stands."""
    changed: dict[str, list[tuple[ElementRow, ElementRecord]]] = {}
    for row, own in found:
        if row.base is None or row.base.attributes != own.attributes or row.is_renamed:
            changed.setdefault(COLLECTIONS[own.kind], []).append((row, own))
    data = {key: [{"id": own.id, **own.attributes} for _, own in rows] for key, rows in changed.items()}
    faults = []
    for fault in mismatches(ARCHITECTURE, data):
        if len(fault.path) < 2:
            continue
        row, own = changed[str(fault.path[0])][int(fault.path[1])]
        path = fault.path[2:]
        if _is_new(row, own, path, fault):
            faults.append(
                Remark(place_of(row, (*path, fault.subject) if fault.subject else path), _sentence(own, fault))
            )
    return list(dict.fromkeys(faults))


def _is_new(row: ElementRow, own: ElementRecord, path: tuple[Any, ...], fault: Mismatch) -> bool:
    key = str(path[0]) if path else fault.subject
    if key == "id":
        return row.base is None or row.is_renamed
    return row.base is None or row.base.attributes.get(key) != own.attributes.get(key)


def _sentence(own: ElementRecord, fault: Mismatch) -> str:
    value: Any = {"id": own.id, **own.attributes}
    for step in fault.path[2:]:
        value = value[step]
    if fault.keyword == "required":
        return f"`{fault.subject}` is missing"
    if fault.keyword == "enum":
        return f"`{value}` is none of: {', '.join(fault.allowed)}"
    shown = f"`{value}`: " if isinstance(value, (str, int, float)) and len(str(value)) < 60 else ""
    return shown + _SENTENCES.get(fault.keyword, f"this does not fit the format ({fault.keyword})")
