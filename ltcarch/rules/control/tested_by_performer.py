"""Who tests a control does not perform it.

Nobody finds the gaps of the own work, and nobody likes to report them. The tester may not be responsible for a
controlled activity, nor belong to a team that is, nor be a position that plays such a role. A unit may test: it has
people enough.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price, role: sales_head}
roles:
  - {id: sales_head, name: Sales head}
positions:
  - {id: sales_office_head, name: Head of a sales office, roles: [sales_head]}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], tester: sales_office_head}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price, role: sales_head}
roles:
  - {id: sales_head, name: Sales head}
positions:
  - {id: sales_office_head, name: Head of a sales office, roles: [sales_head]}
  - {id: internal_control_officer, name: Internal control officer}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], tester: internal_control_officer}
```
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Control, Element
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Controls whose tester is among those who do a controlled activity, once each."""
    for control in architecture.all(Control):
        tester = architecture.get(control.tester)
        activities = (architecture.get(own, Activity) for own in control.activities)
        if tester is not None:
            found = (_conflict(architecture, control, tester, own) for own in activities if own is not None)
            yield from islice(filter(None, found), 1)


def _conflict(architecture: Architecture, control: Control, tester: Element, activity: Activity) -> Finding | None:
    testing = _hands(architecture, (tester.id, *architecture.responsibility.members(tester.id)))
    performing = set(_hands(architecture, architecture.responsibility.performers(activity)))
    both = next((own for own in testing if own in performing), None)
    if both is None:
        return None
    return Finding(
        control,
        f"{called(tester)} tests {called(control)} and performs it{'' if both == tester.id else f', by {both}'}",
        ("tester",),
        "name a tester who does not act in the controlled activities",
        (Place(activity, f"{both} acts here", ("role",)),),
    )


def _hands(architecture: Architecture, roles: Iterable[str]) -> tuple[str, ...]:
    """These roles and teams, then the positions that play them."""
    known = tuple(roles)
    return (*known, *(own.id for role in known for own in architecture.responsibility.positions(role)))


RULE = Rule(
    code="CTL12",
    name="tested-by-performer",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
