"""What an element says to its readers, so that two versions of it can be compared."""

from collections.abc import Mapping

from ltcarch.model import Architecture, Element
from ltcarch.model.record import Record, declarations

_NOT_CONTENT = frozenset(
    ("id", "former_ids", "tags", "provenance", "unset", "waivers", "order", "number", "lifecycle", "maturity")
)
"""What tells where an element stands, in which state, or who said so, and not what is to be done."""


def content(element: Element, renamed: Mapping[str, str]) -> tuple:
    """All that an element itself says. Ids that were given up count as those that took their place."""
    said = declarations(type(element)).items()
    return type(element), *(
        _comparable(getattr(element, name), declared.form, renamed)
        for key, (name, declared) in said
        if key not in _NOT_CONTENT
    )


def order_of_steps(architecture: Architecture, element: Element, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the steps whose sequence is that of the list; empty where each says what comes next."""
    if architecture.sequence.is_linked(element):
        return ()
    steps = architecture.hierarchy.children(element, "subprocess", "activity", "task")
    return tuple(renamed.get(step.id, step.id) for step in steps)


def _comparable(value: object, form: str, renamed: Mapping[str, str]) -> object:
    if form == "reference":
        return renamed.get(str(value), value)
    if form == "references":
        return tuple(renamed.get(target, target) for target in value)  # type: ignore[attr-defined]
    if isinstance(value, Record):
        return _of_part(value, renamed)
    if form == "parts":
        return tuple(_of_part(part, renamed) for part in value)  # type: ignore[attr-defined]
    return value


def _of_part(part: Record, renamed: Mapping[str, str]) -> tuple:
    said = declarations(type(part)).values()
    return tuple(_comparable(getattr(part, name), declared.form, renamed) for name, declared in said)
