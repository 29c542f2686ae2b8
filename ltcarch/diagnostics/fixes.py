"""From a change that is said by what it changes to the edit of a file."""

from ltcarch.diagnostics.diagnostic import Edit
from ltcarch.source.changes import Change, text_edit
from ltcarch.source.document import Document, Mapping


def fix(document: Document, start: Mapping, change: Change | None) -> tuple[Edit, ...]:
    """The edits that make a change, seen from a mapping; none where there is none, or the text does not allow it."""
    edit = text_edit(document, start, change) if change else None
    return (Edit(document.source.path, edit.span, edit.new_text),) if edit else ()
