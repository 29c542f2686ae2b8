"""The state in which an artifact is taken is one in which it is made.

Who needs the approved contract cannot go on with the draft. The rule compares the states of inputs with those of the
outputs; it is silent where a maker does not say in which state he makes it, and about what comes from outside.

Bad:

```yaml
activities:
  - {id: LTC.2.6.A1, name: Draft contract, outputs: [{artifact: contract, state: draft}]}
  - {id: LTC.3.1.A1, name: Take over contract, inputs: [{artifact: contract, state: signed}]}
artifacts:
  - {id: contract, name: Contract, states: [draft, signed]}
```

Good:

```yaml
activities:
  - {id: LTC.2.6.A1, name: Draft contract, outputs: [{artifact: contract, state: draft}]}
  - id: LTC.2.8.A1
    name: Sign contract
    inputs: [{artifact: contract, state: draft}]
    outputs: [{artifact: contract, state: signed}]
  - {id: LTC.3.1.A1, name: Take over contract, inputs: [{artifact: contract, state: signed}]}
artifacts:
  - {id: contract, name: Contract, states: [draft, signed]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Flow
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Inputs and waits in a state that no maker gives."""
    exchange = architecture.exchange
    for artifact in architecture.all(Artifact):
        makers = exchange.made(artifact.id)
        states = {made.use.state for made in makers}
        if not makers or None in states or architecture.is_out_of_sight(artifact.id):
            continue
        known = {value.id for value in artifact.states} - states - _carried_states(exchange.carrying(artifact.id))
        for taken in exchange.taken(artifact.id):
            if taken.use.state in known and taken.use.from_ is None:
                at = ("state",) if taken.path[0] == "waits" else (taken.path[1], "state")
                yield Finding(
                    taken.element,
                    f"{called(taken.element)} takes {artifact.id} in state {taken.use.state}, but nobody makes it so",
                    (taken.path[0], *at),
                    f"it is made in state {', '.join(sorted(filter(None, states)))};"
                    " correct the state, or add the activity that brings it about",
                    (Place(makers[0].element, "it is made here", makers[0].path),),
                )


def _carried_states(flows: tuple[Flow, ...]) -> set[str | None]:
    """The states in which flows bring it from outside of the architecture."""
    return {flow.state for flow in flows}


RULE = Rule(
    code="FLW19",
    name="state-never-made",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
