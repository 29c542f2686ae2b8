"""Single values as YAML, quoted only where a reader of YAML 1.2 or 1.1 could take them for something else."""

import re

from ltcarch.source.decoding import control_character
from ltcarch.source.quoting import double_quoted
from ltcarch.source.scalars import resolve

Scalar = str | int | float | bool | None
_PLAIN_START = re.compile(r"[^\W_]|[/(（“‘《「【_$+^.~;<=\\]")
_NEVER_PLAIN = re.compile(r"[\t\n\r\x85\u2028\u2029\ufeff]|: |:$| #| $|--- |\.\.\. ")
_NOT_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
_OTHER_IN_YAML_1_1 = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|=|<<"
    r"|[-+]?(0b[01_]+|0x[0-9a-f_]+|0o?[0-7_]+|[0-9][0-9_]*)"
    r"|[-+]?([0-9][0-9_]*)?\.[0-9_]*(e[-+]?[0-9]+)?|[-+]?[0-9][0-9_]*e[-+]?[0-9]+"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[-+]?\.(inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t \t].*)?",
    re.IGNORECASE | re.DOTALL,
)
_FORMAT_WORDS = frozenset({"on"})
"""Keys of the format itself that a reader of YAML 1.1 would not take for text."""


class NotWritable(ValueError):
    """A value that no file of the format can hold. The text is a plain sentence."""


def scalar(value: Scalar, *, in_brackets: bool = False) -> str:
    """A value on one line. Raises NotWritable for characters that nobody sees, and for numbers that are none."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    refuse_unseen(value)
    return value if reads_plain(value, in_brackets=in_brackets) else double_quoted(value)


def key(name: str, *, in_brackets: bool = False) -> str:
    """The key of an entry."""
    return name if name in _FORMAT_WORDS else scalar(name, in_brackets=in_brackets or "?" in name)


def reads_plain(text: str, *, in_brackets: bool = False) -> bool:
    """Whether a text needs no quotes."""
    return (
        _PLAIN_START.match(text) is not None
        and not _NEVER_PLAIN.search(text)
        and not (in_brackets and _NOT_IN_BRACKETS.search(text))
        and resolve(text) == text
        and not _OTHER_IN_YAML_1_1.fullmatch(text)
    )


def refuse_unseen(text: str) -> None:
    """Raise NotWritable for a text with a character that must not stand in a file."""
    found = control_character(text) or next((f"U+{ord(sign):04X}" for sign in text if "\ud800" <= sign <= "\udfff"), "")
    if found:
        raise NotWritable(f"the invisible character {found} cannot be written")


def _number(value: int | float) -> str:
    written = repr(value)
    mantissa, sign, exponent = written.partition("e")
    if sign and "." not in mantissa:
        written = f"{mantissa}.0e{exponent}"
    if resolve(written) != value:
        raise NotWritable(f"the number {written} has too many digits")
    return written
