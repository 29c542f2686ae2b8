"""What is different from a former revision of the architecture, element by element, in a reader's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from ltcarch.model import Architecture, Element
from ltcarch.model.record import Record, declarations
from ltcarch.views.handbook.attribute_words import attribute_lines
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Line, Span, cell

_TOLD_APART = ("id", "former_ids")
_TOLD_BY_PLACE = ("parent", "order", "number")
"""What is not told as a change of an attribute: identity, and in the hierarchy the place among others."""


class Difference(NamedTuple):
    """One attribute, by its YAML keys, with what was there before and what is there now."""

    keys: tuple[str, ...]
    before: Cell
    now: Cell


@dataclass(frozen=True)
class Comparison:
    """An edition, and the same architecture as it was before for the same readers."""

    edition: Edition
    before: Architecture

    @cached_property
    def former(self) -> Edition:
        """The architecture as it was, for the same readers."""
        return replace(self.edition, architecture=self.before, findings=None)

    @cached_property
    def _ids_today(self) -> Mapping[str, str]:
        """What each id of before is called today, as far as it is known under another one."""
        today = self.edition.architecture.elements
        return {former: own.id for own in today.values() for former in own.former_ids if former not in today}

    @cached_property
    def _pairs(self) -> dict[str, Element]:
        """Each element of before by its id of today."""
        return {self._ids_today.get(own.id, own.id): own for own in self.before.elements.values()}

    @cached_property
    def added(self) -> dict[str, Element]:
        """What is there now and was not."""
        return {own.id: own for own in self.edition.architecture.elements.values() if own.id not in self._pairs}

    @cached_property
    def removed(self) -> dict[str, Element]:
        """What was there and is no more."""
        today = self.edition.architecture.elements
        return {own_id: own for own_id, own in self._pairs.items() if own_id not in today}

    @cached_property
    def differences(self) -> dict[str, tuple[Difference, ...]]:
        """What is different about each element that was there and still is."""
        pairs = ((own, self._pairs.get(own.id)) for own in self.edition.architecture.elements.values())
        return {now.id: tuple(self._differences(was, now)) for now, was in pairs if was is not None}

    def id_today(self, former: str | None) -> str:
        """Under which id something of before is known today."""
        return self._ids_today.get(former or "", former or "")

    def _differences(self, was: Element, now: Element) -> Iterator[Difference]:
        if was.id != now.id:
            yield Difference(("id",), cell(Span(was.id, style="formula")), cell(Span(now.id, style="formula")))
        if was.KIND != now.KIND:
            yield Difference(("kind",), *(cell(self.edition.value("kind", own.KIND)) for own in (was, now)))
        yield from self._of_parent(was, now)
        if now is self.edition.architecture.company:
            defaults = self.before.project.lifecycle, self.edition.architecture.project.lifecycle
            yield from self._of_attributes(*defaults, ("lifecycle",))
        yield from self._of_attributes(was, now, ())

    def _of_parent(self, was: Element, now: Element) -> Iterator[Difference]:
        if not self.edition.in_hierarchy(now):
            return
        stood = self.before.hierarchy.parent(was)
        stands = self.edition.architecture.hierarchy.parent(now)
        if self.id_today(stood.id if stood else None) != (stands.id if stands else ""):
            before = cell(self.former.heading(stood)) if stood else ()
            yield Difference(("parent",), before, cell(self.edition.step(stands.id)) if stands else ())

    def _told_apart(self, record: Record) -> tuple[str, ...]:
        in_hierarchy = isinstance(record, Element) and self.edition.in_hierarchy(record)
        return (*_TOLD_APART, *_TOLD_BY_PLACE) if in_hierarchy else _TOLD_APART

    def _of_attributes(self, was: Record, now: Record, keys: tuple[str, ...]) -> Iterator[Difference]:
        for key, (name, declared) in declarations(type(now)).items():
            old, new = getattr(was, name, declared.default), getattr(now, name)
            if old == new or (not keys and key in self._told_apart(now)):
                continue
            if declared.form == "part" and old is not None and new is not None:
                yield from self._of_attributes(old, new, (*keys, key))
                continue
            difference = _difference(attribute_lines(self.former, was, key), attribute_lines(self.edition, now, key))
            if difference:
                yield Difference((*keys, key), *difference)


def _difference(before: list[Line], now: list[Line]) -> tuple[Cell, Cell] | None:
    """What only one of two lists says; nothing where a reader is told the same."""
    told = [{_text(own) for own in lines} for lines in (before, now)]
    gone = tuple(_unlinked(own) for own in before if _text(own) not in told[1])
    come = tuple(own for own in now if _text(own) not in told[0])
    return (gone, come) if gone or come else None


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


def _unlinked(line: Line) -> Line:
    """A line of before, which leads nowhere today."""
    return tuple(replace(span, place=None) for span in line)
