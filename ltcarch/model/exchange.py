"""What flows: inputs and outputs, their makers and takers, and the flows between elements."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from ltcarch.model.activity import Activity
from ltcarch.model.artifact import Artifact, Flow
from ltcarch.model.derivation import FEW_USERS, Derived, Kinship, Use, agree, derived_inputs, derived_outputs
from ltcarch.model.element import Element
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.naming import natural_key
from ltcarch.model.parts import ArtifactUse
from ltcarch.model.process import ProcessElement
from ltcarch.model.register import Grouping


class Link(NamedTuple):
    """What flows from one element to another: artifacts, and the stated flows that describe it."""

    source: str
    target: str
    artifacts: tuple[str, ...]
    flows: tuple[Flow, ...] = ()


EndsByState = dict[str | None, set[str | None]]


class Exchange:
    """Inputs, outputs and flows, stated or derived, in time linear in what is stated."""

    def __init__(self, elements: Mapping[str, Element], hierarchy: Hierarchy) -> None:
        self._elements = elements
        self._hierarchy = hierarchy
        self._known_kin: dict[str, tuple[str, ...]] = {}
        self._known_places: dict[tuple[str, str], frozenset[str]] = {}
        """Where an artifact that many make, or many take, is made or taken: there and in all that stands above."""

    @cached_property
    def _uses(self) -> tuple[dict[str, tuple[Use, ...]], dict[str, tuple[Use, ...]]]:
        """What is stated as output and as input, by artifact."""
        made: dict[str, list[Use]] = {}
        taken: dict[str, list[Use]] = {}
        for element in self._hierarchy.in_order:
            if not isinstance(element, (Activity, ProcessElement)):
                continue
            for index, use in enumerate(element.outputs):
                if use.artifact:
                    made.setdefault(use.artifact, []).append(Use(element, use, ("outputs", index)))
            for index, use in enumerate(element.inputs):
                if use.artifact:
                    taken.setdefault(use.artifact, []).append(Use(element, use, ("inputs", index)))
            wait = element.waits if isinstance(element, Activity) else None
            if wait and wait.for_:
                use = ArtifactUse(artifact=wait.for_, from_=wait.from_, state=wait.state)
                taken.setdefault(wait.for_, []).append(Use(element, use, ("waits", "for")))
        return {key: tuple(own) for key, own in made.items()}, {key: tuple(own) for key, own in taken.items()}

    def made(self, artifact_id: str) -> tuple[Use, ...]:
        """Every stated output of an artifact, in reading order."""
        return self._uses[0].get(artifact_id, ())

    def taken(self, artifact_id: str) -> tuple[Use, ...]:
        """Every stated input of an artifact, and every wait for it, in reading order."""
        return self._uses[1].get(artifact_id, ())

    def makers(self, artifact_id: str) -> tuple[Element, ...]:
        """The elements that make an artifact; one that only repeats what stands below it is left out."""
        return self._most_detailed(self._uses[0].get(artifact_id, ()))

    def takers(self, artifact_id: str) -> tuple[Element, ...]:
        """The elements that take an artifact; one that only repeats what stands below it is left out."""
        return self._most_detailed(self._uses[1].get(artifact_id, ()))

    def _most_detailed(self, uses: Iterable[Use]) -> tuple[Element, ...]:
        own = {use.element.id: use.element for use in uses}
        above = {ancestor.id for element in own.values() for ancestor in self._hierarchy.ancestors(element)}
        return tuple(element for element in own.values() if element.id not in above)

    @cached_property
    def _kinship(self) -> Kinship:
        artifacts = (own for own in self._elements.values() if isinstance(own, Artifact))
        wholes = {own.id: own.part_of for own in artifacts if own.part_of and own.part_of in self._elements}
        parts: dict[str, list[str]] = {}
        for part in sorted(wholes, key=natural_key):
            parts.setdefault(wholes[part], []).append(part)
        return Kinship(parts, wholes)

    def kin(self, artifact_id: str) -> tuple[str, ...]:
        """The artifact, its parts and the wholes that it is a part of: whoever has one can answer for the other."""
        kinship = self._kinship
        if not kinship.has_kin(artifact_id):
            return (artifact_id,)
        if artifact_id not in self._known_kin:
            kin = (artifact_id, *kinship.parts(artifact_id), *kinship.wholes(artifact_id))
            self._known_kin[artifact_id] = tuple(dict.fromkeys(kin))
        return self._known_kin[artifact_id]

    def made_within(self, element: Element, artifact_id: str) -> bool:
        """Whether an artifact, a part of it or a whole around it is a stated output of an element or of one below."""
        return any(self._is_at("made", own, element) for own in self.kin(artifact_id))

    def taken_within(self, element: Element, artifact_id: str) -> bool:
        """Whether an element or one below takes an artifact, a part of it or a whole around it, or is set off by it."""
        return any(self._is_at("taken", own, element) for own in self.kin(artifact_id))

    def _is_at(self, how: str, artifact_id: str, place: Element) -> bool:
        """Whether an artifact is made or taken at a place or below it; many users are gathered only once."""
        if (how, artifact_id) not in self._known_places:
            users = self._users(how, artifact_id)
            if len(users) <= FEW_USERS:
                return any(self._hierarchy.within(own, place) for own in users)
            above = (above.id for user in users for above in self._hierarchy.lineage(user))
            self._known_places[how, artifact_id] = frozenset(above)
        return place.id in self._known_places[how, artifact_id]

    def _users(self, how: str, artifact_id: str) -> list[Element]:
        """The elements that make an artifact, or that take it or are set off by it."""
        users = [own.element for own in self._uses[how == "taken"].get(artifact_id, ())]
        return users + self._set_off.get(artifact_id, []) if how == "taken" else users

    @cached_property
    def _set_off(self) -> dict[str, list[Element]]:
        """The elements that the arrival of an artifact starts."""
        found: dict[str, list[Element]] = {}
        for element in self._hierarchy.in_order:
            if isinstance(element, (Activity, ProcessElement)):
                for trigger in element.triggers:
                    if trigger.artifact:
                        found.setdefault(trigger.artifact, []).append(element)
        return found

    def set_off_by(self, artifact_id: str) -> tuple[Element, ...]:
        """The elements that the arrival of an artifact starts, in reading order."""
        return tuple(self._set_off.get(artifact_id, ()))

    @cached_property
    def _carrying(self) -> dict[str, list[Flow]]:
        found: dict[str, list[Flow]] = {}
        for flow in self._stated_flows:
            for artifact in dict.fromkeys(flow.artifacts):
                found.setdefault(artifact, []).append(flow)
        return found

    def carrying(self, artifact_id: str) -> tuple[Flow, ...]:
        """The stated flows that carry an artifact."""
        return tuple(self._carrying.get(artifact_id, ()))

    def is_joined(self, source: Element, target: Element, artifact_id: str | None = None) -> bool:
        """Whether it is stated that something, or a certain artifact, goes from an element to another, or below them.

        Stated flows say so, and for a certain artifact also `from` and `to` of inputs and outputs.
        """
        return (source.id, target.id) in self._joined.get(artifact_id, ())

    @cached_property
    def _joined(self) -> dict[str | None, set[tuple[str, str]]]:
        """By artifact, and for stated flows also without it: both ends, each with every element above it."""
        found: dict[str | None, set[tuple[str, str]]] = {}
        for flow in self._stated_flows:
            for artifact in (None, *flow.artifacts):
                found.setdefault(artifact, set()).update(self._pairs_above(flow.from_, flow.to))
        made, taken = self._uses
        for own in (use for uses in taken.values() for use in uses):
            found.setdefault(own.use.artifact, set()).update(self._pairs_above(own.use.from_, own.element.id))
        for own in (use for uses in made.values() for use in uses):
            found.setdefault(own.use.artifact, set()).update(self._pairs_above(own.element.id, own.use.to))
        return found

    def _pairs_above(self, from_id: str | None, to_id: str | None) -> Iterator[tuple[str, str]]:
        if from_id and to_id:
            for giver in self._at_or_above(from_id):
                yield from ((giver.id, receiver.id) for receiver in self._at_or_above(to_id))

    def _at_or_above(self, end_id: str | None) -> Iterator[Element]:
        for element in self.end(end_id):
            yield from self._hierarchy.lineage(element)

    def end(self, end_id: str | None) -> tuple[Element, ...]:
        """The elements that one end of a flow stands for: all of a grouping, else the one that it names."""
        element = self._elements.get(end_id or "")
        if isinstance(element, Grouping):
            grouped = (self._elements.get(own) for part in element.parts for own in part.elements)
            return tuple(own for own in grouped if own is not None)
        return (element,) if element is not None else ()

    def is_reference(self, artifact_id: str) -> bool:
        """Whether it is master data, which draws no flow."""
        artifact = self._elements.get(artifact_id)
        return isinstance(artifact, Artifact) and artifact.reference

    def inputs(self, element: Element) -> tuple[ArtifactUse, ...]:
        """What an element takes: as stated, else what its children take and none of them makes."""
        if isinstance(element, (Activity, ProcessElement)) and element.inputs:
            return element.inputs
        return self._derived_inputs.get(element.id, ())

    def outputs(self, element: Element) -> tuple[ArtifactUse, ...]:
        """What an element makes: as stated, else what its children make and somebody outside takes, or nobody."""
        if isinstance(element, (Activity, ProcessElement)) and element.outputs:
            return element.outputs
        return self._derived_outputs.get(element.id, ())

    @cached_property
    def _derived_inputs(self) -> Derived:
        return derived_inputs(*self._uses, self._kinship, self._hierarchy, self._elements)

    @cached_property
    def _derived_outputs(self) -> Derived:
        return derived_outputs(*self._uses, self._kinship, self._hierarchy, self._elements)

    def links(self, kind: str) -> tuple[Link, ...]:
        """The flows between the elements of one level, and between them and parties outside, each pair once.

        They follow from who makes and who takes an artifact, from `from` and `to` of inputs and outputs, and
        from the stated flows. Master data draws none.
        """
        if kind not in self._known_links:
            self._known_links[kind] = self._found_links(kind)
        return self._known_links[kind]

    @cached_property
    def _known_links(self) -> dict[str, tuple[Link, ...]]:
        """By level, as far as somebody asked."""
        return {}

    def _found_links(self, kind: str) -> tuple[Link, ...]:
        artifacts: dict[tuple[str, str], dict[str, None]] = {}
        flows: dict[tuple[str, str], list[Flow]] = {}
        for source, target, artifact in self._pairs(kind):
            artifacts.setdefault((source, target), {})[artifact] = None
        for flow in self._stated_flows:
            ends = (self._end(flow.from_, kind), self._end(flow.to, kind))
            if ends[0] and ends[1] and ends[0] != ends[1]:
                pair = (ends[0], ends[1])
                flows.setdefault(pair, []).append(flow)
                artifacts.setdefault(pair, {}).update(dict.fromkeys(flow.artifacts))
        return tuple(
            Link(source, target, tuple(sorted(carried, key=natural_key)), tuple(flows.get((source, target), ())))
            for (source, target), carried in sorted(
                artifacts.items(), key=lambda item: tuple(map(natural_key, item[0]))
            )
        )

    @cached_property
    def _stated_flows(self) -> tuple[Flow, ...]:
        found = [element for element in self._elements.values() if isinstance(element, Flow)]
        return tuple(sorted(found, key=lambda flow: natural_key(flow.id)))

    def _pairs(self, kind: str) -> Iterator[tuple[str, str, str]]:
        made, taken = self._uses
        makers_of = cache(lambda artifact: self._ends_by_state(made.get(artifact, ()), kind))
        for artifact in sorted(made.keys() | taken.keys(), key=natural_key):
            if self.is_reference(artifact):
                continue
            makers = makers_of(artifact) or self._any_state(map(makers_of, self.kin(artifact)))
            takers = self._ends_by_state(taken.get(artifact, ()), kind)
            pairs = {
                (source, target)
                for state, targets in takers.items()
                for made_in, sources in makers.items()
                if agree(state, made_in)
                for source in sources
                for target in targets
            }
            pairs |= {
                (self._end(own.use.from_, kind), self._end(own.element.id, kind)) for own in taken.get(artifact, ())
            }
            pairs |= {(self._end(own.element.id, kind), self._end(own.use.to, kind)) for own in made.get(artifact, ())}
            for source, target in pairs:
                if source and target and source != target:
                    yield source, target, artifact

    def _any_state(self, found: Iterable[EndsByState]) -> EndsByState:
        """The makers of the parts of an artifact or of the whole around it, for one that nobody makes itself."""
        return {None: {end for ends in found for same in ends.values() for end in same}}

    def _ends_by_state(self, uses: Iterable[Use], kind: str) -> EndsByState:
        """The elements at the wanted level that make or take an artifact, by the state in which they do."""
        uses = tuple(uses)
        detailed = {element.id for element in self._most_detailed(uses)}
        found: EndsByState = {}
        for own in uses:
            if own.element.id in detailed:
                found.setdefault(own.use.state, set()).add(self._end(own.element.id, kind))
        return found

    def _end(self, element_id: str | None, kind: str) -> str | None:
        """The element at the wanted level that one stands for; one outside the hierarchy stands for itself."""
        element = self._elements.get(element_id or "")
        if element is None:
            return None
        if not isinstance(element, (Activity, ProcessElement)):
            return element.id
        found = self._hierarchy.at_level(element, kind)
        return found.id if found else None
