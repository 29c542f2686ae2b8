"""Edits of a file's text that leave every byte around them as it was."""

from collections.abc import Iterable

from ltcarch.diagnostics import Edit
from ltcarch.source import SourceText

_BYTE_ORDER_MARK = "\ufeff"


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file after edits, whose places are those of its text without a byte order mark.

    Raises ValueError where two edits overlap.
    """
    text = data.decode("utf-8")
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    source = SourceText("", text.removeprefix(mark))
    pieces, reached = [mark], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start = source.offset(edit.span.line, edit.span.column)
        if start < reached:
            raise ValueError(f"two edits overlap at line {edit.span.line}")
        pieces += (source.text[reached:start], edit.new_text)
        reached = source.offset(edit.span.end_line, edit.span.end_column)
    return "".join((*pieces, source.text[reached:])).encode("utf-8")


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same text, or begin at the same place, so that they cannot both be made."""
    if one.path != other.path:
        return False
    (first, second) = sorted((one.span, other.span))
    begins = (second.line, second.column)
    return begins < (first.end_line, first.end_column) or begins == (first.line, first.column)
