"""Who belongs to whom: parents, children, levels and numbers."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from ltcarch.model.activity import Activity, Task
from ltcarch.model.element import Element
from ltcarch.model.kinds import HIERARCHY, LEVELS
from ltcarch.model.naming import natural_key
from ltcarch.model.process import Classification, ProcessElement

HierarchyElement = ProcessElement | Activity | Task
_LAST = 1 << 30
_LONGEST_LINEAGE = 64
_KEPT_LINEAGE = 16
"""No sound lineage is longer, and a chain of 100,000 parents must not fill the memory."""


class Hierarchy:
    """The tree from L1 to L6.

    A parent that does not exist counts as none, and a circle of parents is cut open, so that every walk ends;
    `circles` names the elements at which that was done. A lineage far beyond the six levels is cut as well, so that
    every walk is short; each of its elements that stands at a wrong level is a finding of its own.
    """

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self._elements = elements
        self._parents: dict[str, str] = {}
        self._children: dict[str, tuple[HierarchyElement, ...]] = {}
        self._lineages: dict[str, tuple[Element, ...]] = {}
        self.circles: tuple[tuple[str, ...], ...] = ()
        self._link()

    def _link(self) -> None:
        found = [own for own in self._elements.values() if own.KIND in LEVELS and own.KIND != "company"]
        members = cast(list[HierarchyElement], found)
        for element in members:
            parent = self._elements.get(element.parent or "")
            if parent is not None and parent.KIND in LEVELS and parent.KIND != "company":
                self._parents[element.id] = parent.id
        if not self._is_sound():
            self.circles = tuple(self._cut_circles())
            self._cut_long_lineages()
        children: dict[str, list[HierarchyElement]] = {}
        for element in members:
            children.setdefault(self._parents.get(element.id, ""), []).append(element)
        self._children = {parent: tuple(sorted(own, key=_sibling_order)) for parent, own in children.items()}

    def _is_sound(self) -> bool:
        """Whether no way up is a circle or too long; to be seen at once where what is above was read before."""
        depths: dict[str, int] = {}
        for own, parent in self._parents.items():
            if parent in self._parents and parent not in depths:
                return False
            depths[own] = depths.get(parent, 0) + 1
            if depths[own] > _LONGEST_LINEAGE:
                return False
        return True

    def _cut_circles(self) -> Iterator[tuple[str, ...]]:
        settled: set[str] = set()
        for start in sorted(self._without_top(), key=natural_key):
            way: dict[str, None] = {}
            here: str | None = start
            while here is not None and here not in settled and here not in way:
                way[here] = None
                here = self._parents.get(here)
            if here is not None and here in way:
                steps = list(way)
                circle = steps[steps.index(here) :]
                del self._parents[circle[0]]
                yield tuple(circle)
            settled.update(way)

    def _without_top(self) -> Iterator[str]:
        """The elements from which the way up does not end."""
        ends: dict[str, bool] = {}
        for start in self._parents:
            way: dict[str, None] = {}
            here = start
            while here in self._parents and here not in ends and here not in way:
                way[here] = None
                here = self._parents[here]
            ends.update(dict.fromkeys(way, ends.get(here, here not in way)))
        return (own for own, is_sound in ends.items() if not is_sound)

    def _cut_long_lineages(self) -> None:
        depths: dict[str, int] = {}
        for start in tuple(self._parents):
            way: list[str] = []
            here = start
            while here in self._parents and here not in depths:
                way.append(here)
                here = self._parents[here]
            depth = depths.get(here, 0)
            for own in reversed(way):
                depth += 1
                if depth > _LONGEST_LINEAGE:
                    del self._parents[own]
                    depth = 0
                depths[own] = depth

    @property
    def roots(self) -> tuple[HierarchyElement, ...]:
        """The elements without a parent: the classifications, in a sound architecture."""
        return self._children.get("", ())

    def parent(self, element: Element) -> Element | None:
        """The element above."""
        return self._elements.get(self._parents.get(element.id, ""))

    def children(self, element: Element, *kinds: str) -> tuple[HierarchyElement, ...]:
        """The elements just below, in their order; of these kinds only, if any are given."""
        own = self._children.get(element.id, ())
        return tuple([child for child in own if child.KIND in kinds]) if kinds else own

    def ancestors(self, element: Element) -> tuple[Element, ...]:
        """The elements above, the nearest first."""
        return self.lineage(element)[1:]

    def lineage(self, element: Element) -> tuple[Element, ...]:
        """The element itself, then its ancestors, the nearest first."""
        known = self._lineages.get(element.id)
        if known is None:
            above = self.parent(element)
            known = (element, *self.lineage(above)) if above is not None else (element,)
            if len(known) <= _KEPT_LINEAGE:
                self._lineages[element.id] = known
        return known

    def descendants(self, element: Element, *kinds: str) -> Iterator[HierarchyElement]:
        """Everything below, depth first in reading order."""
        children = self._children
        pending = list(reversed(children.get(element.id, ())))
        while pending:
            child = pending.pop()
            if not kinds or child.KIND in kinds:
                yield child
            below = children.get(child.id)
            if below:
                pending.extend(reversed(below))

    @cached_property
    def in_order(self) -> tuple[HierarchyElement, ...]:
        """All elements of the hierarchy, depth first in reading order."""
        return tuple(own for root in self.roots for own in (root, *self.descendants(root)))

    def within(self, element: Element, ancestor: Element) -> bool:
        """Whether an element is the other one or stands below it."""
        return ancestor in self.lineage(element)  # elements are equal to themselves alone

    def at_level(self, element: Element, kind: str) -> Element | None:
        """The element of that kind in its lineage."""
        for above in self.lineage(element):
            if kind == above.KIND:
                return above
        return None

    def classification(self, element: Element) -> Classification | None:
        """The L1 that it belongs to."""
        found = self.at_level(element, "classification")
        return found if isinstance(found, Classification) else None

    def level(self, element: Element) -> int:
        """0 for the company to 6 for a task."""
        return LEVELS[element.KIND]

    @cached_property
    def _numbers(self) -> dict[str, str]:
        numbers: dict[str, str] = {}
        for parent_id, siblings in self._children.items():
            for index, element in enumerate(siblings, start=1):
                own = element.number or str(element.order or index)
                numbers[element.id] = own if element.number or not parent_id else f".{own}"
        return numbers

    def number(self, element: Element) -> str:
        """The number shown to people, such as 4.1.2: what is stated, else derived from the order."""
        number = ""
        for above in self.lineage(element):
            number = self._numbers.get(above.id, "") + number
            if not number.startswith("."):
                break
        return number


def _sibling_order(element: HierarchyElement) -> tuple[object, ...]:
    order = element.order
    level = HIERARCHY.index(element.KIND)
    own = (0, element.position) if element.nested_in else (1, 0, natural_key(element.id))
    return (_LAST if order is None else order, -level, own, element.id)
