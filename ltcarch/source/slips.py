"""Slips of the hand that a parser notices late or never: Chinese punctuation, odd spaces, a space that is missing."""

import re
from typing import NamedTuple

from ltcarch.source.text import SourceText, Span

LOOKED_AT = 400
"""So many characters of a line are looked at: no hand writes a key behind them."""
_BEGIN = r"^(?P<indent> *(?:- +)*)"
_KEY = r"(?P<key>[\"'“‘]?[A-Za-z_][\w.-]*[\"'”’]?)"
_ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_DASH = "[\u2010-\u2015\u2212\u30fc\uff0d]"
_MEANT = {
    "：": "a colon `:` and a space", "，": "a comma `,`", "、": "a comma `,`", "；": "a comma `,`",
    "【": "[", "】": "]", "［": "[", "］": "]", "｛": "{", "｝": "}",
    "“": 'straight quotes `"`', "”": 'straight quotes `"`', "‘": "straight quotes `'`", "’": "straight quotes `'`",
}  # fmt: skip
_OPENING = "【［｛"
_COLON_IN_KEY = "^[\"']?[A-Za-z_]\\w*[\"']?\\s*(?P<at>[：:])"
_QUOTED = "(?s)^[“‘].*[”’]$"


class Slip(NamedTuple):
    """What went wrong, in plain words, where, and what to do."""

    message: str
    help: str
    span: Span


class _Pattern(NamedTuple):
    """A line that shows a slip at the group `at`. `{at}` in the texts is what stands there, `{key}` the key before."""

    line: str
    message: str
    help: str


_PATTERNS = (
    _Pattern(rf"^[ -]*(?P<at>{_ODD_SPACE}+)", "the space {at} is none to YAML", "indent with plain spaces"),
    _Pattern(rf"{_BEGIN}{_KEY}:(?P<at>{_ODD_SPACE}+)", "the space {at} is none to YAML",
             "delete it, and type a plain space after the colon"),
    _Pattern(rf"{_BEGIN}{_KEY}\s*(?P<at>：)", "`：` is only text to YAML, no colon", "write `{key}:` and a space"),
    _Pattern(rf"^ *(?P<at>{_DASH})\s*{_KEY}:", "{at} is only text to YAML, no hyphen",
             "begin an item of a list with `- `, a hyphen and a space"),
    _Pattern(rf"^ *(?P<at>-){_KEY}:(?:\s|$)", "a space is missing after the hyphen",
             "begin an item of a list with `- `, a hyphen and a space"),
    _Pattern(rf"{_BEGIN}{_KEY}(?P<at>:)(?=[^\s:/])", "a space is missing after the colon",
             "write `{key}: ` and then the value"),
)  # fmt: skip
_NO_COLON = rf"{_BEGIN}(?P<at>[A-Za-z_]\w*)(?P<rest> +[^:#\[{{]*)?$"


def slip_near(source: SourceText, line: int) -> Slip | None:
    """The slip in a line at which a parser stopped, or in the last one above it that says something."""
    above = _above(source, line)
    return next((slip for own in (above, line) if own and (slip := _slip_in(source, own))), None)


def key_without_colon(source: SourceText, line: int) -> Slip | None:
    """A key in the line above that lacks its colon, so that the parser stopped at the next one."""
    above = _above(source, line)
    found = re.match(_NO_COLON, source.line(above)[:LOOKED_AT]) if above else None
    if found is None or ("-" in source.line(above)[: found.start("at")] and not found["rest"]):
        return None
    span = Span(above, found.start("at") + 1, above, found.end("at") + 1)
    return Slip("a key without a colon", f"write `{found['at']}: ` and then the value, or begin its list below", span)


def _above(source: SourceText, line: int) -> int:
    return next((own for own in range(line - 1, max(line - 20, 0), -1) if source.line(own).strip()), 0)


def _slip_in(source: SourceText, line: int) -> Slip | None:
    text = source.line(line)[:LOOKED_AT]
    for own in _PATTERNS:
        found = re.match(own.line, text)
        if found:
            span = Span(line, found.start("at") + 1, line, found.end("at") + 1)
            told = {"at": _named(found["at"]), "key": found.groupdict().get("key", "")}
            return Slip(own.message.format(**told), own.help.format(**told), span)
    return None


def _named(text: str) -> str:
    return f"U+{ord(text[0]):04X}" if text.isspace() else f"`{text}`"


def look_alike(text: str, among: str = "".join(_MEANT)) -> str | None:
    """A hint at the first character of a text that looks like a sign of YAML's and means nothing to it."""
    found = next((character for character in text if character in among and character in _MEANT), None)
    return f"`{found}` is only text here; YAML needs {_MEANT[found]}" if found else None


def slip_in_key(key: str) -> str | None:
    """A hint at what is wrong with a key that is none: it swallowed its value, its quotes, or an odd space."""
    if re.search(_ODD_SPACE, key[:1]):
        return f"the space {_named(key[0])} is none to YAML; indent with plain spaces"
    found = re.match(_COLON_IN_KEY, key)
    if found and found["at"] == ":":
        return "a space belongs after the colon"
    return look_alike(key, "：") if found else look_alike(key) if re.match(_QUOTED, key) else None


def slip_in_value(value: str) -> str | None:
    """A hint at what is wrong with a text where a list or a map is due: brackets that are none."""
    return look_alike(value[:1], _OPENING)


def is_swallowed(key: str, by: str) -> bool:
    """Whether a key holds another one and its value, since the space after its colon is missing."""
    found = re.match(_COLON_IN_KEY, by)
    return found is not None and by[: found.start("at")].strip(" \"'") == key
