"""A published decision states who may decide up to which amount.

"Approve" without a limit sends every case to the top, or lets the bottom decide everything. `authority:` names the
amount that counts and the limit of each role. Say `unset: {authority: why}` where a decision needs no limit, such as
the choice of a technical solution.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Decide price, decision: true}
```

Good:

```yaml
activities:
  - id: LTC.2.4.A3
    name: Decide price
    decision: true
    authority:
      amount: Deviation from the floor price in percent
      limits:
        - {role: sales_head, up_to: 5}
        - {role: sales_decision_team}
roles:
  - {id: sales_head, name: Sales head}
teams:
  - {id: sales_decision_team, name: Sales decision team}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published decisions without limits of authority."""
    for activity in architecture.all(Activity):
        has_limits = activity.authority is not None and bool(activity.authority.limits)
        is_asked = activity.decision and activity.expects("authority") and architecture.is_published(activity)
        if is_asked and not has_limits:
            yield Finding(
                activity,
                f"{called(activity)} is a decision, but nothing says who may decide up to which amount",
                ("authority",) if activity.authority else ("decision",),
                "add `authority:` with limits, or say under `unset:` why it has none",
                at_key=True,
            )


RULE = Rule(
    code="CTL08",
    name="decision-without-limit",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
