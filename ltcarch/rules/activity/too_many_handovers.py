"""Work does not change hands too often.

Each change of role costs waiting, explaining and sometimes an error. A process in which the work goes to and fro asks
whether one role could do more of it, or whether it is cut in the right place. Counted are the links between activities
of different roles, also those back.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
profile: strict
lifecycle: {status: published}
rules: {ACT16: {most: 2}}
# architecture.yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
      - {id: LTC.1.1.A2, name: Check lead, role: lead_admin}
      - {id: LTC.1.1.A3, name: Complete lead, role: account_manager}
      - {id: LTC.1.1.A4, name: Register lead, role: lead_admin}
roles:
  - {id: account_manager, name: Account manager}
  - {id: lead_admin, name: Lead administrator}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
profile: strict
lifecycle: {status: published}
rules: {ACT16: {most: 2}}
# architecture.yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
      - {id: LTC.1.1.A2, name: Complete lead, role: account_manager}
      - {id: LTC.1.1.A3, name: Check lead, role: lead_admin}
      - {id: LTC.1.1.A4, name: Register lead, role: lead_admin}
roles:
  - {id: account_manager, name: Account manager}
  - {id: lead_admin, name: Lead administrator}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, ProcessElement, Subprocess
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes with more links between roles than allowed."""
    most = context.options["most"]
    for process in (*architecture.all(Process), *architecture.all(Subprocess)):
        is_asked = architecture.is_published(process) and not _is_short(architecture, process, most)
        count = len(_handovers(architecture, process)) if is_asked else 0
        if count > most:
            yield Finding(
                process,
                f"in {called(process)} the work changes hands {count} times, more than {most:g}",
                ("activities",),
                "let one role do what belongs together, or divide the process where the work changes hands",
                at_key=True,
            )


def _is_short(architecture: Architecture, process: ProcessElement, most: float) -> bool:
    """Whether it is a list with fewer activities than there may be links, so that nobody need look at them."""
    sequence = architecture.sequence
    return len(sequence.steps(process)) <= most and not sequence.is_linked(process)


def _handovers(architecture: Architecture, process: ProcessElement) -> set[tuple[str, str]]:
    """The links between two activities of a process that different roles do."""
    return {
        (activity.id, follower.id)
        for activity in architecture.sequence.steps(process)
        if isinstance(activity, Activity) and activity.roles
        for way in architecture.sequence.successors(activity)
        if (follower := architecture.get(way.to, Activity)) and follower.roles
        if follower.roles != activity.roles and architecture.hierarchy.parent(follower) is process
    }


RULE = Rule(
    code="ACT16",
    name="too-many-handovers",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"most": Option(8, "the most links between activities of different roles")},
)
