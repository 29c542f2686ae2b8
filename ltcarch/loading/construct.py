"""From data to the dataclasses of the model.

The data was checked before, and what does not fit was reported; whatever is left out here was named there. So
a value of the wrong type becomes nothing, and building never fails.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ltcarch.model.element import Element, Origin
from ltcarch.model.fields import Declaration
from ltcarch.model.kinds import CLASSES, HIERARCHY
from ltcarch.model.record import declarations, record
from ltcarch.model.text import Text
from ltcarch.source.document import Document
from ltcarch.source.document import Mapping as SourceMapping

Faulty = Mapping[int, frozenset[str]]
"""Attributes that were reported, by the identity of the element's mapping."""


def construct_elements(document: Document, faulty: Faulty) -> list[Element]:
    """Every element of an architecture file with a usable id, parents before what is nested in them."""
    found: list[Element] = []
    if isinstance(document.root, dict):
        _add_collections(found, document, document.root, None, faulty)
    return found


def _add_collections(
    found: list[Element], document: Document, holder: dict[str, Any], nested_in: str | None, faulty: Faulty
) -> None:
    for key, items in holder.items():
        of = CLASSES.get(key) if nested_in is None else _NESTING.get(key)
        if of is None or not isinstance(items, list):
            continue
        for position, item in enumerate(items):
            if not isinstance(item, SourceMapping):
                continue
            element = _element(of, document, item, nested_in, position, faulty)
            if element is None:
                continue
            found.append(element)
            if key in _NESTING:
                _add_collections(found, document, item, element.id, faulty)


_NESTING = {key: of for key, of in CLASSES.items() if of.KIND in HIERARCHY}
"""The collections that can stand inside of an element."""


def _element(
    of: type[Element], document: Document, item: SourceMapping, nested_in: str | None, position: int, faulty: Faulty
) -> Element | None:
    own_id = identifier(item.get("id"))
    if not own_id:
        return None
    values = construct_values(of, item)
    values["id"] = own_id
    values["origin"] = Origin(document, item)
    if position:
        values["position"] = position
    if nested_in is not None:
        values["nested_in"] = nested_in
        values.setdefault("parent", nested_in)
    if id(item) in faulty:
        values["faulty"] = faulty[id(item)]
    return record(of, values)


def identifier(value: object) -> str:
    """The id that a value stands for; empty where it cannot be one."""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def construct_values(of: type, data: object) -> dict[str, Any]:
    """The constructor's arguments for a class, from a mapping or from its short form."""
    return _values_of(of)(data)


_Values = Callable[[object], dict[str, Any]]


@cache
def _values_of(of: type) -> _Values:
    """What reads the constructor's arguments for a class. It is made once, since there are very many values."""
    converters = {key: (name, _converter(declared)) for key, (name, declared) in declarations(of).items()}
    short_name, convert_short = converters.get(getattr(of, "SHORT_FORM", ""), ("", None))

    def values_of(data: object) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if isinstance(data, dict):
            for key, value in data.items():
                known = converters.get(key)
                if known is not None and (converted := known[1](value)) is not None:
                    values[known[0]] = converted
        elif isinstance(data, str) and convert_short is not None and (converted := convert_short(data)) is not None:
            values[short_name] = converted
        return values

    return values_of


def _converter(declared: Declaration) -> Callable[[object], Any]:
    if declared.part is not None:
        return (_part_converter if declared.form == "part" else _parts_converter)(declared.part)
    return _BY_FORM[declared.form]


def _part_converter(of: type) -> Callable[[object], Any]:
    values_of = _values_of(of)
    return lambda value: record(of, values_of(value)) if isinstance(value, (dict, str)) else None


def _parts_converter(of: type) -> Callable[[object], Any]:
    values_of = _values_of(of)

    def convert(value: object) -> Any:
        return tuple([record(of, values_of(item)) for item in value]) if isinstance(value, list) else None

    return convert


def _text(value: object) -> Text | None:
    if isinstance(value, str) and value:
        return Text((("", value),))
    if isinstance(value, dict):
        values = tuple([(key, text) for key, text in value.items() if isinstance(text, str) and text])
        return Text(values) if values else None
    return None


def _texts(value: object) -> tuple[Text, ...] | None:
    if isinstance(value, list):
        return tuple(text for text in map(_text, value) if text)
    return None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _words(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str) and value:
        return (value,)
    if isinstance(value, list):
        return tuple([item for item in value if isinstance(item, str) and item])
    return None


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object) -> float | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _scalar(value: object) -> float | Text | None:
    return _number(value) if isinstance(value, (int, float)) else _text(value)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _text_map(value: object) -> dict[str, Text] | None:
    if isinstance(value, dict):
        return {key: text for key, text in ((key, _text(item)) for key, item in value.items()) if text}
    return None


def _value_map(value: object) -> dict[str, Any] | None:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if isinstance(item, (str, int, float))}
    return None


_BY_FORM: dict[str, Callable[[object], Any]] = {
    "text": _text,
    "texts": _texts,
    "string": _word,
    "strings": _words,
    "reference": _word,
    "references": _words,
    "integer": _integer,
    "number": _number,
    "scalar": _scalar,
    "flag": _flag,
    "text_map": _text_map,
    "value_map": _value_map,
}
