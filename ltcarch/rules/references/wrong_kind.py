"""An id that is named belongs to an element of a kind that fits.

All ids share one space, so a position can be named where a role is due. Both exist, and yet the one does not do what
the other does.

Bad:

```yaml
activities:
  - {id: A1, name: Register order, role: sales_assistant}
positions:
  - {id: sales_assistant, name: Sales assistant}
```

Good:

```yaml
activities:
  - {id: A1, name: Register order, role: order_clerk}
roles:
  - {id: order_clerk, name: Order clerk}
positions:
  - {id: sales_assistant, name: Sales assistant, roles: [order_clerk]}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="REF02", name="wrong-kind", severity={"draft": Severity.ERROR}, documentation=__doc__)
