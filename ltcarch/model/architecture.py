"""The whole architecture: every element by id, and the views of how they hang together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast, overload

from ltcarch.model.activity import Activity
from ltcarch.model.element import Element
from ltcarch.model.exchange import Exchange
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.naming import natural_key
from ltcarch.model.parts import Lifecycle
from ltcarch.model.process import ProcessElement
from ltcarch.model.project import Company, Project
from ltcarch.model.references import Reference, references_of
from ltcarch.model.register import Retired
from ltcarch.model.responsibility import Responsibility
from ltcarch.model.sequence import ProcessSequence

Of = TypeVar("Of", bound=Element)


@dataclass(frozen=True, eq=False)
class Architecture:
    """A company's process architecture, read and linked.

    `elements` holds every element by id, the company included. References that lead nowhere stay as they
    are: looking one up gives None. `duplicates` are elements whose id another one already has; `retired` ids
    stand apart, since they may not be anybody's id. `unread` holds ids of elements that could not be taken in (their
    file could not be read, or they have no usable id around them), so that nobody calls them unknown;
    `unread_words` every word there that may be an id. `has_dark_file` tells that not even the text of some file is
    known, or not even which files there are, so that anything may stand there.
    """

    project: Project
    company: Company
    elements: Mapping[str, Element]
    duplicates: tuple[Element, ...] = ()
    retired: tuple[Retired, ...] = ()
    unread: frozenset[str] = frozenset()
    unread_words: frozenset[str] = frozenset()
    has_dark_file: bool = False

    @overload
    def get(self, element_id: str | None) -> Element | None: ...

    @overload
    def get(self, element_id: str | None, of: type[Of]) -> Of | None: ...

    def get(self, element_id: str | None, of: type[Element] = Element) -> Element | None:
        """The element with this id, if it exists and is of this class."""
        element = self.elements.get(element_id or "")
        return element if isinstance(element, of) else None

    @cached_property
    def _out_of_sight(self) -> frozenset[str]:
        named = (reference.target for own in self.duplicates for reference in references_of(own))
        return self.unread_words.union(named)

    def is_out_of_sight(self, *element_ids: str) -> bool:
        """Whether something that could not be taken in names one of these, so that nobody can say what it lacks.

        That is a file that cannot be read, an element without an id, or one whose id another element has.
        """
        return self.has_dark_file or not self._out_of_sight.isdisjoint(element_ids)

    def may_exist(self, element_id: str) -> bool:
        """Whether there is an element with this id, or may be one among those that could not be taken in."""
        return element_id in self.elements or element_id in self.unread or self.has_dark_file

    @property
    def is_whole(self) -> bool:
        """Whether all that stands in the files could be taken in."""
        return not self._out_of_sight and not self.has_dark_file

    def is_cut_off(self, element: Element) -> bool:
        """Whether what stands above it could not be taken in, so that nobody can say what it inherits."""
        if self.is_whole or element.KIND not in HIERARCHY:
            return False
        top = self.hierarchy.lineage(element)[-1]
        parent = getattr(top, "parent", None)
        return parent is not None and parent not in self.elements and self.may_exist(parent)

    @cached_property
    def _by_class(self) -> dict[type[Element], tuple[Element, ...]]:
        found: dict[type[Element], list[Element]] = {}
        for element in self.hierarchy.in_order:
            found.setdefault(type(element), []).append(element)
        registers = [element for element in self.elements.values() if element.KIND not in HIERARCHY]
        for own in sorted(registers, key=lambda element: natural_key(element.id)):
            found.setdefault(type(own), []).append(own)
        return {of: tuple(elements) for of, elements in found.items()}

    def all(self, of: type[Of]) -> tuple[Of, ...]:
        """Every element of a class: the hierarchy in reading order, registers in the order of their ids.

        A class that others are derived from gives all of theirs, in reading order.
        """
        if of.KIND:
            return cast(tuple[Of, ...], self._by_class.get(of, ()))
        if of not in self._by_base:
            self._by_base[of] = tuple(element for element in self.hierarchy.in_order if isinstance(element, of))
        return cast(tuple[Of, ...], self._by_base[of])

    @cached_property
    def _by_base(self) -> dict[type[Element], tuple[Element, ...]]:
        """By class that others are derived from, as far as somebody asked."""
        return {}

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Parents, children, levels and numbers."""
        return Hierarchy(self.elements)

    @cached_property
    def responsibility(self) -> Responsibility:
        """Owners, roles and positions."""
        return Responsibility(self.elements, self.hierarchy)

    @cached_property
    def sequence(self) -> ProcessSequence:
        """The order of steps inside processes."""
        return ProcessSequence(self.elements, self.hierarchy)

    @cached_property
    def exchange(self) -> Exchange:
        """Inputs, outputs and flows."""
        return Exchange(self.elements, self.hierarchy)

    @cached_property
    def references(self) -> tuple[tuple[Element, tuple[Reference, ...]], ...]:
        """Every element with the references that it says."""
        return tuple((element, tuple(references_of(element))) for element in self.elements.values())

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[Element, Reference]]]:
        found: dict[str, list[tuple[Element, Reference]]] = {}
        for element, said in self.references:
            for reference in said:
                found.setdefault(reference.target, []).append((element, reference))
        return found

    def mentions(self, element_id: str) -> Sequence[tuple[Element, Reference]]:
        """Who refers to an element, and where."""
        return self._mentions.get(element_id, ())

    def lifecycle(self, element: Element) -> Lifecycle:
        """The lifecycle that holds for an element: its own, else the nearest one above, else the project's.

        It says nothing where the one above may stand in a file that could not be read.
        """
        return self._lifecycles.get(element.id) or self._lifecycle_at_top(element)

    @cached_property
    def _lifecycles(self) -> dict[str, Lifecycle]:
        found: dict[str, Lifecycle] = {}
        for element in self.hierarchy.in_order:
            own = element.lifecycle if isinstance(element, (ProcessElement, Activity)) else None
            parent = self.hierarchy.parent(element)
            found[element.id] = own or (found[parent.id] if parent else self._lifecycle_at_top(element))
        return found

    def _lifecycle_at_top(self, element: Element) -> Lifecycle:
        return Lifecycle() if self.is_cut_off(element) else self.project.lifecycle

    def is_published(self, element: Element) -> bool:
        """Whether an element's text is in force, so that it must be complete."""
        known = self._published.get(element.id)
        return self.lifecycle(element).status == "published" if known is None else known

    @cached_property
    def _published(self) -> dict[str, bool]:
        return {own: lifecycle.status == "published" for own, lifecycle in self._lifecycles.items()}

    def name(self, element_id: str, language: str | None = None) -> str:
        """The name of an element; the id itself where it is unknown."""
        element = self.elements.get(element_id)
        return element.label(language or self.project.language) if element else element_id
