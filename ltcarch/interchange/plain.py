"""What the model holds as plain data in the words of the YAML format, and the format's shorter ways to write it.

The full form has a list wherever several values may stand, and a map wherever something can be said in a map. What
says nothing beyond a default is left out: an empty list, a flag that is as it is anyway.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ltcarch.loading.construct import construct_values
from ltcarch.loading.shape import ARCHITECTURE, schema
from ltcarch.model.fields import Declaration
from ltcarch.model.kinds import CLASSES
from ltcarch.model.record import Record, declarations
from ltcarch.model.text import Text

Data = Any
"""Texts, numbers, yes or no, and lists and maps of them."""
_CLASS_OF_KIND = {of.KIND: of for of in CLASSES.values()}


def plain(record: Record) -> dict[str, Data]:
    """The attributes of a record that were stated, in their full form and in the order of their declaration."""
    held = vars(record)
    return {
        key: _plain(declared, held[name])
        for key, (name, declared) in declarations(type(record)).items()
        if name in held and held[name] != declared.default
    }


def plain_text(text: Text) -> Data:
    """A text by language, or just a text where no language is told."""
    return text.values[0][1] if text.values[0][0] == "" else dict(text.values)


def attributes_of(kind: str, data: Mapping[str, Data]) -> dict[str, Data]:
    """Attributes of an element from any way in which YAML may write them: their full form in the schema's order.

    What the format does not know is left out. The id is not an attribute, nor is the parent of an element of the
    hierarchy.
    """
    of = _CLASS_OF_KIND[kind]
    full = plain(of(**construct_values(of, data)))
    return {key: full[key] for key in attribute_keys(kind) if key in full}


@cache
def attribute_keys(kind: str) -> tuple[str, ...]:
    """The keys of a kind's attributes in the order of the schema: all but id, parent in the hierarchy, and children."""
    of = _CLASS_OF_KIND[kind]
    known = declarations(of)
    return tuple(key for key in _properties(kind) if key in known and key not in structural_keys(kind))


@cache
def structural_keys(kind: str) -> frozenset[str]:
    """The keys that say which element this is and where it stands."""
    known = declarations(_CLASS_OF_KIND[kind]).get("parent")
    is_in_hierarchy = known is not None and "task" in known[1].kinds
    return frozenset({"id", "parent"} if is_in_hierarchy else {"id"})


def written(kind: str, attributes: Mapping[str, Data]) -> dict[str, Data]:
    """Attributes as short as the format allows: one word instead of a list of one, a word instead of a map."""
    return {key: written_value(kind, key, value) for key, value in attributes.items()}


def written_value(kind: str, key: str, value: Data) -> Data:
    """One attribute as short as the format allows."""
    known = declarations(_CLASS_OF_KIND[kind]).get(key)
    if known is None:
        return value
    short = shortened(known[1], value)
    return short[0] if key in _keys_of_one(kind) and isinstance(short, list) and len(short) == 1 else short


def written_as(kind: str, key: str, old: Data, new: Data, former: object) -> tuple[Data, Data]:
    """An attribute's former and new value as short as the format allows, a list where a list stood in the text."""
    known = declarations(_CLASS_OF_KIND[kind]).get(key)
    if known is None or not isinstance(former, list):
        return _value(kind, key, old), _value(kind, key, new)
    form = known[1]
    return None if old is None else shortened(form, old), None if new is None else shortened(form, new)


def _value(kind: str, key: str, said: Data) -> Data:
    return None if said is None else written_value(kind, key, said)


def shortened(declared: Declaration, value: Data) -> Data:
    """A value in whose parts a word stands for a map, where the format allows it."""
    if declared.form == "part":
        return _short_part(declared.part, value)
    if declared.form == "parts":
        return [_short_item(declared.part, item) for item in value]
    return value


def _short_item(of: type | None, item: Data) -> Data:
    short = getattr(of, "SHORT_FORM", None)
    if short and isinstance(item, Mapping) and set(item) == {short}:
        return item[short]
    return _short_part(of, item)


def _short_part(of: type | None, item: Data) -> Data:
    known = declarations(of) if of else {}
    return {key: shortened(known[key][1], own) if key in known else own for key, own in item.items()}


def _plain(declared: Declaration, value: Any) -> Data:
    return _BY_FORM.get(declared.form, _as_it_is)(value)


def _as_it_is(value: Any) -> Data:
    return value


def _number_or_text(value: Any) -> Data:
    return plain_text(value) if isinstance(value, Text) else value


_BY_FORM: dict[str, Callable[[Any], Data]] = {
    "text": plain_text,
    "texts": lambda values: list(map(plain_text, values)),
    "strings": list,
    "references": list,
    "scalar": _number_or_text,
    "text_map": lambda values: {key: plain_text(value) for key, value in values.items()},
    "value_map": dict,
    "part": plain,
    "parts": lambda values: list(map(plain, values)),
}


def _properties(kind: str) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = schema(ARCHITECTURE)["$defs"][kind]["properties"]
    return properties


@cache
def _keys_of_one(kind: str) -> frozenset[str]:
    """The keys under which a word may stand for a list."""
    definitions = schema(ARCHITECTURE)["$defs"]
    resolved = {
        key: definitions[own["$ref"].rpartition("/")[2]] if "$ref" in own else own
        for key, own in _properties(kind).items()
    }
    return frozenset(key for key, own in resolved.items() if own.get("type") == ["string", "array"])
