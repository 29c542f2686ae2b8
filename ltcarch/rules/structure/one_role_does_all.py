"""A process passes through more than one role.

The number of roles tells a process from an activity: work that one role does from beginning to end is one activity
with several tasks. It may also be that the roles were not told apart carefully enough.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
      - {id: LTC.1.1.A2, name: Remove duplicates, role: account_manager}
      - {id: LTC.1.1.A3, name: Complete lead, role: account_manager}
roles:
  - {id: account_manager, name: Account manager}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
      - {id: LTC.1.1.A2, name: Remove duplicates, role: lead_administrator}
      - {id: LTC.1.1.A3, name: Complete lead, role: account_manager}
roles:
  - {id: account_manager, name: Account manager}
  - {id: lead_administrator, name: Lead administrator}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, Subprocess
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called, counted


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes whose activities all have the same one responsible role."""
    for process in (*architecture.all(Process), *architecture.all(Subprocess)):
        steps = architecture.sequence.steps(process)
        activities = [step for step in steps if isinstance(step, Activity)]
        if len(activities) < max(1, context.options["activities"]) or len(activities) < len(steps):
            continue
        if architecture.is_out_of_sight(process.id):
            continue
        roles = {activity.roles for activity in activities}
        if len(roles) == 1 and len(activities[0].roles) == 1 and architecture.is_published(process):
            yield Finding(
                process,
                f"role {activities[0].roles[0]} does all {counted(len(activities), 'activity')} of {called(process)}",
                help="make it one activity with tasks, or tell apart the roles that take part",
            )


RULE = Rule(
    code="STR14",
    name="one-role-does-all",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"activities": Option(3, "from how many activities on one role is too few")},
)
