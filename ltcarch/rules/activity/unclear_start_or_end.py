"""A process has one start, and each of its ends is reached.

A second step to which nothing leads is a link that was forgotten, or a start that nobody can explain. It is a start of
its own if it says under `triggers:` what sets it off; scenarios of one dimension may begin a process as alternatives.
An end to which no step leads is a promise to whatever follows on it. A sub-process that ends the process leads to the
ends that bear the names of its own.

Bad:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    ends: [assigned, rejected]
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, next: [LTC.1.2.A3]}
      - {id: LTC.1.2.A2, name: Ask for details, next: [LTC.1.2.A3]}
      - {id: LTC.1.2.A3, name: Assign lead owner, next: [{end: assigned}]}
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
      - {id: LTC.1.2.A2, name: Ask for details, next: [LTC.1.2.A1]}
      - {id: LTC.1.2.A3, name: Assign lead owner, next: [{end: assigned}]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement, Subprocess
from ltcarch.rules.activity.flow import Flow, flows_to_judge, later_starts
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Starts beyond the first one, and ends to which nothing leads."""
    for flow in flows_to_judge(architecture):
        for part in flow.parts:
            yield from _later_starts(architecture, part)
            if flow.reached <= flow.ending:  # else ACT11 speaks of what leads nowhere
                yield from _idle_ends(architecture, flow, part)


def _later_starts(architecture: Architecture, part: ProcessElement) -> Iterator[Finding]:
    first = architecture.sequence.starts(part)[0]
    for step in later_starts(architecture, part):
        yield Finding(
            step,
            f"nothing leads to {called(step)}, so that {called(part)} has a second start",
            help="lead to it with `next:`, or say under `triggers:` what sets it off",
            related=(Place(first, f"{called(part)} starts here"),),
        )


def _idle_ends(architecture: Architecture, flow: Flow, part: ProcessElement) -> Iterator[Finding]:
    reached = flow.ends.get(part.id, frozenset())
    if "" in reached and any(isinstance(step, Subprocess) for step in architecture.sequence.steps(part)):
        return  # a sub-process does not say by which end it leaves
    idle = [(index, end.id) for index, end in enumerate(part.ends) if end.id and end.id not in reached]
    if idle and part.expects("ends"):
        ends = listed(f"`{end}`" for _, end in idle)
        yield Finding(
            part,
            f"nothing in {called(part)} leads to its end{'s' if len(idle) > 1 else ''} {ends}",
            ("ends", idle[0][0]),
            f"say `{{end: {idle[0][1]}}}` under `next:` of the step that leads there, or delete it here",
        )


RULE = Rule(
    code="ACT01",
    name="unclear-start-or-end",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
