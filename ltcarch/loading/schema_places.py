"""What the schema says of one place in a file: the keys there, an example, and the limits."""

import json
import re
from functools import lru_cache
from typing import Any

from ltcarch.loading.shape import schema
from ltcarch.model.suggestions import Vocabulary
from ltcarch.source.document import Step
from ltcarch.source.text import SourceText

_PLAIN = re.compile(r"[^\W\d][\w .-]*")


def known_keys(name: str, path: tuple[Step, ...]) -> tuple[str, ...]:
    """The keys that a mapping may have."""
    return tuple(schema_at(name, path)[0].get("properties", {}))


@lru_cache(maxsize=32)
def key_words(source: SourceText, name: str, path: tuple[Step, ...]) -> Vocabulary:
    """The keys that a mapping of a file may have, as words that can be meant.

    Mappings of one kind share them, so that a file with very many wrong keys takes little time.
    """
    return _shared_words(source, known_keys(name, path))


@lru_cache(maxsize=32)
def _shared_words(source: SourceText, keys: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(keys)


def example(name: str, path: tuple[Step, ...]) -> str | None:
    """What can stand at a place, as YAML on one line."""
    examples = schema_at(name, path)[0].get("examples", ())
    return _as_yaml(examples[0]) if examples else None


def limit(name: str, path: tuple[Step, ...], keyword: str) -> Any:
    """The value of a keyword such as `minimum`."""
    return schema_at(name, path)[0].get(keyword)


def schema_at(name: str, path: tuple[Step, ...]) -> tuple[dict[str, Any], str]:
    """The schema of what stands at a path, and the name of the last definition on the way to it."""
    root = schema(name)
    here: dict[str, Any] = root
    called = ""
    for step in (*path, None):
        while "$ref" in here:
            called = here["$ref"].rpartition("/")[2]
            here = {**root["$defs"][called], **{key: value for key, value in here.items() if key != "$ref"}}
        if step is None:
            break
        if isinstance(step, int):
            here = here.get("items", {})
        else:
            further = here.get("properties", {}).get(step, here.get("additionalProperties", {}))
            here = further if isinstance(further, dict) else {}
        called = "" if "$ref" not in here else called
    return here, called


def _as_yaml(value: object) -> str:
    """A value in flow style; text without quotes where it needs none."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_yaml, value)) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
