"""A split takes one way or all of them.

An inclusive split takes those ways whose conditions hold, be it one, some or all. Nobody can tell from the picture how
many will be taken, and few systems run it as it was meant. It is allowed; a choice before a parallel split often says
the same more clearly.

Bad:

```yaml
activities:
  - id: LTC.2.7.A1
    name: Compile draft contract
    split: inclusive
    next: [{to: LTC.2.7.A2, when: terms differ}, {to: LTC.2.7.A3, when: price differs}]
  - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
  - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
  - {id: LTC.2.7.A4, name: Conclude review, join: inclusive}
```

Good:

```yaml
activities:
  - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
  - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
  - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
  - {id: LTC.2.7.A4, name: Conclude review, join: parallel}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.activity.branches import stated_branches
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Inclusive splits with several ways on."""
    for activity in architecture.all(Activity):
        if activity.split != "inclusive" or not architecture.is_published(activity):
            continue
        if len(stated_branches(architecture, activity)) > 1:
            yield Finding(
                activity,
                f"{called(activity)} takes some of its ways, and nobody can see how many",
                ("split",),
                "if it is always one way or always all, write `exclusive` or `parallel`, here and at the join",
            )


RULE = Rule(
    code="ACT15",
    name="inclusive-split",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
