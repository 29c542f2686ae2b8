"""How a dataclass of the model says what one of its attributes is in YAML.

Each function declares a field; loading reads the declaration to build the value, and the format's tests hold it
against the schema. `key` is the YAML key where it differs from the field's name.
"""

from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Declaration:
    """One attribute: its YAML key, what it holds, and what it refers to or is made of."""

    key: str
    form: str
    kinds: tuple[str, ...] = ()
    part: type | None = None


def _declare(form: str, default: Any, key: str | None, **more: Any) -> Any:
    metadata = {"form": form, "key": key, **more}
    return (
        field(default_factory=dict, metadata=metadata) if default is dict else field(default=default, metadata=metadata)
    )


def text(*, key: str | None = None) -> Any:
    """Text for people, or nothing."""
    return _declare("text", None, key)


def texts(*, key: str | None = None) -> Any:
    """A list of texts for people."""
    return _declare("texts", (), key)


def string(*, key: str | None = None) -> Any:
    """A word: an identifier, a date, one of a list of values."""
    return _declare("string", None, key)


def strings(*, key: str | None = None) -> Any:
    """A list of words; a single one may stand for a list."""
    return _declare("strings", (), key)


def integer(*, key: str | None = None) -> Any:
    """A whole number, or nothing."""
    return _declare("integer", None, key)


def number(*, key: str | None = None) -> Any:
    """A number, or nothing."""
    return _declare("number", None, key)


def scalar(*, key: str | None = None) -> Any:
    """A number or a text."""
    return _declare("scalar", None, key)


def flag(default: bool = False, *, key: str | None = None) -> Any:
    """Yes or no."""
    return _declare("flag", default, key)


def text_map(*, key: str | None = None) -> Any:
    """Texts by word."""
    return _declare("text_map", dict, key)


def value_map(*, key: str | None = None) -> Any:
    """Words or numbers by word."""
    return _declare("value_map", dict, key)


def reference(*kinds: str, key: str | None = None) -> Any:
    """The id of an element of one of these kinds, or nothing."""
    return _declare("reference", None, key, kinds=kinds)


def references(*kinds: str, key: str | None = None) -> Any:
    """Ids of elements of these kinds; a single one may stand for a list."""
    return _declare("references", (), key, kinds=kinds)


def part(of: type, *, key: str | None = None) -> Any:
    """A value made of attributes of its own, or nothing."""
    return _declare("part", None, key, part=of)


def parts(of: type, *, key: str | None = None) -> Any:
    """A list of values made of attributes of their own."""
    return _declare("parts", (), key, part=of)


def declaration(of: Field) -> Declaration | None:
    """What a field declares; None for one that does not come from YAML."""
    if "form" not in of.metadata:
        return None
    metadata = of.metadata
    return Declaration(metadata["key"] or of.name, metadata["form"], metadata.get("kinds", ()), metadata.get("part"))


@cache
def declarations(of: type) -> dict[str, tuple[str, Declaration]]:
    """The attributes of a class: field name and declaration by YAML key."""
    found = ((own.name, declaration(own)) for own in fields(of))
    return {declared.key: (name, declared) for name, declared in found if declared is not None}
