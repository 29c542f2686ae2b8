"""Which stretch of a text an entry of a map or an item of a list takes, alone and with the comments about it."""

from typing import NamedTuple

from ltcarch.source.deletion import block_start, ends, line_start, next_line
from ltcarch.source.document import Collection, Document, Step
from ltcarch.source.text import SourceText


class Stretch(NamedTuple):
    """A stretch between two offsets."""

    start: int
    end: int


def entry_stretch(document: Document, holder: Collection, step: Step) -> Stretch:
    """From an entry's key, or an item's dash in block style, to the end of what it holds."""
    start, end = ends(document, holder, step)
    if not document.is_flow(holder):
        start = first if (first := block_start(document, holder, step)) is not None else start
        while end > start and document.source.text[end - 1].isspace():
            end -= 1
    return Stretch(start, end)


def line_stretch(document: Document, holder: Collection, step: Step) -> Stretch:
    """The whole lines of an entry or item in block style, without comments above it."""
    start, end = entry_stretch(document, holder, step)
    return Stretch(line_start(document.source, start), next_line(document.source, end))


def own_stretch(document: Document, holder: Collection, step: Step) -> Stretch:
    """The whole lines of an entry or item in block style, with the comments right above it."""
    source = document.source
    start, end = line_stretch(document, holder, step)
    entry, _ = entry_stretch(document, holder, step)
    column = entry - start
    while start > 0:
        above = line_start(source, start - 1)
        line = source.text[above:start]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
            break
        if above == 0 and "yaml-language-server" in line:
            break
        start = above
    return Stretch(start, end)


def end_with_comments(document: Document, holder: Collection, step: Step) -> int:
    """Where the lines of an entry or item end, with comments below it that stand further in."""
    source = document.source
    start, end = line_stretch(document, holder, step)
    column = entry_stretch(document, holder, step).start - start
    while end < len(source.text):
        line = source.text[end : next_line(source, end)]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end += len(line)
    return end


def column_of(document: Document, collection: Collection) -> int:
    """The column, counted from 0, of the keys or dashes of a collection in block style that is not empty."""
    return document.beginning(collection)[1]


def ends_line(source: SourceText, offset: int) -> bool:
    """Whether a new line begins at an offset."""
    return offset == 0 or source.text[offset - 1] == "\n"
