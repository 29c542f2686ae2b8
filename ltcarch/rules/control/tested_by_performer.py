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

from collections.abc import Iterator
from functools import lru_cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Control, Element, Unit
from ltcarch.rules.hands import hands
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

REMEMBERED = 100
"""For how many testers it is kept under which names they act."""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Controls whose tester is among those who do a controlled activity, once each."""
    names = lru_cache(REMEMBERED)(lambda tester: hands(architecture, tester))
    for control in architecture.all(Control):
        tester = architecture.get(control.tester)
        if tester is None or isinstance(tester, Unit):
            continue
        for activity in (architecture.get(own, Activity) for own in control.activities):
            performers = architecture.responsibility.performers(activity) if activity else ()
            both = next((own for own in performers if own in names(tester.id)), None)
            if activity is not None and both is not None:
                yield Finding(
                    control,
                    f"{called(tester)} tests {called(control)} and performs it{_as(both, tester)}",
                    ("tester",),
                    "name a tester who does not act in the controlled activities",
                    (Place(activity, f"{both} acts here", ("role",)),),
                )
                break


def _as(performer: str, tester: Element) -> str:
    return "" if performer == tester.id else f", as {performer}"


RULE = Rule(
    code="CTL12",
    name="tested-by-performer",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
