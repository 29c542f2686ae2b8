"""Elements that come, go, or stand elsewhere, in the text of their files."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ltcarch.interchange.edits.workspace import CannotEdit, Workspace
from ltcarch.interchange.records import Key
from ltcarch.model.element import Element
from ltcarch.model.kinds import COLLECTIONS
from ltcarch.source.deletion import deleted_span, next_line
from ltcarch.source.document import Document, Mapping
from ltcarch.source.document import Sequence as Row
from ltcarch.source.stretches import (
    Stretch,
    column_of,
    end_with_comments,
    ends_line,
    entry_stretch,
    line_stretch,
    own_stretch,
)
from ltcarch.source.text import SourceText
from ltcarch.writing.yaml_text import STEP, WIDTH, Items, element_lines, in_brackets
from ltcarch.writing.yaml_updates import Replacement


class Piece(NamedTuple):
    """An element to be put somewhere: its data, and its lines as they stood elsewhere, from which dash column."""

    data: dict[str, Any]
    lines: tuple[str, ...] = ()
    column: int = 0


def take_out(workspace: Workspace, own: Element) -> tuple[tuple[str, ...], int]:
    """Take an element with its comments out of its file: its lines, and the column of their dash; none in brackets."""
    document = own.origin.document
    owner, key, row = workspace.row(own)
    lines: tuple[str, ...] = ()
    column = 0
    if not document.is_flow(row):
        stretch = own_stretch(document, row, own.position)
        end = end_with_comments(document, row, own.position)
        lines = tuple(document.source.text[stretch.start : end].splitlines())
        column = column_of(document, row)
    workspace.edit(document.source.path, [_removal(document, owner, key, row, own.position)])
    return lines, column


def _removal(document: Document, owner: Mapping, key: str, row: Row, position: int) -> Replacement:
    source = document.source
    if len(row) == 1 and not (document.is_flow(owner) and len(owner) > 1):
        return Replacement(*_with_blank_line(source, _only_item(document, owner, key)), "")
    if len(row) > 1 and not document.is_flow(row):
        start, _ = own_stretch(document, row, position)
        stretch = Stretch(start, end_with_comments(document, row, position))
        return Replacement(*_with_blank_line(source, stretch), "")
    span = deleted_span(document, owner, (key, position))
    if span is None:
        raise CannotEdit(f"{source.path} is laid out so that an element cannot be taken out")
    return Replacement(source.offset(span.line, span.column), source.offset(span.end_line, span.end_column), "")


def _only_item(document: Document, owner: Mapping, key: str) -> Stretch:
    """The list with its key; in front of a further key on the line of a dash, up to that key."""
    start, end = line_stretch(document, owner, key)
    entry, _ = entry_stretch(document, owner, key)
    if document.source.text[start:entry].strip():
        raise CannotEdit(f"{document.source.path} is laid out so that an element cannot be taken out")
    return Stretch(start, max(end, end_with_comments(document, owner, key)))


def _with_blank_line(source: SourceText, stretch: Stretch) -> Stretch:
    """The stretch with one blank line above it, or else below it."""
    start, end = stretch
    text = source.text
    if start > 0 and (before := source.span(start, start).line - 1) >= 1 and not source.line(before).strip():
        return Stretch(source.offset(before, 1), end)
    if end < len(text) and not text[end : next_line(source, end)].strip():
        return Stretch(start, next_line(source, end))
    return stretch


def put_beside(workspace: Workspace, sibling: Element, piece: Piece, *, before: bool = False) -> None:
    """Put an element into the list of another one, behind it or before it."""
    document = sibling.origin.document
    _, _, row = workspace.row(sibling)
    at = sibling.position
    start, end = entry_stretch(document, row, at)
    if document.is_flow(row):
        text = in_brackets(piece.data)
        edit = Replacement(start, start, f"{text}, ") if before else Replacement(end, end, f", {text}")
    else:
        column = column_of(document, row)
        lines = _lines(piece, column, in_one=document.is_flow(row[at]))
        gap = [""] if _is_spaced(document, row, at) else []
        if before:
            edit = _at(document.source, own_stretch(document, row, at).start, [*lines, *gap])
        else:
            edit = _at(document.source, end_with_comments(document, row, at), [*gap, *lines])
    workspace.edit(document.source.path, [edit])


def put_into(workspace: Workspace, path: str, owner: Mapping, kind: str, piece: Piece) -> None:
    """Put an element into a map that has no list of its kind yet."""
    document = workspace.document(path)
    key = COLLECTIONS[kind]
    if owner.get(key) == []:
        raise CannotEdit(f"{path} has an empty list of {key}; delete it")
    last = list(owner)[-1]
    if document.is_flow(owner):
        end = entry_stretch(document, owner, last).end
        workspace.edit(path, [Replacement(end, end, f", {key}: [{in_brackets(piece.data)}]")])
        return
    column = column_of(document, owner)
    lines = [f"{' ' * column}{key}:", *_lines(piece, column + STEP)]
    workspace.edit(path, [_at(document.source, end_with_comments(document, owner, last), lines)])


def put_first(workspace: Workspace, path: str, kind: str, piece: Piece) -> None:
    """Put an element into a file that says nothing yet."""
    source = workspace.document(path).source
    workspace.edit(path, [_at(source, len(source.text), [f"{COLLECTIONS[kind]}:", *_lines(piece, STEP)])])


def reorder(workspace: Workspace, siblings: Sequence[Element]) -> None:
    """Bring elements of one list into this order; where others stand between them, these stay in their places."""
    document = siblings[0].origin.document
    _, _, row = workspace.row(siblings[0])
    slots = sorted(own.position for own in siblings)
    stretch = _item_in_brackets if document.is_flow(row) else _item_in_lines
    texts = [document.source.text[slice(*stretch(document, row, own.position))] for own in siblings]
    if not document.is_flow(row):
        texts = [text if text.endswith("\n") else f"{text}\n" for text in texts]
    edits = [Replacement(*stretch(document, row, slot), text) for slot, text in zip(slots, texts, strict=True)]
    workspace.edit(document.source.path, edits)


def _item_in_brackets(document: Document, row: Row, position: int) -> Stretch:
    return entry_stretch(document, row, position)


def _item_in_lines(document: Document, row: Row, position: int) -> Stretch:
    return Stretch(own_stretch(document, row, position).start, end_with_comments(document, row, position))


def _is_spaced(document: Document, row: Row, at: int) -> bool:
    """Whether a blank line parts items here."""
    source = document.source
    upper = at if at + 1 < len(row) else at - 1
    if upper < 0:
        return False
    between = source.text[end_with_comments(document, row, upper) : own_stretch(document, row, upper + 1).start]
    return not between.strip() and "\n" in between


def _lines(piece: Piece, column: int, *, in_one: bool = False) -> list[str]:
    """The lines of an element with its dash at a column: those that it had elsewhere, or new ones."""
    shift = column - piece.column
    if piece.lines and all(not line.strip() or len(line) - len(line.lstrip(" ")) >= -shift for line in piece.lines):
        return [_shifted(line, shift) for line in piece.lines]
    line = f"{' ' * column}- {in_brackets(piece.data)}"
    has_children = any(isinstance(value, Items) for value in piece.data.values())
    return [line] if in_one and not has_children and len(line) <= WIDTH else element_lines(piece.data, column)


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift >= 0 else line[-shift:]


def _at(source: SourceText, offset: int, lines: Sequence[str]) -> Replacement:
    text = "".join(f"{line}\n" for line in lines)
    return Replacement(offset, offset, text if ends_line(source, offset) else f"\n{text}")


def key_of(own: Element) -> Key:
    """What tells an element from all others."""
    return Key(own.id, own.KIND == "retired")
