"""Once one activity of a process says what follows, all of them do.

Activities run in the order of their list until one says `next`. From then on the list no longer counts: a step that
says nothing would look as if it flowed into its neighbour, and after a branch that is wrong. Only the last step may
stay silent, where the process has no more than one end.

Bad:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    ends: [assigned, rejected]
    activities:
      - id: LTC.1.2.A1
        name: Validate lead
        split: exclusive
        next: [{to: LTC.1.2.A3, when: valid}, {end: rejected, default: true}]
      - id: LTC.1.2.A2
        name: Ask for details
      - id: LTC.1.2.A3
        name: Assign lead owner
        next: [{end: assigned}]
```

Good:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    ends: [assigned, rejected]
    activities:
      - id: LTC.1.2.A1
        name: Validate lead
        split: exclusive
        next:
          - {to: LTC.1.2.A3, when: valid}
          - {to: LTC.1.2.A2, when: details are missing}
          - {end: rejected, default: true}
      - id: LTC.1.2.A2
        name: Ask for details
        next: [LTC.1.2.A1]
      - id: LTC.1.2.A3
        name: Assign lead owner
        next: [{end: assigned}]
```
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, ProcessElement, Subprocess
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

Step = Activity | Subprocess


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Steps without `next` in processes where some activity says it."""
    for process in (*architecture.all(Process), *architecture.all(Subprocess)):
        for step in steps_without_next(architecture, process):
            if step.expects("next"):
                steps = architecture.sequence.steps(process)
                speaker = next(step for step in steps if isinstance(step, Activity) and step.next)
                yield Finding(
                    step,
                    f"{called(step)} does not say what follows, as others of {called(process)} do",
                    ("next",),
                    _help(process, step),
                    (Place(speaker, f"{called(speaker)} says what follows", ("next",)),),
                )


def steps_without_next(architecture: Architecture, process: ProcessElement) -> list[Step]:
    """The steps of a process that do not say what follows, though they should."""
    if not architecture.sequence.is_linked(process):
        return []
    steps = architecture.sequence.steps(process)
    return [step for step in steps[: len(steps) - _silent_at_the_end(process, steps)] if not step.next]


def _silent_at_the_end(process: ProcessElement, steps: Sequence[Step]) -> int:
    """How many steps at the end may say nothing: the last one, or the alternatives that end the process."""
    if len(process.ends) > 1:
        return 0
    dimension = _dimension(steps[-1])
    if dimension is None:
        return 1
    return len(list(takewhile(lambda step: _dimension(step) == dimension, reversed(steps))))


def _dimension(step: Step) -> str | None:
    return step.scenario.dimension if isinstance(step, Subprocess) and step.scenario else None


def _help(process: ProcessElement, step: Step) -> str:
    follows = "add `next:` with the id of the step that follows"
    if isinstance(step, Subprocess):
        return follows
    if process.ends:
        return f"{follows}, or `next: [{{end: {process.ends[0].id}}}]` where the process ends here"
    return f"{follows}; where the process ends here, name its `ends:` and say which one it is"


RULE = Rule(
    code="STR11",
    name="missing-next",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
