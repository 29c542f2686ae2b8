"""Other values in a YAML text, with every byte around them as it was.

Each function gives edits for one pass: where two would touch, the later one waits until the text was read anew. What
stands in a text is told beside it in the form of the new value, since one thing can be written in several ways.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ltcarch.source.deletion import deleted_span, next_line
from ltcarch.source.document import Collection, Document, Mapping, Step, held
from ltcarch.source.document import Sequence as SourceSequence
from ltcarch.source.quoting import content, double_quoted
from ltcarch.source.stretches import column_of, ends_line, entry_stretch, line_stretch
from ltcarch.writing.yaml_scalars import key, scalar
from ltcarch.writing.yaml_text import WIDTH, entry_lines, in_brackets, item_lines

_REST = re.compile(r"[ \t]*(#[^\r\n]*)?(?=\r?\n|\Z)")


class Replacement(NamedTuple):
    """A new text for what stands between two offsets."""

    start: int
    end: int
    text: str


def replaced(text: str, edits: Sequence[Replacement]) -> str:
    """A text after edits, with its own ends of lines; of those that touch one another only the first is made."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits):
        if edit.start < reached or (pieces and edit.start == reached == edit.end):
            continue
        pieces += [text[reached : edit.start], edit.text.replace("\n", line_end)]
        reached = edit.end
    return "".join([*pieces, text[reached:]])


class Update(NamedTuple):
    """Another value for an entry; None where there was or is none."""

    name: str
    old: Any
    new: Any


def updates(document: Document, holder: Mapping, wanted: Sequence[Update], order: Sequence[str]) -> list[Replacement]:
    """The edits that give entries of a map other values. New entries go where `order` says."""
    found: list[Replacement] = []
    added: dict[int, list[tuple[str, Any]]] = {}
    for name, old, new in wanted:
        if name not in holder:
            if new is not None:
                added.setdefault(_predecessor(holder, name, order), []).append((name, new))
        elif new is None:
            found += _removed(document, holder, name)
        else:
            found += _updated(document, holder, name, old, new)
    ranks = {name: rank for rank, name in enumerate(order)}
    for at, entries in added.items():
        entries.sort(key=lambda entry: ranks.get(entry[0], len(ranks)))
        found += inserted_entries(document, holder, entries, at)
    return found


def inserted_entries(
    document: Document, holder: Mapping, entries: Sequence[tuple[str, Any]], at: int
) -> list[Replacement]:
    """The edit that puts new entries behind the one with this index."""
    before = list(holder)[at]
    _, end = entry_stretch(document, holder, before)
    if document.is_flow(holder):
        text = "".join(f", {key(name, in_brackets=True)}: {in_brackets(value)}" for name, value in entries)
        return [Replacement(end, end, text)]
    lines = [line for name, value in entries for line in entry_lines(name, value, column_of(document, holder))]
    return [lines_at(document, line_stretch(document, holder, before).end, lines)]


def lines_at(document: Document, offset: int, lines: Sequence[str]) -> Replacement:
    """The edit that puts lines at the beginning of a line, or at the end of a text whose last line does not end."""
    text = "".join(f"{line}\n" for line in lines)
    return Replacement(offset, offset, text if ends_line(document.source, offset) else f"\n{text}")


def _predecessor(holder: Mapping, name: str, order: Sequence[str]) -> int:
    """The index of the last entry that stands before a new one by its order; the first where none does."""
    ranks = {own: rank for rank, own in enumerate(order)}
    here = ranks.get(name, len(ranks))
    before = [index for index, own in enumerate(holder) if own == "id" or ranks.get(own, here) < here]
    return max(before, default=0)


def _removed(document: Document, holder: Collection, step: Step) -> list[Replacement]:
    span = deleted_span(document, holder, (step,)) if len(holder) > 1 else None
    if span is None:
        return []
    source = document.source
    return [Replacement(source.offset(span.line, span.column), source.offset(span.end_line, span.end_column), "")]


def _updated(document: Document, holder: Collection, step: Step, old: Any, new: Any) -> list[Replacement]:
    """The edits that give an entry or item another value."""
    former = held(holder, step)
    if isinstance(former, Mapping) and isinstance(old, dict) and isinstance(new, dict) and set(former) & set(new):
        inner = [Update(name, old.get(name), new.get(name)) for name in dict.fromkeys((*former, *new))]
        changed = [own for own in inner if own.old != own.new or (own.new is None and own.name in former)]
        return _guarded(document, holder, step, new, updates(document, former, changed, list(new)))
    if isinstance(former, SourceSequence) and former and isinstance(old, list) and isinstance(new, list) and new:
        if len(old) == len(former):
            return _guarded(document, holder, step, new, _list_updates(document, former, old, new))
    elif not isinstance(former, (Mapping, SourceSequence)) and not isinstance(new, (dict, list)):
        return _scalar_update(document, holder, step, new)
    return [_whole(document, holder, step, new)]


