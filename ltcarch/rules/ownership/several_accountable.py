"""At most one is accountable for an activity.

The accountable one has the last word. With two of them a conflict goes up the hierarchy instead of being settled in
the process. Where nothing is said, it is the process owner.

Bad:

```yaml
activities:
  - id: LTC.2.5.A4
    name: Decide bid price
    role: bid_manager
    raci: {accountable: [account_manager, solution_manager]}
roles:
  - {id: bid_manager, name: Bid manager}
  - {id: account_manager, name: Account manager}
  - {id: solution_manager, name: Solution manager}
```

Good:

```yaml
activities:
  - id: LTC.2.5.A4
    name: Decide bid price
    role: bid_manager
    raci: {accountable: [account_manager], consulted: [solution_manager]}
roles:
  - {id: bid_manager, name: Bid manager}
  - {id: account_manager, name: Account manager}
  - {id: solution_manager, name: Solution manager}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Activities for which more than one is accountable."""
    for activity in architecture.all(Activity):
        accountable = dict.fromkeys(activity.raci.accountable if activity.raci else ())
        if len(accountable) > 1:
            yield Finding(
                activity,
                f"more than one is accountable for {called(activity)}: {listed(accountable)}",
                ("raci", "accountable"),
                "keep one; the others belong under `consulted:`",
            )


RULE = Rule(
    code="OWN08",
    name="several-accountable",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
