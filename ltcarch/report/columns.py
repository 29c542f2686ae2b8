"""How wide text is in a terminal, where Chinese characters take two columns and some none."""

import unicodedata

TAB_WIDTH = 4


def shown(text: str) -> str:
    """The text as a terminal can show it: tabs as spaces, and what moves the cursor made visible."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t":
        return " " * TAB_WIDTH
    category = unicodedata.category(character)
    return (
        "\ufffd"
        if category in ("Cc", "Cs") or (category == "Cf" and character not in "\u200c\u200d\ufe0f")
        else character
    )


def width(text: str) -> int:
    """The number of terminal columns."""
    return sum(_width(character) for character in text)


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
    kept, used = [], 0
    for character in text:
        if used + _width(character) > columns - 1:
            break
        kept.append(character)
        used += _width(character)
    return "".join(kept) + "…"
