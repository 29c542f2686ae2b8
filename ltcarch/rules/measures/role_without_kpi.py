"""Each role that the project file names has a KPI of its own.

People do what they are appraised by. A process that crosses departments works when those who carry it are measured by
its result, and not by the budget of their own department. Which roles these are is the company's decision: the
option `roles` names them.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
profile: strict
rules:
  KPI09: {roles: [account_manager]}
# architecture.yaml
roles:
  - {id: account_manager, name: Account manager}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
profile: strict
rules:
  KPI09: {roles: [account_manager]}
# architecture.yaml
roles:
  - {id: account_manager, name: Account manager, kpis: [win_rate]}
kpis:
  - {id: win_rate, name: Win rate}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Role
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.settings import wrong_name
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Named roles without a KPI, and names in the option that lead nowhere."""
    for index, name in enumerate(context.options["roles"]):
        wrong = wrong_name(architecture, ("KPI09", "roles", index), name, ("role",))
        role = architecture.get(name, Role) if isinstance(name, str) else None
        if wrong:
            yield wrong
        elif role is not None and not role.kpis and role.expects("kpis"):
            yield Finding(
                role,
                f"{called(role)} has no KPI, and the project file expects one",
                ("kpis",),
                "add `kpis:` with what its part in the processes is measured by",
                at_key=True,
            )


RULE = Rule(
    code="KPI09",
    name="role-without-kpi",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"roles": Option([], "the roles that must have a KPI")},
)
