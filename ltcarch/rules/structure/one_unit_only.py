"""An end-to-end flow runs through two or more units.

What begins and ends in one unit is that unit's own work: a part of a flow, not a flow. Calling it end-to-end hides
that the handovers to the others are missing. The rule speaks once the classification is worked out down to
activities, and all their roles are held in a unit.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
roles:
  - {id: account_manager, name: Account manager}
positions:
  - {id: sales_manager, name: Sales manager, unit: sales, roles: [account_manager]}
units:
  - {id: sales, name: Sales}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - {id: LTC.1.1.A1, name: Capture lead, role: account_manager}
              - {id: LTC.1.1.A2, name: Check credit, role: credit_controller}
roles:
  - {id: account_manager, name: Account manager}
  - {id: credit_controller, name: Credit controller}
positions:
  - {id: sales_manager, name: Sales manager, unit: sales, roles: [account_manager]}
  - {id: accountant, name: Accountant, unit: finance, roles: [credit_controller]}
units:
  - {id: sales, name: Sales}
  - {id: finance, name: Finance}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Classification, ProcessElement, Team
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.structure.detail import is_worked_out
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """End-to-end classifications whose roles are all held in one and the same unit."""
    for classification in architecture.all(Classification):
        if classification.kind == "end_to_end" and is_worked_out(architecture, classification):
            units = _units(architecture, classification)
            if len(units) == 1 and None not in units:
                yield Finding(
                    classification,
                    f"{called(classification)} is an end-to-end flow, but all its work is done in unit {units.pop()}",
                    ("kind",),
                    "add the work of the other units, or call it a domain",
                )


def _units(architecture: Architecture, classification: Classification) -> set[str | None]:
    """The units that take part; None among them where that is not known of somebody."""
    units: set[str | None] = set(classification.units)
    for element in architecture.hierarchy.descendants(classification):
        if isinstance(element, ProcessElement):
            units.update(element.units)
        elif isinstance(element, Activity):
            for role in _roles(architecture, element):
                units.update(_units_of_role(architecture, role))
    return units


def _roles(architecture: Architecture, activity: Activity) -> Iterator[str | None]:
    if activity.calls is not None or not activity.roles:
        yield None
    for own in activity.roles:
        team = architecture.get(own, Team)
        yield from team.members if team else (own,)


def _units_of_role(architecture: Architecture, role: str | None) -> set[str | None]:
    units = {position.unit for position in architecture.responsibility.positions(role or "")}
    return units or {None}


RULE = Rule(
    code="STR21",
    name="one-unit-only",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
