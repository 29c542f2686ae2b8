"""Colour, for terminals that want it."""

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""Gives a text a style: one of `error`, `warning`, `info`, `path`, `faint`, `strong`, `help`."""

_CODES = {
    "error": "1;31",
    "warning": "1;35",
    "info": "36",
    "help": "32",
    "path": "1",
    "strong": "1",
    "faint": "2",
}


def plain(text: str, style: str) -> str:
    """The text as it is."""
    return text


def coloured(text: str, style: str) -> str:
    """The text in the style's colour, by ANSI codes that dark and light terminals show well: no yellow, no blue."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text
