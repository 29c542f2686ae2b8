"""Which stretch of a text goes when an item of a list or an entry of a map is deleted.

Lines of its own go as a whole, with the comment at their end; inside of a line the item goes with one comma. Comments
on lines before and after stay. Where the text is laid out so that this is not certain, nothing is deleted.
"""

import re

from ltcarch.source.document import Collection, Document, Mapping, Sequence, Step, held
from ltcarch.source.text import SourceText, Span

_REST_OF_LINE = r"[ \t]*(,?)[ \t]*(#[^\n\r\x85\u2028\u2029]*)?(?=[\n\r\x85\u2028\u2029]|\Z)"
_COMMA = r"\s*,\s*"
_COMMA_AND_COMMENTS = r"\s*,(\s+(#[^\n\r\x85\u2028\u2029]*)?)*"


def deleted_span(document: Document, start: Collection, path: tuple[Step, ...]) -> Span | None:
    """The stretch of the item at a path, or of the outermost thing on the path that would be left empty.

    None where there is no such item, where `start` itself would be left empty, or where the layout is too unusual.
    """
    way = _way(start, path)
    while len(way) > 1 and len(way[-1][0]) == 1:
        way.pop()
    if not way or len(way[-1][0]) == 1:
        return None
    holder, step = way[-1]
    entries = tuple(holder) if isinstance(holder, Mapping) else tuple(range(len(holder)))
    cut = _from_flow if document.is_flow(holder) else _from_block
    stretch = cut(document, holder, entries, entries.index(step))
    return document.source.span(*stretch) if stretch else None


def _way(start: Collection, path: tuple[Step, ...]) -> list[tuple[Collection, Step]]:
    """Each collection on a path with the step out of it; empty where the path leads nowhere."""
    way: list[tuple[Collection, Step]] = []
    here: object = start
    for step in path:
        if not isinstance(here, (Mapping, Sequence)) or step not in (
            here if isinstance(here, Mapping) else range(len(here))
        ):
            return []
        way.append((here, step))
        here = held(here, step)
    return way


def _from_flow(document: Document, holder: Collection, entries: tuple[Step, ...], index: int) -> tuple[int, int] | None:
    text = document.source.text
    start, end = ends(document, holder, entries[index])
    line = line_start(document.source, start)
    rest = re.compile(_REST_OF_LINE).match(text, end)
    is_last = index == len(entries) - 1
    if rest and not text[line:start].strip() and (rest[1] or is_last):
        return line, next_line(document.source, end)
    if not is_last:
        following, _ = ends(document, holder, entries[index + 1])
        return (start, following) if re.compile(_COMMA).fullmatch(text, end, following) else None
    _, before = ends(document, holder, entries[index - 1])
    if re.compile(_COMMA).fullmatch(text, before, start):
        return before, end
    return (start, end) if re.compile(_COMMA_AND_COMMENTS).fullmatch(text, before, start) else None


def _from_block(
    document: Document, holder: Collection, entries: tuple[Step, ...], index: int
) -> tuple[int, int] | None:
    text = document.source.text
    start = block_start(document, holder, entries[index])
    _, end = ends(document, holder, entries[index])
    if start is None or end < start:
        return None
    while text[end - 1].isspace():
        end -= 1
    line = line_start(document.source, start)
    if not text[line:start].strip():
        rest = re.compile(_REST_OF_LINE).match(text, end)
        return (line, next_line(document.source, end)) if rest and not rest[1] else None
    following = block_start(document, holder, entries[index + 1]) if index + 1 < len(entries) else None
    return (start, following) if following and index == 0 and not text[end:following].strip() else None


def ends(document: Document, holder: Collection, step: Step) -> tuple[int, int]:
    """The offsets at which an entry begins, without the dash of a list, and ends."""
    source = document.source
    key_line, key_column, key_end, line, column, *_ = document.mark(holder, step)
    start = (
        source.offset(key_line + 1, key_column + 1)
        if isinstance(holder, Mapping)
        else source.offset(line + 1, column + 1)
    )
    while True:
        key_line, _, key_end, line, column, end_line, end_column = document.mark(holder, step)
        value = held(holder, step)
        if (line, column) != (end_line, end_column) or not isinstance(value, (Mapping, Sequence)) or not value:
            break
        holder, step = value, (list(value)[-1] if isinstance(value, Mapping) else len(value) - 1)
    end = source.offset(end_line + 1, end_column + 1)
    return start, max(end, source.offset(key_line + 1, key_end + 1)) if isinstance(holder, Mapping) else end


def block_start(document: Document, holder: Collection, step: Step) -> int | None:
    """The offset of an entry's key or dash."""
    source = document.source
    key_line, key_column, _, line, *_ = document.mark(holder, step)
    if isinstance(holder, Mapping):
        return source.offset(key_line + 1, key_column + 1)
    first_line, column = document.beginning(holder)
    if step == 0:
        return source.offset(first_line + 1, column + 1)
    while line > first_line:
        if source.line(line + 1)[: column + 1].strip() == "-" and source.line(line + 1)[column : column + 1] == "-":
            return source.offset(line + 1, column + 1)
        line -= 1
    return None


def line_start(source: SourceText, offset: int) -> int:
    """Where the line of an offset begins."""
    return source.offset(source.span(offset, offset).line, 1)


def next_line(source: SourceText, offset: int) -> int:
    """Where the line after that of an offset begins."""
    return source.offset(source.span(offset, offset).line + 1, 1)
