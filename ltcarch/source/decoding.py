"""From bytes to text: UTF-8 only, within a size, without characters that nobody sees.

Line separators other than those of YAML 1.2 are among the latter: the parser would break lines at them, and an
editor would not.
"""

import re

from ltcarch.source.faults import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, Fault, Unusable
from ltcarch.source.limits import limit, megabytes, to_allow_more
from ltcarch.source.text import SourceText, Span

LARGEST_FILE = megabytes("file_megabytes")
MOST_SIGNS = limit("file_values")
"""So many signs that may begin a value or key are read of one file: each takes some 200 bytes of memory."""
_SIGNS = (",", "[", "{", ":", "\n", "- ", "? ")
_BYTE_ORDER_MARK = "\ufeff"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SPLIT = "split it into several files; elements can stand in any file with `parent:`"
_SAVE_AS_UTF8 = "save the file as UTF-8; some programs write another encoding, such as GBK, unless told otherwise"


def decode(data: bytes) -> str:
    """The text of a file's bytes, without a byte order mark. Raises `Unusable`."""
    if len(data) > LARGEST_FILE:
        raise Unusable(
            Fault(
                TOO_LARGE,
                f"the file has {len(data):,} bytes, more than {LARGEST_FILE:,}",
                help=f"{_SPLIT}; {to_allow_more('file_megabytes')}",
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(_not_utf8(data, error.start)) from None
    text = text.removeprefix(_BYTE_ORDER_MARK)
    found = _CONTROL.search(text)
    if found:
        raise Unusable(_control_character(text, found.start()))
    if len(text) > MOST_SIGNS and sum(map(text.count, _SIGNS)) > MOST_SIGNS:
        raise Unusable(
            Fault(
                TOO_LARGE,
                f"the file holds more than {MOST_SIGNS:,} values, more than a review can read",
                help=f"{_SPLIT}; {to_allow_more('file_values')}",
            )
        )
    return text


def control_character(text: str) -> str | None:
    """The first character of a text that must not stand in a file, by its number; None where there is none."""
    found = _CONTROL.search(text)
    return _number(found[0]) if found else None


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


def _control_character(text: str, index: int) -> Fault:
    start = text[:200]
    if start.count("\x00") * 3 >= len(start):
        return Fault(NOT_UTF8, "the file looks like UTF-16, not UTF-8", _span_at(text, index), _SAVE_AS_UTF8)
    return Fault(
        CONTROL_CHARACTER,
        f"the invisible character {_number(text[index])} is not allowed",
        _span_at(text, index),
        "delete it and type the text around it anew; many editors can show invisible characters",
    )


def _not_utf8(data: bytes, offset: int) -> Fault:
    if data.startswith(_UTF16_MARKS):
        return Fault(NOT_UTF8, "the file is UTF-16, not UTF-8", Span(1, 1, 1, 2), _SAVE_AS_UTF8)
    before = data[:offset].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    return Fault(NOT_UTF8, f"byte 0x{data[offset]:02X} is not UTF-8", _span_at(before, len(before)), _SAVE_AS_UTF8)


def _span_at(text: str, index: int) -> Span:
    before = SourceText("", text[:index])
    line, column = len(before.lines), len(before.lines[-1]) + 1
    return Span(line, column, line, column + 1)
