"""Sub-processes of one process carry different values of one scenario dimension.

Scenarios are alternatives: whoever works in the process must see at once which one applies. Two that carry the same
value, or answer different questions, leave that open. Where sub-processes are parts of a whole and not scenarios,
the project file says `no_scenario: free`, and this rule is silent.

Bad:

```yaml
processes:
  - id: LTC.2.5
    name: Bid
    subprocesses:
      - {id: LTC.2.5.1, name: Answer a tender, scenario: {dimension: bidding_mode, value: tender}}
      - {id: LTC.2.5.2, name: Quote directly, scenario: {dimension: bidding_mode, value: tender}}
scenarios:
  - {id: bidding_mode, name: Mode of bidding, values: [tender, direct]}
```

Good:

```yaml
processes:
  - id: LTC.2.5
    name: Bid
    subprocesses:
      - {id: LTC.2.5.1, name: Answer a tender, scenario: {dimension: bidding_mode, value: tender}}
      - {id: LTC.2.5.2, name: Quote directly, scenario: {dimension: bidding_mode, value: direct}}
scenarios:
  - {id: bidding_mode, name: Mode of bidding, values: [tender, direct]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Process, Subprocess
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Sub-processes without a scenario beside others, of another dimension, or with a value that was taken."""
    if architecture.project.no_scenario == "free":
        return
    for process in architecture.all(Process):
        steps = architecture.sequence.steps(process)
        parts = [step for step in steps if isinstance(step, Subprocess)]
        only_parts = len(parts) == len(steps)
        if len(parts) > 1 and (only_parts or any(part.scenario for part in parts)):
            yield from _compared(parts)


def _compared(parts: list[Subprocess]) -> Iterator[Finding]:
    first: Subprocess | None = None
    taken: dict[str | None, Subprocess] = {}
    for part in parts:
        if part.scenario is None:
            yield from _not_said(part)
            continue
        first = first or part
        if first.scenario and part.scenario.dimension != first.scenario.dimension:
            yield _other_dimension(part, first)
        elif part.scenario.value in taken:
            yield _same_value(part, taken[part.scenario.value])
        else:
            taken[part.scenario.value] = part


def _not_said(part: Subprocess) -> Iterator[Finding]:
    if part.expects("scenario"):
        yield Finding(
            part,
            f"{called(part)} does not say which scenario it is, and has siblings",
            help="add `scenario:` with its dimension and value; where sub-processes are parts of a whole, "
            "set `no_scenario: free` under `decomposition:` in ltcarch.yaml",
        )


def _other_dimension(part: Subprocess, first: Subprocess) -> Finding:
    return Finding(
        part,
        f"{called(part)} is told apart by another dimension than its sibling {first.id}",
        ("scenario", "dimension"),
        "tell all sub-processes of one process apart by the same dimension",
        (Place(first, f"the dimension of {called(first)}", ("scenario", "dimension")),),
    )


def _same_value(part: Subprocess, other: Subprocess) -> Finding:
    return Finding(
        part,
        f"{called(part)} is the same scenario as its sibling {other.id}",
        ("scenario", "value"),
        "give each sub-process a value of its own, or make the two one",
        (Place(other, f"the scenario of {called(other)}", ("scenario", "value")),),
    )


RULE = Rule(
    code="STR08",
    name="indistinct-scenarios",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