def _guarded(
    document: Document, holder: Collection, step: Step, value: Any, edits: list[Replacement]
) -> list[Replacement]:
    """Edits inside of brackets on one line that would make it too long give way to lines of their own."""
    source = document.source
    start, end = entry_stretch(document, holder, step)
    is_one_line = "\n" not in source.text[start:end]
    if document.is_flow(holder) or not is_one_line or not edits:
        return edits
    line = source.span(start, start).line
    grown = sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
    too_long = len(source.line(line)) + grown > WIDTH >= len(source.line(line))
    return [_whole(document, holder, step, value)] if too_long else edits


def _scalar_update(document: Document, holder: Collection, step: Step, value: Any) -> list[Replacement]:
    source = document.source
    span = document.value_span(holder, step)
    flow = document.is_flow(holder)
    if span is None or held(holder, step) is None:
        return [_whole(document, holder, step, value)]
    start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
    written = source.text[start:end]
    new = _in_style_of(written, value, flow)
    column = start - source.offset(span.line, 1)
    if written.startswith(("|", ">")) or content(written) != held(holder, step):
        return [_whole(document, holder, step, value)]
    if not flow and isinstance(value, str) and ("\n" in value or column + len(new) > WIDTH):
        return [_whole(document, holder, step, value)]
    return [Replacement(start, end, new)]


def _in_style_of(written: str, value: Any, flow: bool) -> str:
    text = scalar(value, in_brackets=flow)
    if isinstance(value, str) and written.startswith("'") and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return double_quoted(value) if isinstance(value, str) and written.startswith('"') else text


def _whole(document: Document, holder: Collection, step: Step, value: Any) -> Replacement:
    """The edit that writes an entry or item anew; a comment at the end of its first line stays there."""
    source = document.source
    start, end = entry_stretch(document, holder, step)
    if document.is_flow(holder):
        name = f"{key(str(step), in_brackets=True)}: " if isinstance(holder, Mapping) else ""
        return Replacement(start, end, name + in_brackets(value))
    column = start - source.offset(source.span(start, start).line, 1)
    lines = entry_lines(str(step), value, column) if isinstance(holder, Mapping) else item_lines(value, column)
    rest = _REST.match(source.text, end)
    comment = rest[0].rstrip() if rest and rest[1] else ""
    if comment and len(lines) > 1:
        end += len(comment)
    elif not comment:
        head = source.text[start : next_line(source, start)].rstrip("\r\n")
        comment = _comment(head, held(holder, step))
    else:
        comment = ""
    lines[0] += comment
    return Replacement(start, end, "\n".join(lines)[column:])


def _comment(head: str, value: object) -> str:
    """The comment at the end of the first line of a map or list in block style, or of a text in lines of its own."""
    found = re.search(r":[ \t]*(?:[|>][-+0-9]*)?([ \t]+#.*)$", head)
    is_below = isinstance(value, (Mapping, SourceSequence)) or re.search(r":[ \t]*[|>]", head)
    return found[1] if found and is_below else ""


def _list_updates(document: Document, former: SourceSequence, old: list[Any], new: list[Any]) -> list[Replacement]:
    """The edits that make one list of another: what stays is not touched."""
    found: list[Replacement] = []
    opcodes = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False).get_opcodes()
    for what, start, end, new_start, new_end in opcodes:
        if what == "equal":
            continue
        common = min(end - start, new_end - new_start)
        for index in range(common):
            found += _updated(document, former, start + index, old[start + index], new[new_start + index])
        for index in range(start + common, end):
            found += _removed(document, former, index)
        if new[new_start + common : new_end]:
            found += inserted_items(document, former, new[new_start + common : new_end], start + common - 1)
    return found


def inserted_items(
    document: Document,
    holder: SourceSequence,
    items: Sequence[Any],
    at: int,
    lines: Callable[[Any, int], list[str]] = item_lines,
) -> list[Replacement]:
    """The edit that puts new items behind the one with this index; -1 for the beginning."""
    index = max(at, 0)
    start, end = entry_stretch(document, holder, index)
    if document.is_flow(holder):
        text = ", ".join(map(in_brackets, items))
        return [Replacement(end, end, f", {text}") if at >= 0 else Replacement(start, start, f"{text}, ")]
    written = [line for item in items for line in lines(item, column_of(document, holder))]
    stretch = line_stretch(document, holder, index)
    return [lines_at(document, stretch.end if at >= 0 else stretch.start, written)]
