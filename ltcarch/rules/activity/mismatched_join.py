"""Branches meet as they parted.

What parts by a choice meets at an exclusive join, what parts in parallel at a parallel one, and what an inclusive split
parts meets, with all its branches, at an inclusive join. A parallel join behind a choice waits for ever; an exclusive
one behind a parallel split is begun several times. A loop is entered by an exclusive join and left by a choice.

Bad:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
    activities:
      - id: LTC.2.7.A1
        name: Compile draft contract
        split: exclusive
        next: [{to: LTC.2.7.A2, when: terms differ}, {to: LTC.2.7.A3, default: true}]
      - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A4, name: Conclude review, join: parallel}
```

Good:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
    activities:
      - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
      - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A4, name: Conclude review, join: parallel}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.activity.flow import EXCLUSIVE, INCLUSIVE, PARALLEL, START, Node, flows_to_judge
from ltcarch.rules.activity.judgement import lacks_join, misfits, unmatched
from ltcarch.rules.activity.reduction import Misfit
from ltcarch.rules.activity.traces import name, trace
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Joins of another kind than the split before them, and inclusive ones that stand alone."""
    for flow in flows_to_judge(architecture):
        for misfit in misfits(flow):
            if misfit.is_loop:
                yield _at_loop(architecture, misfit)
            elif not lacks_join(misfit):
                yield _at_join(architecture, misfit)
        for node, role in unmatched(flow):
            yield _alone(node, role)


def _at_join(architecture: Architecture, misfit: Misfit) -> Finding:
    split, join = misfit.split, misfit.join
    is_stated = isinstance(split.element, Activity)
    taken = _SPLITS[split.split] if is_stated else "begins with one of them"
    return Finding(
        join.element,
        f"{called(join.element)} {_JOINS[join.join]}, but {called(split.element)} {taken}: "
        + _shown(architecture, misfit),
        ("join",),
        f"write `join: {split.split}` here" + (f", or `split: {join.join}` there" if is_stated else ""),
        (Place(split.element, "the branches part here", ("split",)),),
    )


_SPLITS = {EXCLUSIVE: "takes one of them", PARALLEL: "takes all of them", INCLUSIVE: "takes some of them"}
_JOINS = {
    EXCLUSIVE: "takes each branch for itself",
    PARALLEL: "waits for all branches",
    INCLUSIVE: "waits for the branches that were started",
}


def _shown(architecture: Architecture, misfit: Misfit) -> str:
    """The way on which the fault shows."""
    begins = misfit.split.key == START or misfit.split.key[1:] == ("in",)
    way = trace(architecture, [*misfit.steps] if begins else [misfit.split, *misfit.steps])
    join = name(architecture, misfit.join.element)
    if misfit.split.split != PARALLEL and misfit.join.join == PARALLEL:
        never = "never starts" if misfit.split.split == EXCLUSIVE else "may never start"
        return f"{way} → {join} waits for a branch that {never}"
    if misfit.join.join == EXCLUSIVE:
        return f"{way} → {join} is begun once for each branch"
    return f"{way} → {join}"


def _at_loop(architecture: Architecture, misfit: Misfit) -> Finding:
    way = trace(architecture, [*misfit.steps])
    entry, last = misfit.join.element, misfit.split.element
    if misfit.join.join == PARALLEL:
        return Finding(
            entry,
            f"{called(entry)} can never run: it waits for all arrivals, and one of them comes only after it: "
            f"{way} → {name(architecture, entry)}",
            ("join",),
            "write `join: exclusive`: a loop is entered from outside or from its end",
            (Place(last, "the loop goes back from here", ("next",)),),
        )
    return Finding(
        last,
        f"{called(last)} goes on and back at once, so that the loop never comes to rest: "
        f"{way} → {name(architecture, entry)}",
        ("split",),
        "write `split: exclusive`: a loop is left or gone round again",
        (Place(entry, "the loop begins again here"),),
    )


def _alone(node: Node, role: str) -> Finding:
    other = "join" if role == "split" else "split"
    return Finding(
        node.element,
        f"{called(node.element)} has an inclusive {role}, but no inclusive {other} belongs to it",
        (role,),
        "an inclusive split and an inclusive join are a pair: the branches of the one meet at the other, no others",
    )


RULE = Rule(
    code="ACT09",
    name="mismatched-join",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
