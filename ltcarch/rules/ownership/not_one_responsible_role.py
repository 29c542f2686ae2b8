"""Each activity has exactly one responsible role.

Work that two roles share is work that each leaves to the other. If several roles really act one after the other,
it is a process and not an activity. A team may be responsible where it decides as one. An activity that calls
another process needs no role: the roles act over there.

Bad:

```yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    role: [lead_admin, sales_head]
roles:
  - {id: lead_admin, name: Lead administrator}
  - {id: sales_head, name: Head of sales}
```

Good:

```yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    role: lead_admin
    raci: {consulted: [sales_head]}
roles:
  - {id: lead_admin, name: Lead administrator}
  - {id: sales_head, name: Head of sales}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.ownership.nobody_responsible import names_others_only
from ltcarch.rules.rule import Context, Finding, Rule

COUNTS = {2: "two", 3: "three", 4: "four"}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Activities with no role, or with more than one."""
    for activity in architecture.all(Activity):
        if len(activity.roles) > 1:
            count = COUNTS.get(len(activity.roles), str(len(activity.roles)))
            yield Finding(
                activity,
                f"activity {activity.id} has {count} responsible roles",
                ("role",),
                "keep one role; the others belong under raci.consulted",
            )
        elif not activity.roles and activity.expects("role") and not _is_excused(activity):
            yield _without_role(activity)


def _is_excused(activity: Activity) -> bool:
    """Whether it needs no role, or OWN09 speaks of it."""
    return activity.calls is not None or names_others_only(activity)


def _without_role(activity: Activity) -> Finding:
    listed = activity.raci.responsible if activity.raci else ()
    return Finding(
        activity,
        f"activity {activity.id} has no responsible role",
        ("role",),
        f"write `role: {listed[0]}`: the one that `raci.responsible` names first"
        if listed
        else "add `role:` with the id of the role that answers for the result",
    )


RULE = Rule(
    code="OWN05",
    name="not-one-responsible-role",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
