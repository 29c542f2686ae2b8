"""Each role that acts is played by some position.

Roles are how a process speaks of people, positions are how the organisation does. A role that no position plays is
work that nobody was hired for. List it under `roles:` of a position; `unset: {positions: why}` says that it is open.

Bad:

```yaml
activities:
  - {id: LTC.1.2.A1, name: Validate lead, role: lead_admin}
roles:
  - {id: lead_admin, name: Lead administrator}
```

Good:

```yaml
activities:
  - {id: LTC.1.2.A1, name: Validate lead, role: lead_admin}
roles:
  - {id: lead_admin, name: Lead administrator}
positions:
  - {id: sales_assistant, name: Sales assistant, roles: [lead_admin]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Role
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Roles with activities and without a position."""
    for role in architecture.all(Role):
        activities = architecture.responsibility.activities(role.id)
        is_played = architecture.responsibility.positions(role.id) or architecture.is_out_of_sight(role.id)
        if activities and not is_played and role.expects("positions"):
            yield Finding(
                role,
                f"{called(role)} acts in {called(activities[0])}, but no position plays it",
                (),
                f"add {role.id} to `roles:` of a position",
                (Place(activities[0], f"{role.id} is responsible here", ("role",)),),
            )


RULE = Rule(
    code="OWN07",
    name="role-without-position",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
