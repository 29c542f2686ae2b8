"""What the CEL library says of an expression, in plain words, and the place that it means."""

import re
from typing import NamedTuple

from ltcarch.model.project import Check, Project
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.company.attributes import attributes_of
from ltcarch.rules.company.soundness import ANY, kinds_of
from ltcarch.rules.wording import listed, with_article
from ltcarch.source.document import Step
from ltcarch.source.text import Location, Span

_WHERE = r"ERROR: [^\n:]*:(-?\d+):(-?\d+): ([^\n]*)"
_STATUS = r"^[A-Z_]+: | \[[A-Z_]+\]$"
_UNKNOWN = r"undeclared reference to '([^']*)'"
_NO_OVERLOAD = r"no matching overload for '([^']*)' applied to '\((.*)\)'|overloads found ?: (\S+?)\((.*)\)"
_NO_KEY = r'Key not found in map : "?([^"]*)"?'
_NO_INDEX = r"index=(-?\d+) size=(\d+)"
_OUTER_COMMA = r", (?![^(]*\))"
_TYPE = r"^TYPE (.*)$"
_SYNTAX = r"^Syntax error: (.*?)(?: expecting .*)?$"
_ELEMENT = "element."
_REFERENCE = "the documentation of checks lists what an expression can ask"


class Told(NamedTuple):
    """What is wrong, what to do, and where in the expression: line and column from 1, and how many characters."""

    message: str
    help: str | None
    place: tuple[int, int, int] | None = None


def fault(check: Check, key: str, reason: str) -> Told:
    """Why an expression cannot be used."""
    expression = str(check.where if key == "where" else check.assert_)
    found = re.search(_WHERE, reason)
    line, column, said = (int(found[1]), int(found[2]), found[3]) if found else (0, 0, re.sub(_STATUS, "", reason))
    place = (line, column, 1) if line > 0 and column > 0 else None
    unknown = re.search(_UNKNOWN, said)
    if unknown:
        return _unknown(check, expression, unknown[1], place)
    kind = re.match(_TYPE, said)
    if kind:
        return Told(f"it gives {_type(kind[1])}, not true or false", "compare it with something", None)
    if "recursion" in said:
        return Told("it is nested too deep", "say it more simply, or make two checks of it", None)
    overload = re.search(_NO_OVERLOAD, said)
    if overload:
        return Told(
            _misfit(overload),
            "compare what is alike; the documentation of checks tells the type of each attribute",
            place,
        )
    syntax = re.match(_SYNTAX, said)
    if syntax:
        problem = syntax[1].replace("'<EOF>'", "its end")
        return Told(f"it cannot be read as CEL: {problem}", "look at the quotes, brackets and operators", place)
    return Told(said, _REFERENCE, place)


def _unknown(check: Check, expression: str, name: str, place: tuple[int, int, int] | None) -> Told:
    """A name that stands for nothing, underlined as a whole."""
    at = re.search(rf"\b{re.escape(name)}\b", expression)
    if at:
        before = expression[: at.start()]
        place = (before.count("\n") + 1, at.start() - (before.rfind("\n") + 1) + 1, len(name))
    known = [_ELEMENT + own for own in attributes_of(kinds_of(check))]
    if name.startswith(_ELEMENT):
        asked = ".".join(name.split(".")[:2])
        return Told(
            f"`{asked}` stands for nothing at {_subject(check)}", did_you_mean(asked, known) or _REFERENCE, place
        )
    help_text = f"did you mean `{_ELEMENT}{name}`?" if _ELEMENT + name in known else _REFERENCE
    return Told(f"`{name}` stands for nothing", help_text, place)


def _subject(check: Check) -> str:
    return "an element" if ANY in check.for_ else listed(map(with_article, check.for_), "or")


def undecided(reason: str) -> Told:
    """Why an expression gave no answer for an element."""
    said = re.sub(_STATUS, "", reason)
    missing, index, overload, kind = (re.search(own, said) for own in (_NO_KEY, _NO_INDEX, _NO_OVERLOAD, _TYPE))
    if missing:
        name = missing[1]
        return Told(f"there is no `{name}`", f'ask first, with `has(….{name})` or `"{name}" in …`')
    if index:
        return Told(f"there is no item {index[1]} in a list of {index[2]}", "ask for the `size(…)` of the list first")
    if overload:
        return Told(_misfit(overload), "ask first whether there is a value: `… != null && …`")
    if kind:
        return Told(f"it gives {_type(kind[1])}, not true or false", "compare it with something")
    if "budget" in said:
        return Told("it goes through too many items", "say it with fewer lists inside of each other")
    return Told(said, None)


def _misfit(overload: re.Match[str]) -> str:
    operator = (overload[1] or overload[3]).strip("_@").replace("_", "")
    types = re.split(_OUTER_COMMA, overload[2] if overload[2] is not None else overload[4])
    return f"`{operator}` does not go with {' and '.join(map(_type, types))}"


def _type(name: str) -> str:
    plain = {
        "string": "text", "int": "a number", "int64": "a number", "double": "a number", "uint": "a number",
        "bool": "true or false", "null_type": "nothing", "null": "nothing", "dyn": "any value", "bytes": "bytes",
    }  # fmt: skip
    lower = name.lower()
    return plain.get(lower) or ("a list" if lower.startswith("list") else "a map" if lower.startswith("map") else name)


def place_of(project: Project, path: tuple[Step, ...], expression: str, told: Told) -> Location:
    """The place that is meant in the project file; the whole expression where its text stands there otherwise."""
    whole = project.origin.locate(path)
    if told.place is None or whole.span is None:
        return whole
    line, column, length = told.place
    lines = expression.split("\n")
    first = _line_of(whole, lines[0])
    if first is None or line > len(lines):
        return whole
    number = first + line - 1
    after = whole.span.column - 1 if number == whole.span.line else 0
    at = whole.source.line(number).find(lines[line - 1], after)
    if at < 0:
        return whole
    start = at + min(column, len(lines[line - 1]) + 1)
    return Location(whole.source, Span(number, start, number, start + length))


def _line_of(whole: Location, text: str) -> int | None:
    """The line on which an expression begins: that of its key, or below it."""
    start = whole.span.line if whole.span else 0
    return next((number for number in range(start, start + 3) if text in whole.source.line(number)), None)
