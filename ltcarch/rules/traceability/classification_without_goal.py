"""Each classification serves a goal of the strategy.

The strategy reaches people's work through processes only. A classification that serves no goal works for last year's
strategy, or for itself. It names its `goals`, or something below it does.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    goals: [grow_revenue]
goals:
  - {id: grow_revenue, name: Grow revenue}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Classifications that name no goal, and nothing below them does. What is retired needs none."""
    stating = (element for element in architecture.all(ProcessElement) if element.goals)
    serving = {above.id for element in stating for above in architecture.hierarchy.lineage(element)}
    for element in architecture.all(Classification):
        is_asked = element.expects("goals") and architecture.lifecycle(element).status != "retired"
        if element.id not in serving and is_asked and not architecture.is_out_of_sight(element.id):
            yield Finding(
                element,
                f"{called(element)} serves no goal of the strategy",
                (),
                "add `goals:` with the ids of those that it serves",
            )


RULE = Rule(
    code="TRC01",
    name="classification-without-goal",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
