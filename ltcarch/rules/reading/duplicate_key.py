"""A key stands once in a map.

Of two values under one key one is lost, and which one depends on the program that reads it. It happens when a file is
merged, or when an attribute is added that was there already.

Bad:

```yaml
roles:
  - id: clerk
    name: Clerk
    responsibility: Complete orders
    responsibility: Timely answers
```

Good:

```yaml
roles:
  - id: clerk
    name: Clerk
    responsibility: Complete orders and timely answers
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC05", name="duplicate-key", severity={"draft": Severity.ERROR}, documentation=__doc__)
