"""The next test of a key control is planned, and its day has not passed.

A control that nobody tests wears out. The rule asks for `next_test:` where a controlled activity is published and in
operation, and speaks when that day is over.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], next_test: 2023-05-31}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], next_test: 2099-05-31}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Control
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Key controls in operation whose next test is not planned or overdue."""
    today = context.today.isoformat() if context.today else ""
    for control in architecture.all(Control):
        if not control.key or not _is_operated(architecture, control):
            continue
        if control.next_test is None and control.expects("next_test"):
            message = f"no next test of {called(control)} is planned"
            yield Finding(control, message, ("next_test",), "add `next_test:` with the day", at_key=True)
        elif control.next_test is not None and control.next_test < today:
            yield Finding(
                control,
                f"the test of {called(control)} was due on {control.next_test}",
                ("next_test",),
                "test it, enter the result under `last_test:`, and plan the next one",
            )


def _is_operated(architecture: Architecture, control: Control) -> bool:
    activities = (architecture.get(own, Activity) for own in control.activities)
    lifecycles = (architecture.lifecycle(own) for own in activities if own is not None)
    return any(own.status == "published" and own.stage == "operation" for own in lifecycles)


RULE = Rule(
    code="CTL10",
    name="overdue-test",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
    needs=frozenset({"today"}),
)
