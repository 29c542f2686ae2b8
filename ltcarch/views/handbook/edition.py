"""An architecture as it is told in one language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ltcarch.model import Activity, Architecture, Artifact, Element, Flow, ProcessElement, Task, Text
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.naming import natural_key
from ltcarch.model.parts import ArtifactUse, End
from ltcarch.model.references import Reference
from ltcarch.views import amounts
from ltcarch.views.handbook.finding import Finding
from ltcarch.views.handbook.page import Cell, Facts, Line, Picture, Place, Span, cell, joined, line
from ltcarch.views.handbook.places import places
from ltcarch.views.labels import level_name, numbered
from ltcarch.views.words import value_word, word

Of = TypeVar("Of", bound=Element)
_MOST_STEPS = 8


@dataclass(frozen=True)
class Edition:
    """An architecture for the readers of one language: its names, with where they lead, and the product's words."""

    architecture: Architecture
    language: str
    findings: tuple[Finding, ...] | None = None
    """What the rules found, if they ran."""

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each element stands, by id."""
        return places(self.architecture)

    def word(self, english: str, **values: object) -> str:
        """A word of the product's own."""
        return word(english, self.language, **values)

    def value(self, attribute: str, value: str | None) -> str:
        """One of an attribute's values, in words."""
        return value_word(attribute, value, self.language).replace("_", " ") if value else ""

    def text(self, text: Text | str | None) -> str:
        """A text of the architecture; empty where there is none."""
        return text.in_language(self.language) if isinstance(text, Text) else text or ""

    def name(self, element_id: str) -> str:
        """The name of an element; a flow without one is called by its two ends."""
        flow = self.architecture.get(element_id, Flow)
        if flow is None or flow.name or not (flow.from_ or flow.to):
            return self.architecture.name(element_id, self.language)
        return " → ".join(self.name(side) for side in (flow.from_, flow.to) if side)

    def link(self, element_id: str | None) -> Span | None:
        """The name of an element, leading to where it stands."""
        return Span(self.name(element_id), self.places.get(element_id)) if element_id else None

    def mark(self, element: Element) -> str | None:
        """The mark by which others lead to an element on its page."""
        place = self.places.get(element.id)
        return place.mark if place else None

    def on_the_page(self, element: Element) -> list[Element]:
        """The element and those below that stand on its page."""
        page = self.places[element.id].page
        below = self.architecture.hierarchy.descendants(element)
        return [element, *(own for own in below if (found := self.places.get(own.id)) and found.page == page)]

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {element.id: index for index, element in enumerate(self.architecture.hierarchy.in_order)}

    @cached_property
    def _mentions(self) -> dict[str, dict[str, list[tuple[Element, Reference]]]]:
        """By element and attribute, as far as somebody asked."""
        return {}

    def order(self, element: Element) -> tuple[int, str]:
        """A sort key: the hierarchy in reading order, then all others by their ids."""
        return self._rank.get(element.id, len(self._rank)), natural_key(element.id)

    def mentions(self, element_id: str, *attributes: str) -> list[tuple[Element, Reference]]:
        """Who refers to an element in these attributes, and where, in order."""
        if element_id not in self._mentions:
            found: dict[str, list[tuple[Element, Reference]]] = {}
            for own, reference in self.architecture.mentions(element_id):
                found.setdefault(str(reference.path[0]), []).append((own, reference))
            self._mentions[element_id] = found
        known = self._mentions[element_id]
        kept = [own for attribute in attributes for own in known.get(attribute, ())]
        return sorted(kept, key=lambda own: self.order(own[0]))

    def users(self, element_id: str, *attributes: str) -> list[Element]:
        """The elements that refer to an element, each once, in order."""
        return list({user.id: user for user, _ in self.mentions(element_id, *attributes)}.values())

    def concerning(self, ids: Iterable[str], of: type[Of], *attributes: str) -> list[Of]:
        """The elements of a class that refer to one of several elements, each once, in order."""
        users = {user.id: user for own in ids for user in self.users(own, *attributes) if isinstance(user, of)}
        return sorted(users.values(), key=self.order)

    @cached_property
    def _findings_by_element(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for own in self.findings or ():
            found.setdefault(own.element or "", []).append(own)
        return found

    def findings_about(self, element_id: str) -> tuple[Finding, ...]:
        """What the rules found about an element."""
        return tuple(self._findings_by_element.get(element_id, ()))

    def knows(self, element_id: str) -> bool:
        """Whether there is an element with this id."""
        return element_id in self.architecture.elements

    def in_hierarchy(self, element: Element) -> bool:
        """Whether an element stands on one of the levels."""
        return element.KIND in HIERARCHY

    @cached_property
    def _subjects(self) -> dict[str, frozenset[Element]]:
        return {}

    def subjects(self, kind: str, fitting: Callable[[Architecture], Iterable[Element]]) -> frozenset[Element]:
        """The elements of which there is something to draw in pictures of a kind."""
        if kind not in self._subjects:
            self._subjects[kind] = frozenset(fitting(self.architecture))
        return self._subjects[kind]

    def picture(self, kind: str, caption: str, element: Element | None = None) -> Picture:
        """A picture of an element that has a page of its own, or of the company."""
        if element is None:
            return Picture(kind, kind, caption)
        return Picture(kind, f"{kind}-{self.file_name(element)}", caption, element.id)

    def holders(self, role_id: str) -> list[str]:
        """The positions that hold a role."""
        return [held.id for held in sorted(self.architecture.responsibility.positions(role_id), key=self.order)]

    def file_name(self, element: Element) -> str:
        """The name by which files about an element are stored."""
        place = self.places[element.id]
        return place.mark or place.page.rpartition("/")[2]

    def facts(self, *rows: tuple[str, Cell]) -> Facts | None:
        """Names with what stands for each of them, without the empty ones; names are words of the product's own."""
        made = tuple((self.word(label), content) for label, content in rows if content)
        return Facts(made, self.word(": ")) if made else None

    def links(self, ids: Iterable[str]) -> Cell:
        """Names of elements, one below the other."""
        return cell(*(self.link(element_id) for element_id in dict.fromkeys(ids)))

    def some_steps(self, ids: Iterable[str], place: Place | None) -> Cell:
        """Steps with their numbers, one below the other; of many only some, and where all of them stand."""
        found = list(dict.fromkeys(ids))
        if len(found) <= _MOST_STEPS:
            return cell(*(self.step(own) for own in found))
        more = Span(self.word("and {count} more", count=len(found) - _MOST_STEPS + 1), place, style="quiet")
        return cell(*(self.step(own) for own in found[: _MOST_STEPS - 1]), more)

    def in_a_row(self, ids: Iterable[str]) -> Line:
        """Names of elements in one line."""
        return self.enumerated(Span(self.name(own), self.places.get(own)) for own in dict.fromkeys(ids))

    def enumerated(self, spans: Iterable[Span]) -> Line:
        """Pieces in one line, separated as the language does."""
        return self.joined_by(spans, ", ")

    def joined_by(self, spans: Iterable[Span], separator: str) -> Line:
        """Pieces in one line with a separator of the product's words."""
        return joined(spans, self.word(separator))

    def numbered(self, element: Element) -> Span:
        """The number and name of an element of the hierarchy, leading to where it stands."""
        return Span(self.heading(element), self.places.get(element.id))

    def heading(self, element: Element) -> str:
        """The number and name of an element of the hierarchy."""
        return numbered(self.architecture, element, self.language)

    def step(self, element_id: str) -> Span | None:
        """A step of the hierarchy with its number; any other element by its name."""
        element = self.architecture.get(element_id)
        if isinstance(element, (ProcessElement, Activity, Task)):
            return self.numbered(element)
        return self.link(element_id)

    def level(self, element: Element) -> str:
        """What the element's level is called, such as `L3 Process`."""
        name = level_name(self.architecture, element.KIND, self.language)
        return f"L{self.architecture.hierarchy.level(element)} {name}"

    def artifact(self, use: ArtifactUse) -> Line:
        """An artifact that is taken or made, with its state, and whether it can be missing."""
        state = self.state(use)
        optional = self.word("optional") if use.optional else ""
        more = self.word(", ").join(part for part in (state, optional) if part)
        return line(self.link(use.artifact), Span(self.word(" ({more})", more=more), style="quiet") if more else None)

    def state(self, use: ArtifactUse) -> str:
        """The name of the state that an artifact is taken or made in."""
        artifact = self.architecture.get(use.artifact, Artifact)
        named = {state.id: state.name for state in artifact.states} if artifact else {}
        return self.text(named.get(use.state) or use.state)

    def end(self, element: Element | None, end_id: str) -> str:
        """The name of an end of a process."""
        ends: tuple[End, ...] = element.ends if isinstance(element, ProcessElement) else ()
        return next((self.text(end.name or end.id) for end in ends if end.id == end_id), end_id)

    def duration(self, iso: str | None) -> str:
        """An ISO 8601 duration in words; one that is none, as it stands."""
        return amounts.duration(iso, self.language)

    def amount(self, count: int, unit: str) -> str:
        """A number of days, roles or the like."""
        return amounts.amount(count, unit, self.language)

    def number(self, value: float) -> str:
        """A number with thousands told apart."""
        return amounts.number(value)
