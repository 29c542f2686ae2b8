"""From bytes to text: UTF-8 only, within a size, without control characters."""

import re

from ltcarch.source.faults import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, Fault, Unusable
from ltcarch.source.text import Span

LARGEST_FILE = 64 * 1024 * 1024
_BYTE_ORDER_MARK = "\ufeff"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes) -> str:
    """The text of a file's bytes, without a byte order mark. Raises `Unusable`."""
    if len(data) > LARGEST_FILE:
        raise Unusable(
            Fault(
                TOO_LARGE,
                f"the file has {len(data):,} bytes, more than {LARGEST_FILE:,}",
                help="split it into several files; elements can stand in any file with `parent:`",
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(_not_utf8(data, error.start)) from None
    text = text.removeprefix(_BYTE_ORDER_MARK)
    found = _CONTROL.search(text)
    if found:
        raise Unusable(
            Fault(
                CONTROL_CHARACTER,
                f"the control character U+{ord(found[0]):04X} is not allowed",
                _span_at(text, found.start()),
                "delete it; many editors can show invisible characters",
            )
        )
    return text


def _not_utf8(data: bytes, offset: int) -> Fault:
    before = data[:offset].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    return Fault(
        NOT_UTF8,
        f"byte 0x{data[offset]:02X} is not UTF-8",
        _span_at(before, len(before)),
        "save the file as UTF-8",
    )


def _span_at(text: str, index: int) -> Span:
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, line, column + 1)
