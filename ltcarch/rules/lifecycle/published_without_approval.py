"""What is published was approved by somebody, on some day.

A published process binds everybody who works by it, so it is good to know who decided that and when. Every lifecycle
with `status: published` names its `approvers`, and a day: `approved_on`, or `effective_from`. Say
`unset: {approvers: why}` at the element where it is knowingly open.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.0.0}
positions:
  - {id: head_of_sales, name: Head of sales}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      stage: operation
      status: published
      version: 1.0.0
      approvers: [head_of_sales]
      approved_on: 2025-12-15
positions:
  - {id: head_of_sales, name: Head of sales}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.stated import StatedLifecycle, stated_lifecycles
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Lifecycles that are published without approver or day."""
    for stated in stated_lifecycles(architecture):
        missing = list(_missing(stated)) if stated.lifecycle.status == "published" else []
        if missing:
            yield stated.finding(
                f"{stated.title} is published and names {listed([word for _, word in missing])}",
                (missing[0][0],),
                f"add {listed(f'`{key}:`' for key, _ in missing)}",
            )


def _missing(stated: StatedLifecycle) -> Iterator[tuple[str, str]]:
    lifecycle = stated.lifecycle
    if not lifecycle.approvers and stated.expects("approvers"):
        yield "approvers", "no approver"
    if not lifecycle.approved_on and not lifecycle.effective_from and stated.expects("approved_on"):
        yield "approved_on", "no day of approval"


RULE = Rule(
    code="LIF14",
    name="published-without-approval",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
