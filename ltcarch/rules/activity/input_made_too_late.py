"""What a process makes for itself is made before it is taken.

An activity that takes what only a later step makes, or a step on another branch, has nothing to work with. One way that
leads from the maker to the taker is enough, also the way round a loop. What comes from elsewhere too is passed over:
what another process makes, what the process names as its input, what a flow or a source gives. An input that is only
there in a later round, or on some ways, is `optional: true`.

Bad:

```yaml
processes:
  - id: LTC.2.8
    name: Sign contract
    activities:
      - {id: LTC.2.8.A1, name: Hand over project, inputs: [signed_contract]}
      - {id: LTC.2.8.A2, name: Sign contract, outputs: [signed_contract]}
artifacts:
  - {id: signed_contract, name: Signed contract}
```

Good:

```yaml
processes:
  - id: LTC.2.8
    name: Sign contract
    activities:
      - {id: LTC.2.8.A1, name: Sign contract, outputs: [signed_contract]}
      - {id: LTC.2.8.A2, name: Hand over project, inputs: [signed_contract]}
artifacts:
  - {id: signed_contract, name: Signed contract}
```
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, islice

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Element, ProcessElement
from ltcarch.model.derivation import Use, agree
from ltcarch.model.parts import ArtifactUse
from ltcarch.rules.activity.flow import Flow, Key, drawn, flows_to_judge, plain_lists
from ltcarch.rules.activity.predecessors import arrivals
from ltcarch.rules.activity.traces import names
from ltcarch.rules.flows.input_without_source import is_at_hand
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed

_NAMED = 3
"""How many makers a finding names at most."""


@dataclass(slots=True)
class _Supply:
    """An artifact in one state: the nodes of a flow that make it, and the activities that need it from them.

    `kin` are the artifact, its parts and wholes; `receivers` the elements to which stated flows bring one of them.
    """

    makers: dict[Key, Use]
    kin: frozenset[str]
    receivers: frozenset[Element]
    needs: list[Use] = field(default_factory=list)


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Inputs that come only from the process itself, but from no step that leads to the taker."""
    late = (process for process in plain_lists(architecture) if _may_come_late(architecture, process))
    for flow in chain(flows_to_judge(architecture), (drawn(architecture, process) for process in late)):
        is_told_of = not flow.begins_clearly or len(flow.reached) < len(flow.nodes)
        supplies = [] if is_told_of else _supplies(architecture, flow)
        if supplies and not _is_in_order(flow, supplies):
            yield from _unsupplied(architecture, flow, supplies)


def _may_come_late(architecture: Architecture, process: ProcessElement) -> bool:
    """Whether something that the steps of a plain list make may be needed before it is made."""
    steps = [step for step in architecture.sequence.steps(process) if isinstance(step, Activity)]
    made = {use.artifact for step in steps for use in step.outputs}
    before: dict[str | None, list[str | None]] = {}
    for step in steps:
        for use in step.inputs:
            is_there = any(agree(use.state, state) for state in before.get(use.artifact, ()))
            if not is_there and not use.optional and not made.isdisjoint(architecture.exchange.kin(use.artifact or "")):
                return True
        for use in step.outputs:
            before.setdefault(use.artifact, []).append(use.state)
    return False


def _is_in_order(flow: Flow, supplies: list[_Supply]) -> bool:
    """Whether the nodes of a flow follow one another, and each maker of something stands before all who need it."""
    places = {key: place for place, key in enumerate(flow.line)}
    return bool(places) and all(
        min(map(places.__getitem__, supply.makers)) < min(places[need.element.id,] for need in supply.needs)
        for supply in supplies
    )


def _unsupplied(architecture: Architecture, flow: Flow, supplies: list[_Supply]) -> Iterator[Finding]:
    links = {key: [way.target for way in node.ways] for key, node in flow.nodes.items()}
    unmet: list[tuple[_Supply, list[Use]]] = []
    for supply, came in zip(supplies, _visits(links, supplies), strict=True):
        needs = [need for need in supply.needs if not came(need)]
        if needs:
            unmet.append((supply, needs))
    if not unmet:
        return
    back: dict[Key, list[Key]] = {key: [] for key in links}
    for key, targets in links.items():
        for target in targets:
            back[target].append(key)
    for (supply, needs), comes_later in zip(unmet, _visits(back, [supply for supply, _ in unmet]), strict=True):
        for need in needs:
            is_later = comes_later(need)
            is_expected = need.path[0] == "waits" and (not is_later or len(supply.makers) > 1)
            if not is_expected:
                yield _finding(architecture, need, supply, is_later)


def _visits(links: Mapping[Key, list[Key]], supplies: Sequence[_Supply]) -> Iterator[Callable[[Use], bool]]:
    """For each supply a test whether links lead from one of its makers to where it is needed."""
    for portion, arrived in arrivals(links, [list(supply.makers) for supply in supplies]):
        for place in portion:
            yield partial(_is_there, arrived, 1 << (place - portion.start))


