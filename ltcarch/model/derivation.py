"""What an element takes and makes where it does not say so: what its parts exchange with the rest."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ltcarch.model.element import Element
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.parts import ArtifactUse
from ltcarch.source.document import Step


class Use(NamedTuple):
    """One statement that an element takes or makes an artifact."""

    element: Element
    use: ArtifactUse
    path: tuple[Step, ...]


Uses = Mapping[str, tuple[Use, ...]]
Counts = dict[str, int]
"""How many uses stand at or below an element, by its id."""
Derived = dict[str, tuple[ArtifactUse, ...]]
_ALL = ""
"""Stands beside ids of elements for the whole architecture; no id is empty."""


def agree(one: str | None, other: str | None) -> bool:
    """Whether two uses may mean the same state: where one names none, it may be any."""
    return one is None or other is None or one == other


FEW_USERS = 4
"""Up to so many users of an artifact are looked at one by one."""
DEEPEST_PART = 50
"""So many levels of parts are looked at: a chain of thousands would be looked through for each of its links."""


class Kinship:
    """Which artifacts are parts of which."""

    def __init__(self, parts: Mapping[str, list[str]], wholes: Mapping[str, str]) -> None:
        """`parts` gives the direct parts of an artifact, `wholes` the one that it is a part of."""
        self._parts = parts
        self._wholes = wholes

    def parts(self, artifact_id: str) -> list[str]:
        """All parts of an artifact, and theirs."""
        found: dict[str, None] = {}
        pending = [(artifact_id, 0)] if artifact_id in self._parts else []
        while pending:
            whole, level = pending.pop()
            for part in self._parts.get(whole, ()) if level < DEEPEST_PART else ():
                if part not in found and part != artifact_id:
                    found[part] = None
                    pending.append((part, level + 1))
        return list(found)

    def has_kin(self, artifact_id: str) -> bool:
        """Whether an artifact has parts or is one."""
        return artifact_id in self._parts or artifact_id in self._wholes

    def wholes(self, artifact_id: str) -> list[str]:
        """The artifact that it is a part of, the one that this is a part of, and so on."""
        found: dict[str, None] = {}
        whole = self._wholes.get(artifact_id)
        while whole is not None and whole not in found and whole != artifact_id and len(found) < DEEPEST_PART:
            found[whole] = None
            whole = self._wholes.get(whole)
        return list(found)


class _Few(NamedTuple):
    """Some uses, told by the elements at and above each: what most artifacts have needs no counting."""

    lineages: tuple[tuple[Element, ...], ...]

    @property
    def everywhere(self) -> int:
        """How many uses there are."""
        return len(self.lineages)

    def at(self, place: Element) -> int:
        """How many of them stand at or below a place."""
        found = 0
        for lineage in self.lineages:
            found += place in lineage
        return found


class _Counted(NamedTuple):
    """Some uses, as counts by place that add up to them."""

    counts: tuple[Counts, ...]

    @property
    def everywhere(self) -> int:
        """How many uses there are."""
        return sum(counts[_ALL] for counts in self.counts)

    def at(self, place: Element) -> int:
        """How many of them stand at or below a place."""
        return sum(counts.get(place.id, 0) for counts in self.counts)


class _Places:
    """How many uses of an artifact stand at or below an element.

    Where there are many, each artifact's uses are counted once; those of its parts and wholes are added when asked for,
    whatever their state, so that a whole with many parts costs no more than its uses.
    """

    def __init__(self, uses: Uses, kinship: Kinship, hierarchy: Hierarchy) -> None:
        self._uses = uses
        self._kinship = kinship
        self._hierarchy = hierarchy
        self._by_state = cache(self._count_by_state)
        self._in_any_state = cache(self._count_in_any_state)
        self._in_parts = cache(self._count_in_parts)
        self._counted = cache(self._count)

    def let_go(self) -> None:
        """Forget all counts: the caches and this hold each other, and a run does without the collector of circles."""
        for own in (self._by_state, self._in_any_state, self._in_parts, self._counted):
            own.cache_clear()

    def agreeing(self, artifact_id: str, state: str | None) -> _Few | _Counted:
        """The uses of an artifact which agree with a state, and those of its parts and wholes."""
        uses = self._uses.get(artifact_id, ())
        if len(uses) > FEW_USERS or self._kinship.has_kin(artifact_id):
            return self._counted(artifact_id, state)
        lineage = self._hierarchy.lineage
        return _Few(tuple([lineage(own.element) for own in uses if agree(own.use.state, state)]))

    def _count(self, artifact_id: str, state: str | None) -> _Counted:
        own = [counts for named, counts in self._by_state(artifact_id).items() if agree(named, state)]
        if not self._kinship.has_kin(artifact_id):
            return _Counted(tuple(own))
        wholes = map(self._in_any_state, self._kinship.wholes(artifact_id))
        return _Counted(tuple(counts for counts in (*own, self._in_parts(artifact_id), *wholes) if counts))

    def _count_by_state(self, artifact_id: str) -> dict[str | None, Counts]:
        counted: dict[str | None, Counts] = {}
        for own in self._uses.get(artifact_id, ()):
            counts = counted.setdefault(own.use.state, {_ALL: 0})
            counts[_ALL] += 1
            for above in self._hierarchy.lineage(own.element):
                counts[above.id] = counts.get(above.id, 0) + 1
        return counted

    def _count_in_any_state(self, artifact_id: str) -> Counts:
        return _sum(self._by_state(artifact_id).values())

    def _count_in_parts(self, artifact_id: str) -> Counts:
        return _sum(self._in_any_state(part) for part in self._kinship.parts(artifact_id))


def _sum(several: Iterable[Counts]) -> Counts:
    total: Counts = {}
    for counts in several:
        for place, number in counts.items():
            total[place] = total.get(place, 0) + number
    return total


def derived_inputs(
    made: Uses, taken: Uses, kinship: Kinship, hierarchy: Hierarchy, elements: Mapping[str, Element]
) -> Derived:
    """For each element that has others below: what they take and none of them makes in this state."""
    makers = _Places(made, kinship, hierarchy)
    found: dict[str, dict[tuple[str, str | None], ArtifactUse]] = {}
    for artifact, uses in taken.items():
        for own in uses:
            giver = elements.get(own.use.from_ or "")
            agreeing = makers.agreeing(artifact, own.use.state)
            for above in hierarchy.ancestors(own.element):
                from_outside = giver is not None and not hierarchy.within(giver, above)
                if not from_outside and agreeing.at(above):
                    break  # whoever makes it here makes it also within all that stands above
                found.setdefault(above.id, {}).setdefault((artifact, own.use.state), own.use)
    makers.let_go()
    return {element: tuple(uses.values()) for element, uses in found.items()}


def derived_outputs(
    made: Uses, taken: Uses, kinship: Kinship, hierarchy: Hierarchy, elements: Mapping[str, Element]
) -> Derived:
    """For each element that has others below: what they make and somebody outside takes in this state, or nobody."""
    takers = _Places(taken, kinship, hierarchy)
    found: dict[str, dict[tuple[str, str | None], ArtifactUse]] = {}
    for artifact, uses in made.items():
        for own in uses:
            receiver = elements.get(own.use.to or "")
            agreeing = takers.agreeing(artifact, own.use.state)
            everywhere = agreeing.everywhere
            for above in hierarchy.ancestors(own.element):
                to_outside = receiver is not None and not hierarchy.within(receiver, above)
                if not to_outside and everywhere and agreeing.at(above) == everywhere:
                    break  # all who take it are here, and so within all that stands above
                found.setdefault(above.id, {}).setdefault((artifact, own.use.state), own.use)
    takers.let_go()
    return {element: tuple(uses.values()) for element, uses in found.items()}
