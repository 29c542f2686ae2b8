"""What an element says to its readers, so that two versions of it can be compared."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ltcarch.model import Architecture, Element
from ltcarch.model.fields import Declaration
from ltcarch.model.record import Record, declarations

_NOT_CONTENT = frozenset(
    ("id", "former_ids", "tags", "provenance", "unset", "waivers", "order", "number", "lifecycle", "maturity")
)
"""What tells where an element stands, in which state, or who said so, and not what is to be done."""


def is_unchanged(element: Element, former: Element, renamed: Mapping[str, str]) -> bool:
    """Whether an element itself says what it said before. Ids that were given up count as those in their place."""
    if type(element) is not type(former):
        return False
    if element.nested_in == former.nested_in and element.origin.mapping == former.origin.mapping:
        return True
    return _content(element, {}, _NOT_CONTENT) == _content(former, renamed, _NOT_CONTENT)


def order_of_steps(architecture: Architecture, element: Element, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the steps whose sequence is that of the list; empty where each says what comes next."""
    if architecture.sequence.is_linked(element):
        return ()
    steps = architecture.hierarchy.children(element, "subprocess", "activity", "task")
    return tuple(renamed.get(step.id, step.id) for step in steps)


def _content(record: Record, renamed: Mapping[str, str], left_out: frozenset[str] = frozenset()) -> dict[str, object]:
    """What a record says beyond the defaults, by attribute."""
    of: type = type(record)
    forms = _forms(of)
    return {
        name: _comparable(value, forms[name].form, renamed)
        for name, value in vars(record).items()
        if name in forms and name not in left_out and value != forms[name].default
    }


@cache
def _forms(of: type) -> dict[str, Declaration]:
    return dict(declarations(of).values())


def _comparable(value: Any, form: str, renamed: Mapping[str, str]) -> object:
    if form == "reference":
        return renamed.get(value, value)
    if form == "references":
        return [renamed.get(target, target) for target in value]
    if form == "part":
        return _content(value, renamed)
    if form == "parts":
        return [_content(part, renamed) for part in value]
    return value
