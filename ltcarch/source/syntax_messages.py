"""What a parser's complaint means to somebody who writes YAML by hand, where it is best shown, and what to do."""

import re
from typing import NamedTuple

import yaml

from ltcarch.source.faults import SYNTAX, Fault
from ltcarch.source.slips import LOOKED_AT, key_without_colon, look_alike, slip_near
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
_NOT_OF_MAP = ("this does not fit the map around it", "indent each key of a map alike")
_NOT_OF_LIST = (
    "this does not belong to the list above",
    "begin each item with `- `, one below the other, and indent its keys alike; "
    "a key that follows the list begins further to the left",
)
_MAPPING_VALUE = "mapping values are not allowed"

_SAYINGS = (
    _Saying("unexpected end of stream", "quoted scalar", *_CLOSE_QUOTE, at_context=True),
    _Saying("document indicator", "quoted scalar", *_CLOSE_QUOTE, at_context=True),
    _Saying("", "flow sequence", "a comma or the closing ] is missing",
            "separate the items with commas, and close the list", begins="the list begins here"),
    _Saying("", "flow mapping", "a comma or the closing } is missing",
            "separate the keys with commas, and close the map", begins="the map begins here"),
    _Saying("", "flow node", "a value or a closing bracket is missing",
            "close every [ with ] and every { with }"),
    _Saying("document start>", "", "nothing may follow the end of the document",
            "delete the line `...` that ends it, or move the rest to a file of its own"),
    _Saying(_MAPPING_VALUE, "", "a colon is not expected here",
            "if it ends a key, indent the key like the one above; if the line goes on with the text above, "
            "put that text in quotes"),
    _Saying("expected ':'", "", "a key without a colon",
            "write `key: value` with a space after the colon; a text that goes on is indented deeper than its key"),
    _Saying("block sequence entries are not allowed", "", "an item of a list cannot begin here",
            "begin the list on a line of its own below its key; put a text in quotes that begins with a hyphen"),
    _Saying("expected key", "block mapping", *_NOT_OF_MAP),
    _Saying("<block end>", "block mapping", *_NOT_OF_MAP),
    _Saying("'-' indicator", "block collection", *_NOT_OF_LIST),
    _Saying("<block end>", "block collection", *_NOT_OF_LIST),
    _Saying("tab", "", "a tab stands where spaces are due", "indent with spaces"),
    _Saying("", "anchor", "no text may begin with & unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("", "alias", "no text may begin with * unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("", "directive", "no text may begin with % unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("mapping keys are not allowed", "", "no text may begin with ? and a space unless it stands in quotes",
            _QUOTE),
    _Saying("", "tag", "no text may begin with ! unless it stands in quotes", _QUOTE, at_context=True),
    _Saying("escape character", "quoted scalar", "there is no such escape in a quoted text", _ESCAPES),
    _Saying("escape code", "quoted scalar", "this escape stands for no character", _ESCAPES),
    _Saying("hex", "quoted scalar", "digits of an escape are missing", _ESCAPES),
    _Saying("", "block scalar", "nothing else may stand on the line of | or >",
            "begin the text on the next line, indented; if | or > belongs to it, put it in quotes"),
)  # fmt: skip
_IN_FLOW = "，、；：】］｝"
_KEY_BEFORE = re.compile(r"(?:^|[\s{,-])[^\s{,:][^:]*:(?:\s|$)")
_COLON_IN_TEXT = _Saying("", "", "a colon and a space in a text that stands in no quotes",
                         "put the text in quotes")  # fmt: skip
_MISPLACED_ITEM = _Saying("", "", "this item does not stand below the others", "indent the items of a list alike")
_GOES_ON = {
    **dict.fromkeys("]}", _Saying("", "", "a text goes on after a closing bracket", "put the whole text in quotes")),
    '"': _Saying("", "", "a text goes on after its closing quote", "put the whole text in single quotes"),
    "'": _Saying("", "", "a text goes on after its closing quote",
                 "put the whole text in double quotes, such as \"the seller's part\""),
}  # fmt: skip


def syntax_fault(source: SourceText, error: yaml.MarkedYAMLError) -> Fault:
    """The fault that a parser's error stands for."""
    problem, context = error.problem or "", error.context or ""
    at, around = error.problem_mark, error.context_mark
    if "cannot start any token" in problem and at is not None:
        saying: _Saying | None = _cannot_begin(source.line(at.line + 1)[at.column : at.column + 1])
    else:
        saying = next((own for own in _SAYINGS if own.problem in problem and own.context in context), None)
    if saying is None:
        message = f"this is not YAML: {problem or 'it cannot be read'}{f' ({context})' if context else ''}"
        saying = _Saying("", "", message, _LOOK)
    if at is not None and "quoted scalar" not in context and (slip := slip_near(source, at.line + 1)):
        return Fault(SYNTAX, slip.message, slip.span, slip.help)
    saying = _seen_closely(source, at, saying) or saying
    if at is not None and saying.problem == _MAPPING_VALUE and (slip := key_without_colon(source, at.line + 1)):
        return Fault(SYNTAX, slip.message, slip.span, slip.help)
    mark = around if saying.at_context else at
    mark = mark or at or around
    if mark is None:
        return Fault(SYNTAX, saying.message, help=saying.help)
    related = (_span(source, around), saying.begins) if saying.begins and around is not None else None
    hint = look_alike(source.line(mark.line) + source.line(mark.line + 1), _IN_FLOW) if "flow" in context else None
    help_text = hint or saying.help
    return Fault(SYNTAX, saying.message, _span(source, mark), help_text, related)


def _cannot_begin(character: str) -> _Saying:
    """A character with which no value can begin."""
    if character == "\t":
        return next(own for own in _SAYINGS if own.problem == "tab")
    return _Saying("", "", f"no text may begin with {character or 'this'} unless it stands in quotes", _QUOTE)


def _seen_closely(source: SourceText, mark: yaml.Mark | None, saying: _Saying) -> _Saying | None:
    """What the line up to the place tells of a complaint about keys and items that do not fit."""
    before = source.line(mark.line + 1)[: mark.column][-LOOKED_AT:] if mark else ""
    here = source.line(mark.line + 1)[mark.column : mark.column + 2] if mark else ""
    if saying.problem == _MAPPING_VALUE:
        return _COLON_IN_TEXT if _KEY_BEFORE.search(before) else None
    if saying.message not in (_NOT_OF_MAP[0], _NOT_OF_LIST[0]):
        return None
    if here[:1] in ("}", "]"):
        return _Saying("", "", f"this {here[0]} closes nothing", f"delete it; {_QUOTE} if it belongs to one")
    if before.rstrip()[-1:] in ("'", '"', "]", "}"):
        return _GOES_ON[before.rstrip()[-1]]
    return _MISPLACED_ITEM if here in ("- ", "-") and not before.strip() else None


def _span(source: SourceText, mark: yaml.Mark) -> Span:
    """One character; the end of the file is shown after its last one that says something."""
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = len(source.line(line).rstrip()) + 1
    column = min(column, len(source.line(line)) + 1)
    return Span(line, column, line, column + 1)
