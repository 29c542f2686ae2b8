"""The line of a finding as it stands in the file, with its span underlined."""

from collections.abc import Iterator

from ltcarch.report.columns import clipped, last_columns, shown, width
from ltcarch.report.screen import Screen
from ltcarch.source.text import Location

MARGIN = "      |"


def code_frame(location: Location, screen: Screen, style: str) -> Iterator[str]:
    """Two lines: the file's, cut to fit, and the underline. Nothing for a file as a whole."""
    span = location.span
    line = location.source.line(span.line) if span else ""
    if span is None or not line:
        return
    start = span.column - 1
    end = max(span.end_column - 1 if span.end_line == span.line else len(line), start + 1)
    room = screen.room(len(MARGIN) + 1)
    far = 2 * room  # characters that can matter; a line may be as long as its file
    before = shown(line[max(start - far, 0) : start])
    marked = shown(line[start : min(end, start + far)])
    after = shown(line[end : end + far])
    around = room // 4
    needed = width(before) + width(marked) + min(width(after), around)
    if start > far or (needed > room and width(before) > around):
        before = "…" + last_columns(before, max(room - width(marked) - around - 1, around))
    indent = width(before)
    underline = min(max(width(marked), 1), max(room - indent, 1))
    yield f"{screen.paint(f'{span.line:>5} |', 'faint')} {clipped(before + marked + after, room)}"
    yield f"{screen.paint(MARGIN, 'faint')} {' ' * indent}{screen.paint('^' * underline, style)}"