def _is_there(arrived: Mapping[Key, int], bit: int, need: Use) -> bool:
    return bool(arrived.get((need.element.id,), 0) & bit)


def _supplies(architecture: Architecture, flow: Flow) -> list[_Supply]:
    """What is made in a flow and taken there, and can come from nowhere else."""
    made = _made_in(flow)
    inside = {node.element for node in flow.nodes.values()} | set(architecture.hierarchy.lineage(flow.process))
    brought = cache(_brought_to)
    found: dict[tuple[str, str | None], _Supply | None] = {}
    takers = [node.element for node in flow.nodes.values() if node.is_step and isinstance(node.element, Activity)]
    for need in (need for taker in takers for need in _needs(taker)) if made else ():
        wanted = (need.use.artifact or "", need.use.state)
        if wanted not in found:
            found[wanted] = _supply(architecture, made, inside, *wanted)
        supply = found[wanted]
        if supply is None or supply.makers.keys() == {(need.element.id,)}:
            continue
        is_from_inside = not need.use.from_ or architecture.get(need.use.from_) in inside
        if is_from_inside and not _is_brought(architecture, supply, brought, need.element):
            supply.needs.append(need)
    return [supply for supply in found.values() if supply and supply.needs]


def _is_brought(
    architecture: Architecture, supply: _Supply, brought: Callable[[Element], set[str | None]], taker: Element
) -> bool:
    """Whether an element around the taker takes what it needs, or is set off by it, or a flow brings it there."""
    return any(
        above in supply.receivers or not supply.kin.isdisjoint(brought(above))
        for above in architecture.hierarchy.lineage(taker)
    )


def _brought_to(element: Element) -> set[str | None]:
    """The artifacts that set an element off, and that it takes if it is no activity."""
    taken = {use.artifact for use in element.inputs} if isinstance(element, ProcessElement) else set()
    triggers = element.triggers if isinstance(element, (Activity, ProcessElement)) else ()
    return taken | {trigger.artifact for trigger in triggers}


def _made_in(flow: Flow) -> dict[str, list[tuple[Key, Use]]]:
    """What the nodes of a flow state to make, by artifact; a dissolved sub-process makes from its start on."""
    found: dict[str, list[tuple[Key, Use]]] = {}
    for key, node in flow.nodes.items():
        element = node.element
        if (node.is_step or key[1:] == ("in",)) and isinstance(element, (Activity, ProcessElement)):
            for index, use in enumerate(element.outputs):
                found.setdefault(use.artifact or "", []).append((key, Use(element, use, ("outputs", index))))
    return found


def _needs(taker: Activity) -> Iterator[Use]:
    """What an activity cannot do without."""
    for index, use in enumerate(taker.inputs):
        if use.artifact and not use.optional:
            yield Use(taker, use, ("inputs", index))
    wait = taker.waits
    if wait and wait.for_ and wait.for_ not in {use.artifact for use in taker.inputs}:
        yield Use(taker, ArtifactUse(artifact=wait.for_, from_=wait.from_, state=wait.state), ("waits", "for"))


def _supply(
    architecture: Architecture,
    made: dict[str, list[tuple[Key, Use]]],
    inside: set[Element],
    artifact_id: str,
    state: str | None,
) -> _Supply | None:
    """Who makes an artifact in a state inside of a flow; None where others make it too or may, or it is at hand."""
    artifact = architecture.get(artifact_id, Artifact)
    if artifact is None or is_at_hand(artifact):
        return None
    makers: dict[Key, Use] = {}
    exchange = architecture.exchange
    kin = exchange.kin(artifact_id)
    if architecture.is_out_of_sight(*kin):
        return None
    for own in kin:
        wanted = state if own == artifact_id else None
        if any(agree(wanted, use.use.state) and use.element not in inside for use in exchange.made(own)):
            return None
        makers.update((key, use) for key, use in made.get(own, ()) if agree(wanted, use.use.state))
    if not makers:
        return None
    flows = (flow for own in kin for flow in exchange.carrying(own))
    return _Supply(makers, frozenset(kin), frozenset(end for flow in flows for end in exchange.end(flow.to)))


def _finding(architecture: Architecture, need: Use, supply: _Supply, is_later: bool) -> Finding:
    taker = need.element
    makers = list(islice((use for use in supply.makers.values() if use.element is not taker), _NAMED))
    takes = f"{called(taker)} {'waits for' if need.path[0] == 'waits' else 'takes'} {need.use.artifact}"
    known = listed(names(architecture, (use.element for use in makers)), "or")
    if len(makers) == 1 and is_later:
        message = f"{takes}, which {known} makes only afterwards"
    else:
        message = f"{takes}, but no way leads there from {known}, where it is made"
    return Finding(
        taker,
        message,
        need.path,
        "correct the sequence; if it comes from elsewhere say `from:`, if it is not always there `optional: true`",
        tuple(Place(use.element, "it is made here", use.path) for use in makers),
    )


RULE = Rule(
    code="ACT12",
    name="input-made-too-late",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
