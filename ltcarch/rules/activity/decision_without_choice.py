"""A decision has two outcomes or more.

A step that is marked as a decision and always leads to the same place decides nothing, or its refusal has been
forgotten: what happens to a request that is not approved? A time that runs out counts as an outcome.

Bad:

```yaml
processes:
  - id: LTC.2.4
    name: Decide price
    ends: [authorised]
    activities:
      - {id: LTC.2.4.A1, name: Apply for price}
      - {id: LTC.2.4.A2, name: Decide price, decision: true}
```

Good:

```yaml
processes:
  - id: LTC.2.4
    name: Decide price
    ends: [authorised, refused]
    activities:
      - {id: LTC.2.4.A1, name: Apply for price, next: [LTC.2.4.A2]}
      - id: LTC.2.4.A2
        name: Decide price
        decision: true
        split: exclusive
        next: [{end: authorised, when: granted}, {end: refused, default: true}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Decisions with one way on, or with several that are all taken."""
    for activity in architecture.all(Activity):
        if not activity.decision or not architecture.is_published(activity) or not activity.expects("next"):
            continue
        if not architecture.is_out_of_sight(activity.id) and _outcomes(architecture, activity) < 2:
            yield Finding(
                activity,
                f"{called(activity)} is a decision with a single outcome",
                ("decision",),
                "say under `next:` where each outcome leads, with `split: exclusive`, or delete `decision: true`",
            )


def _outcomes(architecture: Architecture, activity: Activity) -> int:
    ways = {(way.to, way.end) for way in architecture.sequence.successors(activity)}
    chosen = 1 if activity.split == "parallel" else len(ways)
    return chosen + bool(activity.waits and activity.waits.then)


RULE = Rule(
    code="ACT13",
    name="decision-without-choice",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
