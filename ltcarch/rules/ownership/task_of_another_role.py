"""A task has the role of its activity.

The tasks of an activity are its work instruction: one role reads it and follows it from top to bottom. A task that
another role does is an activity of its own. Where a team is responsible, its members may do the tasks.

Bad:

```yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    role: lead_admin
    tasks:
      - {id: LTC.1.2.A1.1, name: Check credit, role: credit_clerk}
roles:
  - {id: lead_admin, name: Lead administrator}
  - {id: credit_clerk, name: Credit clerk}
```

Good:

```yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    role: lead_admin
    tasks:
      - {id: LTC.1.2.A1.1, name: Check completeness}
  - id: LTC.1.2.A2
    name: Check credit
    role: credit_clerk
roles:
  - {id: lead_admin, name: Lead administrator}
  - {id: credit_clerk, name: Credit clerk}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, Role, Task, Team
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Tasks whose role is neither their activity's nor a member of its team."""
    for task in architecture.all(Task):
        own = architecture.get(task.role)
        activity = architecture.hierarchy.parent(task)
        if own is None or not isinstance(activity, Activity):
            continue
        responsible = architecture.responsibility.role(activity)
        if responsible is not None and own is not responsible and not _belongs_to(own, responsible):
            yield Finding(
                task,
                f"{called(task)} is done by {own.id}, but {called(activity)} by {responsible.id}",
                ("role",),
                f"delete `role:`, or make an activity of {own.id} out of this task",
                (Place(activity, f"{responsible.id} is responsible here", ("role",)),),
            )


def _belongs_to(role: Element, team: Element) -> bool:
    if not isinstance(team, Team):
        return False
    return role.id in team.members or (isinstance(role, Role) and role.team == team.id)


RULE = Rule(
    code="OWN06",
    name="task-of-another-role",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
