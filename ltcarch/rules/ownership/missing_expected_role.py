"""The roles that the project file expects in an element are responsible for activities there.

Some flows only work if certain roles really act in them: sales to business customers, say, by one who knows the
customer, one who knows the solution and one who delivers. The option `roles` says so once. It is silent as long as
nothing below the element says who does it.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  OWN11: {roles: {LTC: [account_manager, solution_manager]}}
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - {id: LTC.1.1.A1, name: Register lead, role: account_manager}
roles:
  - {id: account_manager, name: Account manager}
  - {id: solution_manager, name: Solution manager}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  OWN11: {roles: {LTC: [account_manager, solution_manager]}}
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - {id: LTC.1.1.A1, name: Register lead, role: account_manager}
              - {id: LTC.1.1.A2, name: Judge feasibility, role: solution_manager}
roles:
  - {id: account_manager, name: Account manager}
  - {id: solution_manager, name: Solution manager}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.settings import wrong_name
from ltcarch.rules.wording import called

HOLDERS = ("classification", "group", "process", "subprocess")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Expected roles without an activity, and names in the option that lead nowhere."""
    for element_id, roles in context.options["roles"].items():
        path = ("OWN11", "roles", element_id)
        wrong = wrong_name(architecture, path, element_id, HOLDERS, at_key=True)
        element = architecture.get(element_id)
        if wrong:
            yield wrong
        elif element is not None:
            yield from _missing(architecture, element, roles if isinstance(roles, list) else [roles])


def _missing(architecture: Architecture, element: Element, roles: list[object]) -> Iterator[Finding]:
    activities = [own for own in architecture.hierarchy.descendants(element) if isinstance(own, Activity)]
    acting = set(architecture.responsibility.roles_of(activities))
    for index, role in enumerate(roles):
        wrong = wrong_name(architecture, ("OWN11", "roles", element.id, index), role, ("role", "team"))
        if wrong:
            yield wrong
        elif acting and role not in acting and not architecture.is_out_of_sight(str(role)):
            yield Finding(
                element,
                f"no activity of {called(element)} is done by {role}, whom the project file expects there",
                (),
                f"give {role} an activity, or correct `rules.OWN11.roles` of the project file",
            )


RULE = Rule(
    code="OWN11",
    name="missing-expected-role",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"roles": Option({}, "the roles that must act below an element, by the element's id")},
)
