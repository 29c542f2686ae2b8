"""Text that any document can hold."""

import re

_UNPRINTABLE = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_BLANKS = re.compile(r"[ \t\r\n]+")


def printable(text: str) -> str:
    """A line of text without what XML forbids, what turns the direction of writing, and breaks of the line."""
    return _BLANKS.sub(" ", _UNPRINTABLE.sub(" ", text))
