"""Files use no anchors and aliases.

What stands at an alias stands somewhere else, so a reviewer cannot judge a change by the lines that changed, and a
few lines can unfold into millions. Write the value out, or make it an element of its own and name its id.

Bad:

```yaml
positions:
  - {id: clerk_north, name: Clerk north, roles: &all [order_clerk]}
  - {id: clerk_south, name: Clerk south, roles: *all}
roles:
  - {id: order_clerk, name: Order clerk}
```

Good:

```yaml
positions:
  - {id: clerk_north, name: Clerk north, roles: [order_clerk]}
  - {id: clerk_south, name: Clerk south, roles: [order_clerk]}
roles:
  - {id: order_clerk, name: Order clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC06", name="alias", severity={"draft": Severity.ERROR}, documentation=__doc__)
