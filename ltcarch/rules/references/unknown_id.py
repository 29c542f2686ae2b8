"""Every id that is named belongs to an element.

A name that leads nowhere is a misspelling, or somebody deleted what others still rely on. The message names the id
that is nearest to it. Ids in files that cannot be read are not called unknown.

Bad:

```yaml
activities:
  - {id: A1, name: Register order, role: order_clark}
roles:
  - {id: order_clerk, name: Order clerk}
```

Good:

```yaml
activities:
  - {id: A1, name: Register order, role: order_clerk}
roles:
  - {id: order_clerk, name: Order clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="REF01",
    name="unknown-id",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects an id that misspells exactly one known id",
)
