"""The shape of a file, as the JSON Schemas define it.

jsonschema-rs does the work; where it is not installed, the slower jsonschema package gives the same verdicts.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ltcarch.source.document import Step
from ltcarch.source.limits import limit

if TYPE_CHECKING:
    import jsonschema_rs

ARCHITECTURE = "architecture"
PROJECT = "project"
PATTERNS = ("sources", "per_path")
"""The keys of the project file that list patterns."""
_TEXT = "text"


class Mismatch(NamedTuple):
    """One place where data is not as the schema wants it.

    `keyword` is the schema's word for it (`type`, `required`, ...). `subject` is what it is about: the unexpected
    or missing key, else empty. `allowed` lists the types or values that fit.
    """

    path: tuple[Step, ...]
    keyword: str
    subject: str = ""
    allowed: tuple[str, ...] = ()


@cache
def schema(name: str) -> dict[str, Any]:
    """A schema of the format: `architecture` or `project`; with as many patterns as whoever runs this allows."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    for key in PATTERNS if name == PROJECT else ():
        loaded["properties"][key]["maxItems"] = limit("patterns")
    return loaded


def schema_text(name: str) -> str:
    """The text of a schema, from the installed package or from the checkout."""
    file = Path("schemas", f"{name}.schema.json")
    installed, checkout = Path(__file__).parents[1] / file, Path(__file__).parents[2] / file
    return (installed if installed.is_file() else checkout).read_text(encoding="utf-8")


def mismatches(name: str, data: object) -> list[Mismatch]:
    """Where data does not fit the schema, each place and fault once."""
    try:
        found = _by_jsonschema_rs(name, data)
    except ImportError:
        found = _by_jsonschema(name, data)
    return sorted(set(found), key=lambda fault: (tuple(map(str, fault.path)), fault.keyword, fault.subject))


@cache
def _judging_schema(name: str) -> dict[str, Any]:
    """The schema with the codes of languages as a pattern of keys.

    Of `propertyNames` a validator would tell each wrong key with a copy of the whole map, which takes hours for a map
    with very many.
    """
    whole = schema(name)
    text = dict(whole["$defs"][_TEXT])
    codes = text.pop("propertyNames")["pattern"]
    text |= {"patternProperties": {codes: text["additionalProperties"]}, "additionalProperties": False}
    return {**whole, "$defs": {**whole["$defs"], _TEXT: text}}


@cache
def _rust_validator(name: str) -> "jsonschema_rs.Draft202012Validator":
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(_judging_schema(name), validate_formats=True)


def _by_jsonschema_rs(name: str, data: object) -> Iterator[Mismatch]:
    for error in _rust_validator(name).iter_errors(data):
        path = tuple(error.instance_path)
        kind: Any = error.kind
        match kind.name:
            case "additionalProperties" if _TEXT in error.schema_path[-2:]:
                yield Mismatch(path, "propertyNames")
            case "additionalProperties":
                for key in kind.unexpected:
                    yield Mismatch((*path, key), "additionalProperties", key)
            case "required":
                yield Mismatch(path, "required", kind.property)
            case "type":
                yield Mismatch(path, "type", allowed=tuple(sorted(kind.types)))
            case "enum":
                yield Mismatch(path, "enum", allowed=tuple(map(str, kind.options)))
            case other:
                yield Mismatch(path, other)


@cache
def _python_validator(name: str) -> Any:
    import jsonschema

    checker = jsonschema.FormatChecker(formats=["date"])
    strict = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
    return strict(_judging_schema(name), format_checker=checker)


def _pattern(validator: Any, pattern: str, instance: object, _: object) -> Iterator[Exception]:
    """A pattern's `$` means the end of the text, as in JSON Schema; in Python it would let a line end pass."""
    from jsonschema import ValidationError

    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _by_jsonschema(name: str, data: object) -> Iterator[Mismatch]:
    for error in _python_validator(name).iter_errors(data):
        path = tuple(error.absolute_path)
        match error.validator:
            case "additionalProperties" if "patternProperties" in error.schema:
                yield Mismatch(path, "propertyNames")
            case "additionalProperties":
                for key in error.instance:
                    if key not in error.schema.get("properties", {}):
                        yield Mismatch((*path, key), "additionalProperties", key)
            case "required":
                for key in error.validator_value:
                    if key not in error.instance:
                        yield Mismatch(path, "required", key)
            case "type":
                types = error.validator_value
                yield Mismatch(path, "type", allowed=tuple(sorted([types] if isinstance(types, str) else types)))
            case "enum":
                yield Mismatch(path, "enum", allowed=tuple(map(str, error.validator_value)))
            case other:
                yield Mismatch(path, other)
