"""An activity asks only as many for advice as it can wait for.

Everybody who must be asked adds a handover and a wait. Who only needs to know the outcome is informed, afterwards.

Bad:

```yaml
activities:
  - id: LTC.2.5.A4
    name: Decide bid price
    role: bid_manager
    raci: {consulted: [a, b, c, d, e, f]}
roles:
  - {id: bid_manager, name: Bid manager}
  - {id: a, name: Account manager}
  - {id: b, name: Solution manager}
  - {id: c, name: Project controller}
  - {id: d, name: Legal counsel}
  - {id: e, name: Tax adviser}
  - {id: f, name: Supply planner}
```

Good:

```yaml
activities:
  - id: LTC.2.5.A4
    name: Decide bid price
    role: bid_manager
    raci: {consulted: [a, b], informed: [c]}
roles:
  - {id: bid_manager, name: Bid manager}
  - {id: a, name: Account manager}
  - {id: b, name: Project controller}
  - {id: c, name: Supply planner}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Activities that consult more than the option allows."""
    for activity in architecture.all(Activity):
        consulted = set(activity.raci.consulted if activity.raci else ())
        if len(consulted) > context.options["most"]:
            yield Finding(
                activity,
                f"{called(activity)} consults {len(consulted)} parties before it is done",
                ("raci", "consulted"),
                "keep those whose advice changes the result; the others belong under `informed:`",
            )


RULE = Rule(
    code="OWN15",
    name="too-many-consulted",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"most": Option(5, "how many may be consulted on one activity")},
)
