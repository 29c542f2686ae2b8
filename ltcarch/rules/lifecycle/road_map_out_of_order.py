"""The road map of a change keeps the company's order of stages.

A roll-out that begins before the pilot is over repeats the pilot's mistakes everywhere. The option `stages` lists the
stages of a change in their order; each step of a road map then names one of them, no step stands or starts before those
of earlier stages, and none runs while one of an earlier stage is only planned. Without the option the rule is silent.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  LIF10: {stages: [design, pilot, roll_out]}
# architecture.yaml
changes:
  - id: ltc_change
    name: Introduce lead to cash
    steps:
      - {id: design, name: Design the process, stage: design, status: done}
      - {id: pilot, name: Try it in one office, stage: pilot, status: planned}
      - {id: roll_out, name: Bring it to all offices, stage: roll_out, status: running}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  LIF10: {stages: [design, pilot, roll_out]}
# architecture.yaml
changes:
  - id: ltc_change
    name: Introduce lead to cash
    steps:
      - {id: design, name: Design the process, stage: design, status: done}
      - {id: pilot, name: Try it in one office, stage: pilot, status: running}
      - {id: roll_out, name: Bring it to all offices, stage: roll_out, status: planned}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Change
from ltcarch.model.parts import ChangeStep
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Steps of road maps that name no stage, or stand, start or run before those of earlier stages."""
    stages = [str(stage) for stage in context.options["stages"]]
    for change in architecture.all(Change) if stages else ():
        if change.expects("steps"):
            yield from _unknown_stages(change, stages)
            yield from _out_of_order(change, stages)


def _unknown_stages(change: Change, stages: list[str]) -> Iterator[Finding]:
    for index, step in enumerate(change.steps):
        if step.stage not in stages:
            said = f"is of stage `{step.stage}`, which the company does not have" if step.stage else "names no stage"
            yield Finding(
                change,
                f"step {step.id} of {called(change)} {said}",
                ("steps", index, "stage"),
                did_you_mean(step.stage or "", stages) or f"the stages are {', '.join(stages)}",
            )


def _out_of_order(change: Change, stages: list[str]) -> Iterator[Finding]:
    """Steps that come before one of an earlier stage: in the list, by their date, or by their state."""
    steps = [(index, step) for index, step in enumerate(change.steps) if step.stage in stages]
    staged = [(index, step, stages.index(step.stage or "")) for index, step in steps]
    furthest = -1
    for index, step, stage in staged:
        earlier = [other for _, other, own in staged if own < stage]
        fault = f"stands after one of stage {stages[furthest]}" if stage < furthest else _too_early(step, earlier)
        if fault:
            yield Finding(
                change,
                f"step {step.id} of {called(change)} {fault}",
                ("steps", index),
                f"the order of stages is {', '.join(stages)}",
            )
        furthest = max(furthest, stage)


def _too_early(step: ChangeStep, earlier: list[ChangeStep]) -> str | None:
    for other in earlier:
        if step.starts and other.starts and step.starts < other.starts:
            return f"starts on {step.starts}, before step {other.id} of an earlier stage"
        if step.status in ("running", "done") and other.status == "planned":
            return f"is {step.status}, while step {other.id} of an earlier stage is only planned"
    return None


RULE = Rule(
    code="LIF10",
    name="road-map-out-of-order",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"stages": Option([], "the stages of a change, in their order")},
)
