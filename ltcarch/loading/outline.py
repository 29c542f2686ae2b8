"""What a file says, apart from the words of its texts: the same before and after somebody polished a sentence."""

import json
from functools import cache
from typing import Any

from ltcarch.model import CLASSES
from ltcarch.model.record import declarations

_TEXTS = frozenset({"text", "texts", "text_map"})
_DECIDING = frozenset({"when"})
"""Two ways from one step to the same other one are two only where their conditions differ."""


def outline(root: object) -> bytes:
    """The data of an architecture file with, for each text, no more than the languages in which it says something.

    Words that decide stay: those of conditions, and of a key that holds something else elsewhere, such as `source`.
    """
    return json.dumps(_outlined(root, text_keys()), separators=(",", ":")).encode("ascii")


@cache
def text_keys() -> frozenset[str]:
    """The keys that hold texts, and texts alone, wherever they stand in architecture files."""
    forms: dict[str, set[str]] = {}
    pending, seen = list(CLASSES.values()), set(CLASSES.values())
    while pending:
        for key, (_, declared) in declarations(pending.pop()).items():
            forms.setdefault(key, set()).add(declared.form)
            if declared.part and declared.part not in seen:
                seen.add(declared.part)
                pending.append(declared.part)
    return frozenset(key for key, own in forms.items() if own <= _TEXTS).difference(CLASSES, _DECIDING)


def _outlined(value: Any, keys: frozenset[str]) -> Any:
    if isinstance(value, dict):
        return {key: _silenced(own) if key in keys else _outlined(own, keys) for key, own in value.items()}
    if isinstance(value, list):
        return [_outlined(own, keys) for own in value]
    return value


def _silenced(value: Any) -> Any:
    """A text, texts, or texts by word, without what they say; that they say something stays."""
    if isinstance(value, dict):
        return {key: _silenced(own) for key, own in value.items()}
    if isinstance(value, list):
        return [_silenced(own) for own in value]
    return "x" if isinstance(value, str) and value.strip() else value
