"""What a parser's complaint means to somebody who writes YAML by hand, where it is best shown, and what to do."""

from typing import NamedTuple

import yaml

from ltcarch.source.faults import SYNTAX, Fault
from ltcarch.source.text import SourceText, Span

_QUOTE = "put the text in quotes"
_ESCAPES = "write \\\\ for a backslash, or put the text in single quotes"
_LOOK = "look at the indentation and the quotes of this line and the one above"


class _Saying(NamedTuple):
    """How to speak of one complaint. `at_context` shows it where the construct begins instead of where it broke."""

    problem: str
    context: str
    message: str
    help: str
    at_context: bool = False
    begins: str = ""


_CLOSE_QUOTE = ("this quote is never closed", "add the same quote at the end of the text")
_NOT_OF_MAP = (
    "this does not fit the map around it",
    "indent each key of a map alike; text that goes on after a closing quote must stand inside of it",
)
_NOT_OF_LIST = (
    "this does not belong to the list above",
    "begin each item with `- `, one below the other; a key of its own begins further to the left",
)

_SAYINGS = (
    _Saying("unexpected end of stream", "quoted scalar", *_CLOSE_QUOTE, at_context=True),
    _Saying("document indicator", "quoted scalar", *_CLOSE_QUOTE, at_context=True),
    _Saying("", "flow sequence", "a comma or the closing ] is missing",
            "separate the items with commas, and close the list", begins="the list begins here"),
    _Saying("", "flow mapping", "a comma or the closing } is missing",
            "separate the keys with commas, and close the map", begins="the map begins here"),
    _Saying("", "flow node", "a value or a closing bracket is missing",
            "close every [ with ] and every { with }"),
    _Saying("mapping values are not allowed", "", "a colon is not expected here",
            "if it belongs to the text, put the text in quotes; if it ends a key, look at the indentation"),
    _Saying("expected ':'", "", "a key without a colon",
            "write `key: value` with a space after the colon"),
    _Saying("block sequence entries are not allowed", "", "an item of a list cannot begin here",
            "begin the list on a line of its own below its key"),
    _Saying("expected key", "block mapping", *_NOT_OF_MAP),
    _Saying("<block end>", "block mapping", *_NOT_OF_MAP),
    _Saying("'-' indicator", "block collection", *_NOT_OF_LIST),
    _Saying("<block end>", "block collection", *_NOT_OF_LIST),
    _Saying("tab", "", "a tab stands where spaces are due", "indent with spaces"),
    _Saying("", "anchor", "no text may begin with & unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("", "alias", "no text may begin with * unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("", "tag", "no text may begin with ! unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("escape character", "quoted scalar", "there is no such escape in a quoted text", _ESCAPES),
    _Saying("escape code", "quoted scalar", "this escape stands for no character", _ESCAPES),
    _Saying("hex", "quoted scalar", "digits of an escape are missing", _ESCAPES),
    _Saying("", "block scalar", "nothing else may stand on the line of | or >",
            "begin the text on the next line, indented; if | or > belongs to it, put it in quotes"),
)  # fmt: skip
_FULL_WIDTH = {"：": "a colon `:` and a space", "，": "a comma `,`", "【": "[", "】": "]", "｛": "{", "｝": "}"}


def syntax_fault(source: SourceText, error: yaml.MarkedYAMLError) -> Fault:
    """The fault that a parser's error stands for."""
    problem, context = error.problem or "", error.context or ""
    at, around = error.problem_mark, error.context_mark
    if "cannot start any token" in problem and at is not None:
        saying = _cannot_begin(source.line(at.line + 1)[at.column : at.column + 1])
    else:
        saying = next((own for own in _SAYINGS if own.problem in problem and own.context in context), None)
    if saying is None:
        message = f"this is not YAML: {problem or 'it cannot be read'}{f' ({context})' if context else ''}"
        saying = _Saying("", "", message, _LOOK)
    mark = around if saying.at_context else at
    mark = mark or at or around
    if mark is None:
        return Fault(SYNTAX, saying.message, help=saying.help)
    related = (_span(source, around), saying.begins) if saying.begins and around is not None else None
    help_text = _full_width(source, mark.line) or saying.help
    return Fault(SYNTAX, saying.message, _span(source, mark), help_text, related)


def _cannot_begin(character: str) -> _Saying:
    """A character with which no value can begin."""
    if character == "\t":
        return next(own for own in _SAYINGS if own.problem == "tab")
    return _Saying("", "", f"no text may begin with {character or 'this'} unless it stands in quotes", _QUOTE)


def _full_width(source: SourceText, line: int) -> str | None:
    """A hint at Chinese punctuation on the line or the one above, which looks like YAML's and means nothing to it."""
    text = source.line(line) + source.line(line + 1)
    found = next((character for character in _FULL_WIDTH if character in text), None)
    return f"`{found}` is only text here; YAML needs {_FULL_WIDTH[found]}" if found else None


def _span(source: SourceText, mark: yaml.Mark) -> Span:
    """One character; the end of the file is shown after its last one that says something."""
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = len(source.line(line).rstrip()) + 1
    column = min(column, len(source.line(line)) + 1)
    return Span(line, column, line, column + 1)
