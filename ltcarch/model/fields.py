"""How a class of the model says what one of its attributes is in YAML.

Each function declares an attribute; loading reads the declaration to build the value, and the format's tests hold
it against the schema. `key` is the YAML key where it differs from the attribute's name.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_NO_ENTRIES: Mapping[str, Any] = MappingProxyType({})


class Declaration(NamedTuple):
    """One attribute: its YAML key, what it holds, its default, and what it refers to or is made of."""

    key: str
    form: str
    default: Any
    kinds: tuple[str, ...] = ()
    part: type | None = None


def text(*, key: str = "") -> Any:
    """Text for people, or nothing."""
    return Declaration(key, "text", None)


def texts(*, key: str = "") -> Any:
    """A list of texts for people."""
    return Declaration(key, "texts", ())


def string(*, key: str = "") -> Any:
    """A word: an identifier, a date, one of a list of values."""
    return Declaration(key, "string", None)


def strings(*, key: str = "") -> Any:
    """A list of words; a single one may stand for a list."""
    return Declaration(key, "strings", ())


def integer(*, key: str = "") -> Any:
    """A whole number, or nothing."""
    return Declaration(key, "integer", None)


def number(*, key: str = "") -> Any:
    """A number, or nothing."""
    return Declaration(key, "number", None)


def scalar(*, key: str = "") -> Any:
    """A number or a text."""
    return Declaration(key, "scalar", None)


def flag(default: bool = False, *, key: str = "") -> Any:
    """Yes or no."""
    return Declaration(key, "flag", default)


def text_map(*, key: str = "") -> Any:
    """Texts by word."""
    return Declaration(key, "text_map", _NO_ENTRIES)


def value_map(*, key: str = "") -> Any:
    """Words or numbers by word."""
    return Declaration(key, "value_map", _NO_ENTRIES)


def reference(*kinds: str, key: str = "") -> Any:
    """The id of an element of one of these kinds, or nothing."""
    return Declaration(key, "reference", None, kinds)


def references(*kinds: str, key: str = "") -> Any:
    """Ids of elements of these kinds; a single one may stand for a list."""
    return Declaration(key, "references", (), kinds)


def part(of: type, *, key: str = "") -> Any:
    """A value made of attributes of its own, or nothing."""
    return Declaration(key, "part", None, part=of)


def parts(of: type, *, key: str = "") -> Any:
    """A list of values made of attributes of their own."""
    return Declaration(key, "parts", (), part=of)
