"""What an attribute holds, in a reader's words."""

from collections.abc import Iterable, Mapping
from typing import Any

from ltcarch.model import Activity, Element
from ltcarch.model.parts import ArtifactUse, Chain, Next
from ltcarch.model.record import Record, declarations
from ltcarch.model.text import Text
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Line, Span, line

_VALUES = {
    ("classification", "kind"): "classification",
    ("unit", "kind"): "unit_kind",
    ("external", "kind"): "external",
    ("flow", "kind"): "flow",
    ("artifact", "type"): "artifact",
    ("control", "type"): "control",
    ("change", "status"): "change",
    ("Trigger", "type"): "trigger",
    ("ManagementElement", "kind"): "element",
    ("Maturity", "model"): "maturity_model",
    ("ChangeStep", "status"): "change_step",
    ("risk", "likelihood"): "rating",
    ("risk", "impact"): "rating",
    ("Lifecycle", "done"): "outcome",
}
"""Where the words for an attribute's values stand, for attributes that share their key with others."""

_DURATIONS = ("retention", "every", "timeout", "work", "wait")


def attribute_lines(edition: Edition, record: Record, key: str) -> list[Line]:
    """What an attribute of an element or part holds: a line for each of its values."""
    name, declared = declarations(type(record))[key]
    value = getattr(record, name)
    if value is None or value == ():
        return []
    if isinstance(value, Mapping):
        return [_pair(edition, key, own, held) for own, held in value.items()]
    values = value if isinstance(value, tuple) and not isinstance(value, Text) else (value,)
    return [told for own in values if (told := _line(edition, record, key, declared.form, own))]


def attribute_title(edition: Edition, keys: tuple[str, ...]) -> str:
    """What a reader calls an attribute, that of a part after the part's name."""
    words = [edition.value("attribute", key) for key in keys]
    told = edition.word(": ").join(words)
    return told[:1].upper() + told[1:]


def _line(edition: Edition, record: Record, key: str, form: str, value: Any) -> Line:
    if form.startswith("reference"):
        return line(edition.step(value))
    if isinstance(value, Record):
        return _record(edition, record, value)
    if isinstance(value, bool):
        return line(edition.word("yes") if value else edition.word("no"))
    if isinstance(value, (int, float)):
        return line(edition.number(value))
    if isinstance(value, Text):
        return line(edition.text(value))
    if key in _DURATIONS:
        return line(edition.duration(value))
    group = _VALUES.get((getattr(record, "KIND", "") or type(record).__name__, key), key)
    return line(edition.value(group, str(value)))


def _pair(edition: Edition, key: str, name: str, value: Any) -> Line:
    """One entry of a list of values by name."""
    axis = edition.architecture.project.axes.get(name) if key == "axes" else None
    if axis:
        named = {own.id: edition.text(own.name) or own.id for own in axis.values}
        return line(edition.text(axis.name) or name, edition.word(": "), named.get(value, str(value)))
    group = {"unset": "attribute", "enablers": "enabler"}.get(key)
    shown = edition.value(group, name) if group else name
    return line(shown, edition.word(": "), edition.text(value) if isinstance(value, Text) else str(value))


def _record(edition: Edition, around: Record, record: Record) -> Line:
    """A part of another record in one line: its name, else all that it says."""
    if isinstance(record, ArtifactUse):
        return _use(edition, record)
    if isinstance(record, (Next, Chain)):
        return _way_on(edition, around, record)
    name = getattr(record, "name", None)
    if name and record.__class__.__name__ in ("NamedValue", "End"):
        return line(edition.text(name))
    said = (
        (key, told)
        for key, (attribute, _) in declarations(type(record)).items()
        if attribute in vars(record)
        for told in [attribute_lines(edition, record, key)]
        if told
    )
    pieces = (
        (Span(edition.value("attribute", key) + edition.word(": ")), *_in_a_row(edition, told)) for key, told in said
    )
    return _parted(pieces, edition.word("; "))


def _use(edition: Edition, use: ArtifactUse) -> Line:
    """An artifact with its state and the other side."""
    sides = ((edition.word("from "), use.from_), (edition.word("to "), use.to))
    more = (line(Span(f" {lead}", style="quiet"), edition.link(side)) for lead, side in sides if side)
    return tuple(span for part in (edition.artifact(use), *more) for span in part)


def _way_on(edition: Edition, around: Record, way: Next | Chain) -> Line:
    """What follows an element, with the conditions."""
    element = around if isinstance(around, Element) else None
    process = edition.architecture.hierarchy.parent(element) if isinstance(element, Activity) else element
    end = edition.end(process, way.end) if isinstance(way, Next) and way.end else ""
    target = edition.step(way.to or "") or Span(edition.word("End: {end}", end=end) if end else edition.word("End"))
    on = edition.end(_ending(edition, element), way.on) if way.on else ""
    default = edition.word("else") if getattr(way, "default", False) else ""
    conditions = edition.word(", ").join(own for own in (on, edition.text(way.when), default) if own)
    more = Span(edition.word(" ({more})", more=conditions), style="quiet") if conditions else None
    return line("→ ", target, more)


def _ending(edition: Edition, element: Element | None) -> Element | None:
    """Whose ends an element goes on from: its own, or those of the process that it runs."""
    calls = element.calls.process if isinstance(element, Activity) and element.calls else None
    return edition.architecture.get(calls) if calls else element


def _in_a_row(edition: Edition, lines: list[Line]) -> Line:
    return _parted(lines, edition.word(", "))


def _parted(pieces: Iterable[Line], separator: str) -> Line:
    return tuple(span for index, own in enumerate(pieces) for span in (*((Span(separator),) if index else ()), *own))
