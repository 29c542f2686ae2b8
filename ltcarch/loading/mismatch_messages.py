"""What a mismatch of shape is called in plain English, and where it is shown."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ltcarch.diagnostics import Diagnostic, Edit, Severity
from ltcarch.diagnostics.fixes import fix
from ltcarch.loading.construct import identifier
from ltcarch.loading.mismatch_fixes import safe_change
from ltcarch.loading.schema_places import example, key_words, known_keys, limit, schema_at
from ltcarch.loading.shape import PATTERNS, Mismatch
from ltcarch.model.kinds import CLASSES, HIERARCHY
from ltcarch.model.suggestions import did_you_mean, nearest
from ltcarch.source.document import Document, Mapping, Sequence, Step
from ltcarch.source.limits import to_allow_more
from ltcarch.source.slips import LOOKED_AT, is_swallowed, look_alike, slip_in_key, slip_in_value
from ltcarch.source.text import Location, SourceText, Span

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
}
_WANTED = {
    "text": "text that is not empty, or a map from language codes to such text",
    "id": "letters a to z, digits, dots, hyphens and underscores, beginning with a letter or digit",
    "date": "a date of the calendar as year-month-day, such as 2026-03-31",
    "duration": "an ISO 8601 duration, such as P30D or PT2H",
    "string": "text that is not empty",
    "reference": "the id of another element",
}
_LONGEST = 60
_ENDS_HERE = re.compile(r" *[,}]")
_COMMENT = re.compile(r"[\"']? *: +#")
_AFTER_COMMA = "between { and } a comma ends a text: put the whole text in quotes if this belongs to the one before it"


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
            here = here[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and kind in CLASSES and isinstance(here, Mapping) and _is_collection(path[:position]):
            element, rest, called = here, path[position + 1 :], _called(kind, here)
    return element, rest, called


def _called(collection: str, element: Mapping) -> str:
    kind = CLASSES[collection].KIND
    word = _WORDS.get(kind, kind.replace("_", " "))
    name = element.get("id")
    return f"{word} {_shown(name)}" if name and isinstance(name, (str, int, float)) else f"this {word}"


_WORDS = {"kpi": "KPI", "subprocess": "sub-process", "retired": "retired id"}


def _is_collection(path: tuple[Step, ...]) -> bool:
    """Whether a path leads to elements: only those of the six levels stand in one another.

    So `processes` of a key task, which names processes, is not taken for some.
    """
    words, places = path[::2], path[1::2]
    if not all(isinstance(place, int) for place in places) or not all(word in CLASSES for word in words):
        return False
    return len(words) == 1 or all(CLASSES[str(word)].KIND in HIERARCHY for word in words)


def is_told_elsewhere(document: Document, mismatch: Mismatch) -> bool:
    """Whether a missing key stands there after all, as one with its value, which is told as an unknown key."""
    holder = _value(document.root, mismatch.path) if mismatch.keyword == "required" else None
    return isinstance(holder, dict) and any(is_swallowed(mismatch.subject, key) for key in holder)


def explain(document: Document, name: str, mismatch: Mismatch) -> Diagnostic:
    """The diagnostic for one mismatch."""
    element, rest, called = subject_of(document.root, mismatch.path)
    if name == "project" and called == "the file":
        called = "the project file"
    location = _place(document, mismatch)
    what, holder = _what(rest, called), _what(rest[:-1], called)
    wrong = _Wrong(document.source, name, document.root, mismatch, what, holder, _rest_of_line(location))
    code, message, help_text = _wording(wrong)
    return Diagnostic(
        code=code[0],
        rule=code[1],
        severity=Severity.ERROR,
        message=message,
        location=location,
        element=identifier(element.get("id")) or None if element is not None else None,
        help=help_text,
        fix=_fix(document, name, mismatch),
    )


def _fix(document: Document, name: str, mismatch: Mismatch) -> tuple[Edit, ...]:
    root, path = document.root, mismatch.path
    change = safe_change(document.source, name, mismatch, _value(root, path[:-1]), _value(root, path))
    return fix(document, root, change) if isinstance(root, Mapping) else ()


def _what(rest: tuple[Step, ...], called: str) -> str:
    """What a path leads to, in words: item 2 of `inputs` of activity A1."""
    where = ".".join(str(step) for step in rest if isinstance(step, str))
    item = f"item {rest[-1] + 1} of " if rest and isinstance(rest[-1], int) else ""
    return f"{item}`{where}` of {called}" if where else f"{item}{called}"


def _place(document: Document, mismatch: Mismatch) -> Location:
    """An unknown key is shown itself, a missing one at the face of its map, anything else at its value."""
    holder = _value(document.root, mismatch.path)
    if mismatch.keyword == "required" and isinstance(holder, Mapping) and holder:
        return document.locate(holder, ())
    if isinstance(document.root, (Mapping, Sequence)):
        return document.locate(document.root, mismatch.path, at_key=mismatch.keyword == "additionalProperties")
    return Location(document.source, Span(1, 1, 1, 2))


def _rest_of_line(location: Location) -> str:
    """What stands on the line behind a place, as far as it can be told at a glance."""
    span = location.span
    return location.source.line(span.end_line)[span.end_column - 1 : span.end_column - 1 + LOOKED_AT] if span else ""


class _Wrong(NamedTuple):
    """A mismatch with all that its message needs: the schema, the data, and words for the place and its holder.

    `after` is what follows on the line.
    """

    source: SourceText
    schema: str
    root: object
    mismatch: Mismatch
    what: str
    holder: str
    after: str

    @property
    def value(self) -> object:
        """What stands there."""
        return _value(self.root, self.mismatch.path)


def _wording(wrong: _Wrong) -> tuple[tuple[str, str], str, str | None]:
    match wrong.mismatch.keyword:
        case "additionalProperties":
            return UNKNOWN_KEY, *_unknown_key(wrong)
        case "required":
            subject = wrong.mismatch.subject
            return MISSING_KEY, f"{wrong.what} has no `{subject}`", f"add `{subject}:`"
        case "type":
            return WRONG_TYPE, *_wrong_type(wrong)
        case "enum":
            return UNKNOWN_VALUE, *_unknown_value(wrong)
        case "const":
            message = f"{wrong.what} is {_shown(wrong.value)}; this ltcarch knows format 1 only"
            return UNKNOWN_VALUE, message, "write `ltcarch: 1`, without quotes"
    return MALFORMED_VALUE, *_malformed(wrong)


def _unknown_key(wrong: _Wrong) -> tuple[str, str]:
    path = wrong.mismatch.path[:-1]
    known = known_keys(wrong.schema, path)
    holder = _value(wrong.root, path)
    unused = [key for key in known if not isinstance(holder, dict) or key not in holder]
    words, key = key_words(wrong.source, wrong.schema, path), wrong.mismatch.subject
    slip = slip_in_key(key) or (_AFTER_COMMA if wrong.value is None and _ENDS_HERE.match(wrong.after) else None)
    help_text = slip or did_you_mean(key, words) or f"known keys: {', '.join(sorted(unused))}"
    return f"unknown key `{_shown(key)}` in {wrong.holder}", help_text


def _unknown_value(wrong: _Wrong) -> tuple[str, str]:
    near = nearest(str(wrong.value), wrong.mismatch.allowed)
    hint = f"did you mean `{near}`? " if near else ""
    return f"{wrong.what} cannot be `{_shown(wrong.value)}`", f"{hint}it is one of {', '.join(wrong.mismatch.allowed)}"


def _wrong_type(wrong: _Wrong) -> tuple[str, str]:
    allowed, value = wrong.mismatch.allowed, wrong.value
    wanted = _listed(_TYPES[name] for name in _TYPES if name in allowed)
    if value is None:
        if _COMMENT.match(wrong.after):
            return f"{wrong.what} is empty", "what follows # is a comment; put the text in quotes if # belongs to it"
        return f"{wrong.what} is empty", f"it must be {wanted}; delete it if there is nothing to say"
    if "string" in allowed and isinstance(value, (int, float)) and not _is_rule_setting(wrong.mismatch.path):
        return f"{wrong.what} is {_shown(value)}, which is no text", "put it in quotes to make it text"
    return f"{wrong.what} must be {wanted}, not {_kind_of(value)}", _correction(wrong, wanted)


def _correction(wrong: _Wrong, wanted: str) -> str:
    """What to do about a value of the wrong type: the likely slip, else an example."""
    allowed, value, path = wrong.mismatch.allowed, wrong.value, wrong.mismatch.path
    if isinstance(value, str):
        slip = slip_in_value(value) or (slip_in_key(value) if "object" in allowed else None)
        if slip:
            return slip
        if "object" in allowed and ":" in value:
            return "a space belongs after the colon"
        if "boolean" in allowed:
            return "write true or false, without quotes"
        if "integer" in allowed or "number" in allowed:
            return "write digits, without quotes"
    if not path:
        return "begin with a key such as `activities:` and indent what belongs to it"
    if _is_rule_setting(path):
        return "write off, info, warning or error, or a map with `severity:` and options"
    shown = example(wrong.schema, path)
    if "array" in allowed and "string" not in allowed and (isinstance(value, dict) or not shown):
        return "begin each item with `- `, on a line of its own below the key"
    if shown:
        return f"for example: {shown}"
    keys = limit(wrong.schema, path, "required")
    required = f" with {_listed(keys, 'and')}" if keys else ""
    return f"it must be {wanted}{required}"


def _is_rule_setting(path: tuple[Step, ...]) -> bool:
    return len(path) == 2 and path[0] == "rules"


def _malformed(wrong: _Wrong) -> tuple[str, str]:
    path, keyword = wrong.mismatch.path, wrong.mismatch.keyword
    bound = limit(wrong.schema, path, keyword)
    more = f"; {to_allow_more('patterns')}" if path in [(own,) for own in PATTERNS] else ""
    said = {
        "minLength": ("is empty", ""),
        "minItems": ("is an empty list", "delete it if there is nothing to say"),
        "minProperties": ("is an empty map", "delete it if there is nothing to say"),
        "maxLength": ("is too long", f"it has at most {bound} characters"),
        "maxItems": ("has too many items", f"it has at most {bound}{more}"),
        "uniqueItems": ("lists something twice", "keep one of them"),
        "propertyNames": ("has a key that is no language code", "write codes such as en or zh"),
        "minimum": (f"is too small: {_shown(wrong.value)}", f"it is at least {bound}"),
        "maximum": (f"is too large: {_shown(wrong.value)}", f"it is at most {bound}"),
    }
    problem, help_text = said.get(keyword, (f"is malformed: `{_shown(wrong.value)}`", ""))
    wanted = _WANTED.get(schema_at(wrong.schema, path)[1])
    shown = example(wrong.schema, path) or example(wrong.schema, path[:-1])
    fallback = (
        f"it must be {wanted}" if wanted else f"for example: {shown}" if shown else "write something, or delete it"
    )
    quoted = look_alike(wrong.value[:1], "“‘") if isinstance(wrong.value, str) else None
    return f"{wrong.what} {problem}", help_text or quoted or fallback


def _shown(value: object) -> str:
    """A value as it can stand in a sentence: on one line, and not too long."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = text.encode("unicode_escape").decode() if not text.isprintable() else text
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return f"`{_shown(value)}`"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a map" if isinstance(value, dict) else "a list" if isinstance(value, list) else "text"


def _listed(words: Iterable[str], conjunction: str = "or") -> str:
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def _value(root: object, path: tuple[Step, ...]) -> object:
    here = root
    for step in path:
        if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int)):
            here = here[step]  # type: ignore[index]
        else:
            return None
    return here
