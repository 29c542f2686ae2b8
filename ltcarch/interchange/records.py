"""An architecture as plain data: every element with what was stated of it, its kind, its parent and its place.

Two architectures that say the same have equal records, however their files are laid out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ltcarch.interchange.plain import Data, attribute_keys, attributes_of, plain
from ltcarch.interchange.project_settings import settings_of
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.kinds import COLLECTIONS, HIERARCHY, LEVELS
from ltcarch.model.naming import natural_key

_LAST = 1 << 30
_REGISTERS = tuple(kind for kind in COLLECTIONS if kind not in HIERARCHY)
RETIRED = "retired"


class Key(NamedTuple):
    """What tells one record from another: its id, which a retired id may share with an element."""

    id: str
    is_retired: bool = False


class ElementRecord(NamedTuple):
    """One element: its kind, its id, its parent in the hierarchy, and its attributes in their full form.

    A parent that does not exist is kept as it was stated. Registers have no parent here: that of a KPI, a goal or a
    unit is an attribute.
    """

    kind: str
    id: str
    parent: str | None
    attributes: Mapping[str, Data]

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return Key(self.id, self.kind == RETIRED)

    def name(self, language: str = "") -> str:
        """Its name for a reader of this language; its id where it has none."""
        said = self.attributes.get("name", self.id)
        if not isinstance(said, Mapping):
            return str(said)
        return str(said.get(language) or next(iter(said.values()), self.id))


def element_record(kind: str, element_id: str, parent: str | None, data: Mapping[str, Data]) -> ElementRecord:
    """A record of attributes written in any way that YAML may write them."""
    return ElementRecord(kind, element_id, parent, attributes_of(kind, data))


@dataclass(frozen=True, eq=False)
class Records:
    """A whole architecture as records.

    `settings` is the project file's content but for `sources`. The elements of the hierarchy come first, depth first
    in reading order, then those of the registers by kind; `Records.of` brings any elements into this order. The order
    within a register means nothing: records that differ in it alone are equal.
    """

    settings: Mapping[str, Data]
    elements: tuple[ElementRecord, ...]

    @staticmethod
    def of(settings: Mapping[str, Data], elements: Iterable[ElementRecord]) -> "Records":
        """Records of elements whose siblings stand in their order; of two with one key the first counts."""
        return Records(settings, _in_order(elements))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self.settings == other.settings and self.by_key == other.by_key and self._hierarchy == other._hierarchy

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def by_key(self) -> dict[Key, ElementRecord]:
        """Every record by its key."""
        return {own.key: own for own in self.elements}

    @cached_property
    def _hierarchy(self) -> tuple[Key, ...]:
        return tuple(own.key for own in self.elements if own.kind in LEVELS)

    @cached_property
    def _children(self) -> dict[str | None, list[ElementRecord]]:
        found: dict[str | None, list[ElementRecord]] = {}
        for own in self.elements:
            if own.kind in LEVELS:
                found.setdefault(own.parent, []).append(own)
        return found

    def get(self, element_id: str) -> ElementRecord | None:
        """The element with this id, if there is one; retired ids are asked for by `by_key`."""
        return self.by_key.get(Key(element_id))

    def children(self, parent: str | None) -> tuple[ElementRecord, ...]:
        """The elements of the hierarchy whose stated parent this is, in reading order."""
        return tuple(self._children.get(parent, ()))

    def of_kind(self, kind: str) -> tuple[ElementRecord, ...]:
        """The records of a kind."""
        return tuple(own for own in self.elements if own.kind == kind)


def records_of(architecture: Architecture) -> Records:
    """What an architecture states. Of elements with one id the first counts."""
    inside = architecture.hierarchy.in_order
    others = (own for own in architecture.elements.values() if own.KIND in _REGISTERS)
    elements = (_record(own) for own in (*inside, *others, *architecture.retired))
    return Records.of(settings_of(architecture.project, architecture.company), elements)


def _record(element: Element) -> ElementRecord:
    full = plain(element)
    attributes = {key: full[key] for key in attribute_keys(element.KIND) if key in full}
    parent = element.parent if element.KIND in LEVELS else None  # type: ignore[attr-defined]
    return ElementRecord(element.KIND, element.id, parent, attributes)


def can_nest(parent_kind: str, kind: str) -> bool:
    """Whether an element of a kind may stand nested in one of another kind."""
    return parent_kind in HIERARCHY and kind in HIERARCHY and LEVELS[parent_kind] < LEVELS[kind]


def _in_order(elements: Iterable[ElementRecord]) -> tuple[ElementRecord, ...]:
    known: dict[Key, ElementRecord] = {}
    for own in elements:
        known.setdefault(own.key, own)
    inside = {own.id: own for own in known.values() if own.kind in LEVELS}
    registers = sorted(
        (own for own in known.values() if own.kind not in LEVELS), key=lambda own: _REGISTERS.index(own.kind)
    )
    return (*_hierarchy(inside), *registers)


def _hierarchy(inside: Mapping[str, ElementRecord]) -> Iterable[ElementRecord]:
    """Depth first; what hangs in a circle of parents comes last."""
    children: dict[str | None, list[ElementRecord]] = {}
    for own in inside.values():
        children.setdefault(own.parent if own.parent in inside else None, []).append(own)
    for parent, siblings in children.items():
        kind = inside[parent].kind if parent else ""
        siblings.sort(key=lambda own, kind=kind: _sibling_order(own, kind))  # type: ignore[misc]
    done: dict[str, ElementRecord] = {}
    starts = [*children.get(None, ()), *sorted(inside.values(), key=lambda own: natural_key(own.id))]
    for start in starts:
        pending = [start]
        while pending:
            own = pending.pop()
            if own.id not in done:
                done[own.id] = own
                pending.extend(reversed(children.get(own.id, ())))
    return done.values()


def _sibling_order(own: ElementRecord, parent_kind: str) -> tuple[object, ...]:
    """As in the model's hierarchy; those that stand in one list keep their order."""
    order = own.attributes.get("order")
    by_id = () if can_nest(parent_kind, own.kind) else (natural_key(own.id), own.id)
    return (_LAST if order is None else order, -LEVELS[own.kind], by_id)
