"""A published activity says what is done.

A name of two words is no instruction. Whoever is new in the role needs a sentence or two: what is done, with what in
mind, and when it is good enough. Tasks tell it as well, and a called process is described where it stands.

Bad:

```yaml
activities:
  - {id: LTC.1.2.A1, name: Validate lead}
```

Good:

```yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    description: Ask the customer for need, budget and time, and note the answers in the lead.
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published activities with a name and nothing else to work by."""
    for activity in architecture.all(Activity):
        is_told = activity.description or activity.calls or architecture.hierarchy.children(activity, "task")
        if is_told or not activity.expects("description") or architecture.is_out_of_sight(activity.id):
            continue
        if architecture.is_published(activity):
            yield Finding(
                activity,
                f"{called(activity)} is published and does not say what is done",
                ("description",),
                "add `description:`, or its tasks",
            )


RULE = Rule(
    code="ACT17",
    name="undescribed-activity",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
