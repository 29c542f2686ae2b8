"""What a mismatch of shape is called in plain English, and where it is shown."""

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.loading.shape import Mismatch, schema
from ltcarch.model.kinds import CLASSES
from ltcarch.model.suggestions import did_you_mean, nearest
from ltcarch.source.document import Document, Mapping, Sequence, Step
from ltcarch.source.text import Location, Span

UNKNOWN_KEY = ("SCH01", "unknown-key")
MISSING_KEY = ("SCH02", "missing-key")
WRONG_TYPE = ("SCH03", "wrong-type")
UNKNOWN_VALUE = ("SCH04", "unknown-value")
MALFORMED_VALUE = ("SCH05", "malformed-value")

_TYPES = {
    "string": "text",
    "object": "a map",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
_PATTERNS = {
    "text": "a map from language codes such as en or zh to text that is not empty",
    "id": "letters, digits, dots, hyphens and underscores, beginning with a letter or digit",
    "date": "a date of the calendar as year-month-day, such as 2026-03-31",
    "duration": "an ISO 8601 duration, such as P30D or PT2H",
    "string": "text that is not empty",
    "reference": "the id of another element",
}


def subject_of(root: object, path: tuple[Step, ...]) -> tuple[Mapping | None, tuple[Step, ...], str]:
    """The innermost element on a path, the rest of the path from it, and what to call it.

    An element is a mapping in one of the format's collections. Outside of any it is None, with the whole path.
    """
    element, rest, called = None, path, "the file"
    here = root
    kind = ""
    for position, step in enumerate(path):
        if isinstance(step, str):
            kind = step
        if not isinstance(here, (dict, list)):
            break
        try:
            here = here[step]  # type: ignore[call-overload,index]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and kind in CLASSES and isinstance(here, Mapping) and _is_collection(path[:position]):
            element, rest = here, path[position + 1 :]
            word = CLASSES[kind].KIND.replace("_", " ").replace("subprocess", "sub-process")
            name = here.get("id")
            called = f"{word} {name}" if isinstance(name, (str, int, float)) else f"this {word}"
    return element, rest, called


def _is_collection(path: tuple[Step, ...]) -> bool:
    """Whether every word on the path is a collection, so that `processes` of a key task is not taken for one."""
    return all(step in CLASSES for step in path if isinstance(step, str)) and all(
        isinstance(step, str) == (index % 2 == 0) for index, step in enumerate(path)
    )


def explain(document: Document, name: str, mismatch: Mismatch) -> Diagnostic:
    """The diagnostic for one mismatch."""
    path = mismatch.path
    _, rest, called = subject_of(document.root, path)
    if name == "project" and called == "the file":
        called = "the project file"
    where = ".".join(str(step) for step in rest if isinstance(step, str))
    what = f"`{where}` of {called}" if where else called
    code, message, help_text = _wording(document, name, mismatch, what, called, rest)
    return Diagnostic(
        code=code[0],
        rule=code[1],
        severity=Severity.ERROR,
        message=message,
        location=_place(document, mismatch),
        element=_element_id(document.root, path),
        help=help_text,
    )


def _place(document: Document, mismatch: Mismatch) -> Location:
    """An unknown key is shown itself, a missing one at the face of its map, anything else at its value."""
    holder = _value(document.root, mismatch.path)
    if mismatch.keyword == "required" and isinstance(holder, Mapping):
        return document.locate(holder, ())
    if isinstance(document.root, (Mapping, Sequence)):
        return document.locate(document.root, mismatch.path, at_key=mismatch.keyword == "additionalProperties")
    return Location(document.source, Span(1, 1, 1, 2))


def _element_id(root: object, path: tuple[Step, ...]) -> str | None:
    element, _, _ = subject_of(root, path)
    return str(element["id"]) if element is not None and isinstance(element.get("id"), (str, int, float)) else None


def _wording(
    document: Document, name: str, mismatch: Mismatch, what: str, called: str, rest: tuple[Step, ...]
) -> tuple[tuple[str, str], str, str | None]:
    value = _value(document.root, mismatch.path)
    match mismatch.keyword:
        case "additionalProperties":
            known = known_keys(name, document.root, mismatch.path[:-1])
            holder = _holder(mismatch.path, rest[:-1], called)
            help_text = did_you_mean(mismatch.subject, known) or f"known keys: {', '.join(sorted(known))}"
            return UNKNOWN_KEY, f"unknown key `{mismatch.subject}` in {holder}", help_text
        case "required":
            return MISSING_KEY, f"{what} has no `{mismatch.subject}`", f"add `{mismatch.subject}:`"
        case "type":
            return WRONG_TYPE, *_type_wording(what, value, mismatch.allowed)
        case "enum" | "const":
            if mismatch.keyword == "const":
                return UNKNOWN_VALUE, f"{what} is {value!r}; this ltcarch knows format 1 only", "write `ltcarch: 1`"
            choices = ", ".join(mismatch.allowed)
            near = nearest(str(value), mismatch.allowed)
            hint = f"did you mean `{near}`? " if near else ""
            return UNKNOWN_VALUE, f"{what} cannot be `{value}`", f"{hint}it is one of {choices}"
    return MALFORMED_VALUE, *_malformed_wording(name, document.root, mismatch, what, value)


def _holder(path: tuple[Step, ...], rest: tuple[Step, ...], called: str) -> str:
    inner = ".".join(str(step) for step in rest if isinstance(step, str))
    return f"`{inner}` of {called}" if inner else called


def _type_wording(what: str, value: object, allowed: tuple[str, ...]) -> tuple[str, str]:
    wanted = " or ".join(
        _TYPES[name] for name in ("string", "object", "array", "integer", "number", "boolean") if name in allowed
    )
    if value is None:
        return f"{what} is empty", f"it must be {wanted}; delete the key if there is nothing to say"
    if "string" in allowed and isinstance(value, (int, float)):
        return f"{what} is {_shown(value)}, which is no text", "put it in quotes to make it text"
    return f"{what} must be {wanted}, not {_kind_of(value)}", "look at the format reference for an example"


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return f"`{_shown(value)}`"
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return "text"
    return f"the number {value}"


def _malformed_wording(name: str, root: object, mismatch: Mismatch, what: str, value: object) -> tuple[str, str]:
    shown = f" `{value}`" if isinstance(value, (str, int, float)) and str(value) else ""
    wanted = _definition_at(name, mismatch.path)
    problems = {
        "minLength": f"{what} is empty",
        "minItems": f"{what} is an empty list",
        "minProperties": f"{what} is an empty map",
        "maxLength": f"{what} is too long",
        "uniqueItems": f"{what} lists something twice",
        "propertyNames": f"{what} has a key that is no language code",
        "minimum": f"{what} is too small:{shown}",
        "maximum": f"{what} is too large:{shown}",
    }
    message = problems.get(mismatch.keyword, f"{what} is malformed:{shown}")
    return message, f"it must be {_PATTERNS[wanted]}" if wanted in _PATTERNS else "look at the format reference"


def _value(root: object, path: tuple[Step, ...]) -> object:
    here = root
    for step in path:
        if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int)):
            here = here[step]  # type: ignore[index,call-overload]
        else:
            return None
    return here


def known_keys(name: str, root: object, path: tuple[Step, ...]) -> tuple[str, ...]:
    """The keys that a mapping may have, by the schema."""
    return tuple(_schema_at(name, path)[0].get("properties", {}))


def _definition_at(name: str, path: tuple[Step, ...]) -> str:
    return _schema_at(name, path)[1]


def _schema_at(name: str, path: tuple[Step, ...]) -> tuple[dict, str]:
    """The schema of what stands at a path, and the name of the last definition on the way to it."""
    root = schema(name)
    here, called = root, ""
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
