"""Each role that acts states what it answers for and what it may decide.

A role that is only a name leaves its holder to guess. Responsibility without authority makes people ask for
permission at every step; authority without responsibility makes them decide what others pay for.

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
  - id: lead_admin
    name: Lead administrator
    responsibility: Complete and unique leads
    authority: May reject a lead that lacks a contact
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Role
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Roles with activities that lack a responsibility or an authority."""
    for role in architecture.all(Role):
        missing = [key for key in ("responsibility", "authority") if getattr(role, key) is None and role.expects(key)]
        if missing and architecture.responsibility.activities(role.id):
            yield Finding(
                role,
                f"{called(role)} states no {listed(missing, 'and no')}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}, in a sentence each",
            )


RULE = Rule(
    code="OWN13",
    name="role-without-duty",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
