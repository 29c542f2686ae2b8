"""A step at which branches meet that all were started says that it waits for them.

Where nothing is said, a step is done for each arrival. Behind a choice that is right: one branch arrives. Behind a
parallel split each branch arrives, and the step, with all that follows, would be done once for each of them.
`join: parallel` waits for all; `join: inclusive` for those that an inclusive split has started.

Bad:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
    activities:
      - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
      - {id: LTC.2.7.A2, name: Review legal terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A3, name: Review financial terms, next: [LTC.2.7.A4]}
      - {id: LTC.2.7.A4, name: Conclude review}
```

Good:

```yaml
processes:
  - id: LTC.2.7
    name: Review contracts
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
from ltcarch.rules.activity.flow import flows_to_judge
from ltcarch.rules.activity.judgement import lacks_join, misfits
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Steps without `join` behind the branches of one parallel or inclusive split."""
    for flow in flows_to_judge(architecture):
        for misfit in filter(lacks_join, misfits(flow)):
            split, step = misfit.split, misfit.join.element
            yield Finding(
                step,
                f"{called(step)} is begun once for each branch that {called(split.element)} starts",
                ("join",),
                f"add `join: {split.split}` to wait for the branches"
                if isinstance(step, Activity)
                else f"let the branches meet at an activity with `join: {split.split}` before it",
                (Place(split.element, "the branches start here", ("split",)),),
            )


RULE = Rule(
    code="ACT05",
    name="unstated-join",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
