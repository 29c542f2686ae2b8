"""Promotion ends with business and organisation adapted, and people enabled.

A new process meets offices that work in their own way, positions that were cut for the old one, and people who never
heard of it. Only when these three are dealt with does it run by itself. So a lifecycle in `operation` lists
`business_adaptation`, `organisation_adaptation` and `promotion_and_empowerment` under `done`.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, done: [business_adaptation, organisation_adaptation]}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      stage: operation
      status: published
      done: [business_adaptation, organisation_adaptation, promotion_and_empowerment]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.outcomes import left_undone
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Lifecycles in operation that do not list all outcomes of promotion."""
    yield from left_undone(architecture, "promotion")


RULE = Rule(
    code="LIF09",
    name="promotion-not-done",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
