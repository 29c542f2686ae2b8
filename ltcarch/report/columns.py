"""How wide text is in a terminal, where Chinese characters take two columns and some none, and where it is broken."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

TAB_WIDTH = 4
_JOINERS = "\u200c\u200d\ufe0f"
_NO_CHARACTERS = "\ufffe\uffff"
_NEVER_FIRST = "，。、；：！？）》」』】〉”’,.;:!?)"
"""Marks that do not begin a line."""
_UNBROKEN = r"\s+|`[^`]{1,40}`[,.;:]?|[^\s\u1100-\u115f\u2e80-\uffdc\U00020000-\U0003fffd]+|."
"""White space, a quotation, a word of narrow characters, or one wide character: a line may be broken after each."""


def shown(text: str) -> str:
    """The text as a terminal can show it: tabs as spaces; what moves the cursor or turns text round made visible."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\t":
        return " " * TAB_WIDTH
    category = unicodedata.category(character)
    turning = category == "Cf" and character not in _JOINERS
    harmful = turning or category in ("Cc", "Cs", "Zl", "Zp") or character in _NO_CHARACTERS
    return "\ufffd" if harmful else character


def width(text: str) -> int:
    """The number of terminal columns."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clipped(text: str, columns: int) -> str:
    """The longest beginning of a text that fits, with an ellipsis where something is left out."""
    if width(text) <= columns:
        return text
    return first_columns(text, columns - 1) + "…"


def first_columns(text: str, columns: int) -> str:
    """The longest beginning of a text that fits."""
    used = 0
    for index, character in enumerate(text):
        used += _width(character)
        if used > columns:
            return text[:index]
    return text


def last_columns(text: str, columns: int) -> str:
    """The longest end of a text that fits."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += _width(text[index])
        if used > columns:
            return text[index + 1 :]
    return text


def wrapped(text: str, columns: int, taken: int = 0) -> Iterator[str]:
    """The lines of a text that is broken to fit. `taken` columns of the first line are used already.

    It breaks at spaces and beside Chinese characters, and within a word only if the word fits on no line.
    """
    line, room = "", columns - taken
    for piece in re.findall(_UNBROKEN, text):
        if width(line) + width(piece) <= room or piece in _NEVER_FIRST or piece.isspace():
            line += piece
            continue
        if line.strip() or (room < columns and width(piece) <= columns):
            yield line.rstrip()
            line, room = "", columns
        while width(piece) > room > 1:
            part = first_columns(piece, room)
            yield part
            piece, room = piece[len(part) :], columns
        line = piece
    yield line.rstrip()
