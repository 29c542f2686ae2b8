"""Each control names an activity where it is performed and a risk that it lowers.

A control without an activity is performed by nobody. A control without a risk cannot be judged: nobody can say whether
it is enough, or whether it may be dropped.

Bad:

```yaml
controls:
  - {id: four_eyes, name: Second look at prices}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price}
risks:
  - {id: price_below_floor, name: A price below the floor}
controls:
  - {id: four_eyes, name: Second look at prices, activities: [LTC.2.4.A3], risks: [price_below_floor]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Control
from ltcarch.rules.control.controlled import is_in_force
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

WANTED = {"activities": "activity", "risks": "risk"}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Controls that name no activity or no risk."""
    for control in architecture.all(Control):
        missing = [key for key in WANTED if not getattr(control, key) and control.expects(key)]
        if missing and is_in_force(architecture, control.activities, control):
            yield Finding(
                control,
                f"{called(control)} names no {listed((WANTED[key] for key in missing), 'and no')}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}",
            )


RULE = Rule(
    code="CTL02",
    name="floating-control",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
