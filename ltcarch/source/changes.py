"""Changes to a file, said by what they change, and the edits of its text that bring them about.

A change names a path from a mapping, as a finding does; only its edit knows lines and columns. A change that the
text does not allow for certain has no edit.
"""

from typing import NamedTuple

from ltcarch.source.deletion import deleted_span
from ltcarch.source.document import Collection, Document, Mapping, Sequence, Step, held
from ltcarch.source.quoting import content, double_quoted, in_style_of
from ltcarch.source.text import Span

Path = tuple[Step, ...]


class ReplaceText(NamedTuple):
    """Another text in place of one. A path may lead into a short form: a text where a map or a list could stand."""

    path: Path
    former: str
    text: str


class ReplaceNumber(NamedTuple):
    """Another whole number in place of one."""

    path: Path
    former: int
    number: int


class RenameKey(NamedTuple):
    """Another name for the key at the end of a path."""

    path: Path
    key: str


class Quote(NamedTuple):
    """Quotes around a number, or a word like `true`, that is meant as text, to the letter."""

    path: Path


class Delete(NamedTuple):
    """The item or entry at the end of a path goes, and whatever it would leave empty on the path."""

    path: Path


Change = ReplaceText | ReplaceNumber | RenameKey | Quote | Delete


class TextEdit(NamedTuple):
    """A new text for a stretch of a file."""

    span: Span
    new_text: str


def text_edit(document: Document, start: Mapping, change: Change) -> TextEdit | None:
    """The edit of a document's text that makes a change; None where the text is not as expected."""
    match change:
        case ReplaceText():
            return _replaced(document, start, change)
        case ReplaceNumber():
            return _renumbered(document, start, change)
        case RenameKey():
            return _renamed(document, start, change)
        case Quote():
            return _quoted(document, start, change)
        case Delete():
            span = deleted_span(document, start, change.path)
            return TextEdit(span, "") if span else None


def _replaced(document: Document, start: Mapping, change: ReplaceText) -> TextEdit | None:
    value, span = _scalar(document, start, change.path)
    written = document.source.within(span) if span else ""
    if span is None or value != change.former or written.startswith(("|", ">")) or content(written) != value:
        return None
    return TextEdit(span, in_style_of(written, change.text))


def _renumbered(document: Document, start: Mapping, change: ReplaceNumber) -> TextEdit | None:
    value, span = _scalar(document, start, change.path)
    if span is None or isinstance(value, bool) or value != change.former:
        return None
    return TextEdit(span, str(change.number)) if content(document.source.within(span)) == value else None


def _quoted(document: Document, start: Mapping, change: Quote) -> TextEdit | None:
    value, span = _scalar(document, start, change.path)
    written = document.source.within(span) if span else ""
    if span is None or not isinstance(value, (int, float)) or content(written) != value:
        return None
    return TextEdit(span, double_quoted(written))


def _renamed(document: Document, start: Mapping, change: RenameKey) -> TextEdit | None:
    *above, key = change.path
    holder, _, _ = _follow(start, tuple(above))
    if not isinstance(holder, Mapping) or key not in holder or change.key in holder:
        return None
    span = document.key_span(holder, str(key))
    written = document.source.within(span) if span else ""
    if span is None or (written != key and content(written) != key):
        return None
    return TextEdit(span, in_style_of(written, change.key))


def _scalar(document: Document, start: Mapping, path: Path) -> tuple[object, Span | None]:
    """The scalar at a path and where it stands; no place where there is none, or nothing is written."""
    value, holder, step = _follow(start, path)
    if holder is None or step is None or value is None or isinstance(value, (Mapping, Sequence)):
        return None, None
    return value, document.value_span(holder, step)


def _follow(start: Mapping, path: Path) -> tuple[object, Collection | None, Step | None]:
    """What a path leads to, as far as there are maps and lists, and the last step to it; None where it breaks off."""
    here: object = start
    holder: Collection | None = None
    last: Step | None = None
    for step in path:
        if not isinstance(here, (Mapping, Sequence)):
            break
        if step not in (here if isinstance(here, Mapping) else range(len(here))):
            return None, None, None
        holder, last, here = here, step, held(here, step)
    return here, holder, last
