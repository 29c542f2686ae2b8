"""No way on is stated twice.

Two links from a step to the same place on the same condition say nothing more than one, and a parallel split would
start the same step twice. Where one of several ways is chosen, two different conditions may lead to the same step.

Bad:

```yaml
activities:
  - id: LTC.2.7.A1
    name: Compile draft contract
    split: parallel
    next: [LTC.2.7.A2, LTC.2.7.A2]
  - {id: LTC.2.7.A2, name: Review legal terms}
```

Good:

```yaml
activities:
  - id: LTC.2.7.A1
    name: Compile draft contract
    split: parallel
    next: [LTC.2.7.A2, LTC.2.7.A3]
  - {id: LTC.2.7.A2, name: Review legal terms}
  - {id: LTC.2.7.A3, name: Review financial terms}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Subprocess
from ltcarch.model.sequence import Step
from ltcarch.rules.activity.branches import repeated_branches
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The later ones of equal links."""
    steps: tuple[Step, ...] = (*architecture.all(Subprocess), *architecture.all(Activity))
    for step in steps:
        for branch, first in repeated_branches(architecture, step) if architecture.is_published(step) else ():
            goal = f"to {branch.way.to}" if branch.way.to else f"to the end `{branch.way.end or ''}`"
            yield Finding(
                step,
                f"{called(step)} leads {goal} twice",
                branch.path,
                "delete this link, or correct where it leads",
                (Place(step, "the first link to it", first.path),),
            )


RULE = Rule(
    code="ACT14",
    name="repeated-link",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
