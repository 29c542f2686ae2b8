"""Changes as people read them: by the tree of processes, then by register, each value with what it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltcarch.interchange.changes import Added, Attribute, Change, Moved, Removed, Renamed, Reordered, Setting
from ltcarch.interchange.merge import Conflict, Fault
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records
from ltcarch.model.kinds import LEVELS
from ltcarch.report.columns import clipped, shown
from ltcarch.report.paint import Paint

LONGEST = 100
"""Columns that a value takes at most."""
_SIGN_STYLES = {"+": "help", "-": "error", "~": "info", ">": "info"}
_NOTHING = "nothing"


def change_lines(old: Records, new: Records, changes: Sequence[Change], language: str, paint: Paint) -> Iterator[str]:
    """The lines of a list of changes that make one architecture of another."""
    told = _told_by_element(old, changes, paint)
    settings = [own for own in changes if isinstance(own, Setting)]
    if settings:
        yield paint("the project file", "strong")
        for own in settings:
            yield from _value_lines(own.name, own.old, own.new, "  ", paint)
    removed = [own.record for own in changes if isinstance(own, Removed)]
    yield from _tree(new, removed, told, language, paint)
    yield from _registers(new, removed, told, language, paint)


def summary(changes: Iterable[Change]) -> str:
    """How much changes, in one line."""
    changes = tuple(changes)
    counts = [
        (sum(isinstance(own, kind) for own in changes), word)
        for kind, word in ((Added, "added"), (Removed, "removed"), (Renamed, "renamed"), (Moved, "moved"))
    ]
    changed = {own.key for own in changes if isinstance(own, Attribute)}
    counts.append((len(changed), "changed"))
    counts.append((sum(isinstance(own, Reordered) for own in changes), "put in another order"))
    parts = [f"{count:,} {word}" for count, word in counts if count]
    if any(isinstance(own, Setting) for own in changes):
        parts.append("the project file")
    return ", ".join(parts) or "nothing changes"


def conflict_lines(conflicts: Iterable[Conflict], ours: Records, language: str, paint: Paint) -> Iterator[str]:
    """The lines of a list of conflicts: what was there before, what they say there, and what we say here."""
    for own in conflicts:
        record = ours.by_key.get(own.key) if own.key else None
        name = f" {record.name(language)}" if record else ""
        what = f"{own.key.id}{name}" if own.key and own.key.id else "the project file" if not own.key else "the top"
        yield f"{paint(shown(what), 'strong')}: {paint(own.fault.value, 'error')}"
        if own.fault in (Fault.CHANGED_TWICE, Fault.PLACED_TWICE, Fault.ORDERED_TWICE):
            yield f"  {shown('.'.join(own.path))}"
            for word, value in (("before", own.base), ("theirs", own.theirs), ("ours", own.ours)):
                yield f"    {word + ':':8}{_said(value)}"
        elif own.path:
            yield f"  {shown(own.path[0])} stands below it"


def _told_by_element(old: Records, changes: Sequence[Change], paint: Paint) -> dict[Key, list[str]]:
    """By element, its sign and what is told of it."""
    told: dict[Key, list[str]] = {}
    for own in changes:
        match own:
            case Added():
                told.setdefault(own.record.key, ["+"])
            case Removed():
                told.setdefault(own.record.key, ["-"])
            case Renamed():
                told.setdefault(Key(own.new), ["~"]).append(f"id: {shown(own.old)} -> {shown(own.new)}")
            case Moved():
                told.setdefault(own.key, [">"]).append(_moved(own))
            case Attribute():
                told.setdefault(own.key, ["~"]).extend(_value_lines(own.name, own.old, own.new, "", paint))
            case Reordered():
                told.setdefault(Key(own.parent or ""), ["~"]).append(
                    f"order: {_said(list(own.old))} -> {_said(list(own.new))}"
                )
    return told


def _moved(change: Moved) -> str:
    kind = f"{change.old[0]} -> {change.new[0]}, " if change.old[0] != change.new[0] else ""
    return f"moved: {kind}{shown(change.old[1] or 'the top')} -> {shown(change.new[1] or 'the top')}"


def _tree(
    new: Records, removed: Sequence[ElementRecord], told: Mapping[Key, list[str]], language: str, paint: Paint
) -> Iterator[str]:
    """What changes in the hierarchy, with the elements above it."""
    gone: dict[str | None, list[ElementRecord]] = {}
    for own in removed:
        if own.kind in LEVELS:
            gone.setdefault(own.parent, []).append(own)
    above = _above(new, told, gone)
    depths: dict[str, int] = {}

    def below(parent: str | None, depth: int) -> Iterator[str]:
        for own in gone.get(parent, ()):
            yield from _element_lines(own, told, depth, language, paint)
            yield from below(own.id, depth + 1)

    for own in new.elements:
        if own.kind not in LEVELS:
            break
        depths[own.id] = depths.get(own.parent or "", -1) + 1
        if own.key in told or own.key in above:
            yield from _element_lines(own, told, depths[own.id], language, paint)
        yield from below(own.id, depths[own.id] + 1)
    lost = {own.id for own in removed}
    for parent in gone:
        if parent is None or (parent not in depths and parent not in lost):
            yield from below(parent, 0)


def _above(new: Records, told: Iterable[Key], gone: Iterable[str | None]) -> set[Key]:
    """The elements above what is told."""
    found: set[Key] = set()
    starts = [own.parent for own in map(new.by_key.get, told) if own is not None]
    for start in (*starts, *gone):
        here = new.get(start) if start else None
        while here is not None and here.key not in found:
            found.add(here.key)
            here = new.get(here.parent) if here.parent else None
    return found


def _registers(
    new: Records, removed: Sequence[ElementRecord], told: Mapping[Key, list[str]], language: str, paint: Paint
) -> Iterator[str]:
    listed = [own for own in (*new.elements, *removed) if own.kind not in LEVELS and own.key in told]
    for kind in dict.fromkeys(own.kind for own in listed):
        yield paint(kind.replace("_", " "), "strong")
        for own in listed:
            if own.kind == kind:
                yield from _element_lines(own, told, 1, language, paint)


def _element_lines(
    own: ElementRecord, told: Mapping[Key, list[str]], depth: int, language: str, paint: Paint
) -> Iterator[str]:
    sign, *lines = told.get(own.key, [" "])
    kind = f" ({own.kind.replace('_', ' ')})" if sign == "+" and own.kind in LEVELS else ""
    name = shown(own.name(language))
    text = f"{sign} {shown(own.id)}{f' {name}' if name != own.id else ''}{kind}"
    yield "  " * depth + paint(text, _SIGN_STYLES.get(sign, "faint"))
    for line in lines:
        yield f"{'  ' * depth}    {line}"


def _value_lines(name: str, old: Data, new: Data, indent: str, paint: Paint) -> Iterator[str]:
    """What becomes of a value: entry by entry for maps, what comes and goes for lists, else before and after."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            if old.get(key) != new.get(key):
                yield from _value_lines(f"{name}.{key}", old.get(key), new.get(key), indent, paint)
    elif isinstance(old, list) and isinstance(new, list) and _is_other_content(old, new):
        gone = [f"- {_said(item)}" for item in old if item not in new]
        come = [f"+ {_said(item)}" for item in new if item not in old]
        yield f"{indent}{shown(name)}:"
        for line in gone:
            yield f"{indent}  {paint(line, 'error')}"
        for line in come:
            yield f"{indent}  {paint(line, 'help')}"
    else:
        yield f"{indent}{shown(name)}: {paint(_said(old), 'error')} -> {paint(_said(new), 'help')}"


def _is_other_content(old: list[Data], new: list[Data]) -> bool:
    return any(item not in new for item in old) or any(item not in old for item in new)


def _said(value: Data) -> str:
    """A value on one line."""
    return clipped(_plainly(value), LONGEST)


def _plainly(value: Data) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, ElementRecord):
        return _plainly({"id": value.id, **value.attributes})
    if isinstance(value, Mapping):
        return ", ".join(f"{shown(str(key))}: {_plainly(own)}" for key, own in value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_plainly, value)) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return shown(str(value).replace("\n", " ⏎ "))
