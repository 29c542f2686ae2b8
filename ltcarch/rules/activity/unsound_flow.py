"""A process can always end, and when it ends nothing is left to do.

Whatever way a case takes, it must be able to come to an end; it must not end while a branch is still running; and no
step may be begun again before it is done. ltcarch tries out what the splits and joins allow and shows the shortest way
on which it goes wrong. What other rules say of a single split, join or loop is said there, and this rule is silent
until it is mended. A called process counts as one step that ends by one of its ends. Where too many states would have
to be tried, it says that the question is open.

Bad:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
    ends: [passed, stopped]
    activities:
      - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
      - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
      - id: LTC.2.7.A3
        name: Review financial terms
        split: exclusive
        next: [{to: LTC.2.7.A4, when: profitable}, {end: stopped, default: true}]
      - {id: LTC.2.7.A4, name: Conclude review, join: parallel, next: [{end: passed}]}
```

Good:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
    ends: [passed, stopped]
    activities:
      - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
      - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
      - id: LTC.2.7.A4
        name: Conclude review
        join: parallel
        split: exclusive
        next: [{end: passed, when: profitable}, {end: stopped, default: true}]
```
"""

from collections.abc import Iterator
from contextlib import suppress

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.rules.activity.flow import EXCLUSIVE, UNSAID, Flow, flows_to_judge
from ltcarch.rules.activity.judgement import reduced
from ltcarch.rules.activity.reduction import Block, Link, reduction
from ltcarch.rules.activity.states import Fault, FaultKind, TooManyStates, first_fault
from ltcarch.rules.activity.traces import name, names, trace
from ltcarch.rules.rule import Context, Finding, Option, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """For each process that no simpler rule speaks of, the shortest way on which it goes wrong."""
    for flow in flows_to_judge(architecture):
        if _is_told_of(flow) or reduced(flow).is_complete:
            continue
        try:
            fault = shortest_fault(flow, context.options["states"])
        except TooManyStates:
            yield _undecided(flow, context.options["states"])
        else:
            if fault is not None:
                yield _SAID[fault.kind](architecture, flow, fault)


def shortest_fault(flow: Flow, states: int) -> Fault | None:
    """The shortest way on which a flow goes wrong; of a very large flow, one that is about as short."""
    fault = first_fault(reduced(flow).blocks, states)
    if fault is not None:
        with suppress(TooManyStates):
            fault = first_fault(reduction(flow, is_told_exactly=True).blocks, states)
    return fault


def _is_told_of(flow: Flow) -> bool:
    """Whether another rule speaks of a start, split, join, end or loop of a flow."""
    reduction = reduced(flow)
    return (
        bool(reduction.misfits or reduction.unmatched or flow.unfollowed)
        or not flow.reached <= flow.ending
        or any(node.split == UNSAID for node in flow.nodes.values())
    )


def _stuck(architecture: Architecture, flow: Flow, fault: Fault) -> Finding:
    join = fault.at.target
    missing = [link for link in join.incoming if link not in fault.waiting]
    sources = names(architecture, (_last(link) for link in missing))
    awaited = "a branch" if len(sources) == 1 else "branches"
    choice = _choice_against(fault, missing)
    return Finding(
        join.entry.element,
        f"{called(flow.process)} can get stuck: {trace(architecture, fault.steps)} → "
        f"{name(architecture, join.entry.element)} waits for {awaited} from {listed(sources)} that never "
        f"{'comes' if len(sources) == 1 else 'come'}",
        ("join",),
        "let the choice and the branches that wait for it meet before this join",
        (Place(choice, "here another way is taken", ("split",)),) if choice else (),
    )


def _left_over(architecture: Architecture, flow: Flow, fault: Fault) -> Finding:
    last = _last(fault.done[0])
    if fault.at.target.is_edge and not fault.at.steps:
        fate = "can end more than once"
    else:
        fate = f"can end while {name(architecture, _next(fault.at))} is still to be done"
    return Finding(
        last,
        f"{called(flow.process)} {fate}: {trace(architecture, fault.steps)} → end",
        ("next",),
        "let all branches meet at a parallel join before the end",
        _where_branches_start(fault),
        at_key=True,
    )


def _twice(architecture: Architecture, flow: Flow, fault: Fault) -> Finding:
    is_at_target = not fault.at.steps or fault.at in fault.done
    if is_at_target and fault.at.target.is_exit:
        step, again = _last(fault.at), "end"
        fate = f"{called(fault.at.target.entry.element)} can end more than once"
    else:
        step = fault.at.target.entry.element if is_at_target else fault.at.steps.first.element
        again = f"{name(architecture, step)} again"
        fate = f"{called(flow.process)} can begin {name(architecture, step)} again before it is done"
    return Finding(
        step,
        f"{fate}: {trace(architecture, fault.steps)} → {again}",
        ("join",),
        "let the branches meet at a parallel join before that",
        _where_branches_start(fault),
    )


_SAID = {FaultKind.STUCK: _stuck, FaultKind.LEFT_OVER: _left_over, FaultKind.TWICE: _twice}


def _last(link: Link) -> Element:
    """The step from which a link comes last."""
    return (link.steps.last if link.steps else link.source.exit).element


def _next(link: Link) -> Element:
    """The step to which a link comes first."""
    return (link.steps.first if link.steps else link.target.entry).element


def _choice_against(fault: Fault, missing: list[Link]) -> Element | None:
    """The last choice on the way that could have led to what is missing."""
    for move in reversed(fault.moves):
        others = [link for link in move.block.outgoing if link not in move.given]
        if move.block.exit.split == EXCLUSIVE and any(_leads_to(link, missing) for link in others):
            return move.block.exit.element
    return None


def _leads_to(start: Link, wanted: list[Link]) -> bool:
    seen: set[Block] = set()
    pending = [start]
    while pending:
        link = pending.pop()
        if link in wanted:
            return True
        if link.target not in seen:
            seen.add(link.target)
            pending += link.target.outgoing
    return False


def _where_branches_start(fault: Fault) -> tuple[Place, ...]:
    splits = [move.block.exit.element for move in fault.moves if len(move.given) > 1]
    return (Place(splits[-1], "the branches start here", ("split",)),) if splits else ()


def _undecided(flow: Flow, states: int) -> Finding:
    return Finding(
        flow.process,
        f"whether {called(flow.process)} can always end properly was not decided: it has more than {states} states",
        help="divide it into sub-processes that are called, or set the option `states` higher",
        severity=Severity.INFO,
    )


RULE = Rule(
    code="ACT10",
    name="unsound-flow",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"states": Option(20_000, "how many states of one process are tried out before the question is left open")},
)
