"""Several ways on without conditions say whether one of them is taken or all.

Two steps that follow without a condition may be a choice that nobody described, or work that goes on side by side.
Readers will guess, and guess differently. `split: parallel` takes all ways, `split: exclusive` one of them by its
condition; sub-processes tell their ways apart by `on:` and `when:`. Scenarios need no condition.

Bad:

```yaml
activities:
  - {id: LTC.2.7.A1, name: Compile draft contract, next: [LTC.2.7.A2, LTC.2.7.A3]}
  - {id: LTC.2.7.A2, name: Review legal terms}
  - {id: LTC.2.7.A3, name: Review financial terms}
```

Good:

```yaml
activities:
  - {id: LTC.2.7.A1, name: Compile draft contract, split: parallel, next: [LTC.2.7.A2, LTC.2.7.A3]}
  - {id: LTC.2.7.A2, name: Review legal terms}
  - {id: LTC.2.7.A3, name: Review financial terms}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Subprocess
from ltcarch.model.sequence import Step
from ltcarch.rules.activity.branches import lacks_split
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Steps with several ways on, of which neither a split nor conditions tell the meaning."""
    steps: tuple[Step, ...] = (*architecture.all(Subprocess), *architecture.all(Activity))
    for step in steps:
        if architecture.is_published(step) and step.expects("split") and lacks_split(architecture, step):
            yield Finding(
                step,
                f"{called(step)} leads on in several ways without condition and does not say whether it takes "
                "one of them or all",
                ("next",),
                _help(step),
                at_key=True,
            )


def _help(step: Step) -> str:
    if isinstance(step, Subprocess):
        return "say for each way `on:` which end or `when:` it is taken"
    return "add `split: parallel` to take all of them, or `split: exclusive` and `when:` for each to take one"


RULE = Rule(
    code="ACT04",
    name="unstated-split",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
