"""Each role acts somewhere.

A role that no activity names is left over from a former process, or the activity that it was made for is missing.
Members of a team act in it, whether or not an activity names them.

Bad:

```yaml
roles:
  - {id: lead_admin, name: Lead administrator}
```

Good:

```yaml
activities:
  - {id: LTC.1.2.A1, name: Validate lead, role: lead_admin}
roles:
  - {id: lead_admin, name: Lead administrator}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Position, Role
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Roles that nothing but a position names."""
    for role in architecture.all(Role):
        named = any(not isinstance(element, Position) for element, _ in architecture.mentions(role.id))
        if not named and role.team is None and not architecture.is_out_of_sight(role.id):
            yield Finding(
                role,
                f"{called(role)} acts nowhere",
                (),
                "name it in an activity or a team, or delete it and list it under `retired:`",
            )


RULE = Rule(
    code="OWN10",
    name="unused-role",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
