"""Keys are those that the format knows.

A misspelt key says nothing to anybody, and what it was meant to say is missing. The message names the key that is
nearest to it. Room for remarks of your own is in comments, `description` and `tags`.

Bad:

```yaml
artifacts:
  - {id: order, name: Order, retenton: P10Y}
```

Good:

```yaml
artifacts:
  - {id: order, name: Order, retention: P10Y}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="SCH01",
    name="unknown-key",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a key that misspells exactly one known key",
)
