"""No date of review has passed.

A process that nobody looks at for years no longer describes the work. Whoever publishes one sets the day by which it is
reviewed; when that day passes, the review is due.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.0.0, review_by: 2024-12-31}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.1.0, review_by: 2099-12-31}
```
"""

from collections.abc import Iterator
from datetime import date

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.dates import as_date
from ltcarch.rules.lifecycle.stated import stated_lifecycles
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Lifecycles whose review was due before today. What is retired needs none."""
    today = context.today or date.min
    for stated in stated_lifecycles(architecture):
        due = as_date(stated.lifecycle.review_by)
        if due is not None and due < today and stated.lifecycle.status != "retired":
            yield stated.finding(
                f"the review of {stated.title} was due on {due}",
                ("review_by",),
                "review it, then set the next date; or retire it",
            )


RULE = Rule(
    code="LIF03",
    name="review-overdue",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    needs=frozenset({"today"}),
)
