"""What cannot be left out is there.

Each element has an id, by which others name it, and a name, by which people know it. Some smaller things need one
too: an end its id, a waiver its reason, its owner and its last day. All else may be left out as far as the format
goes.

Bad:

```yaml
roles:
  - {name: Clerk}
```

Good:

```yaml
roles:
  - {id: clerk, name: Clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SCH02", name="missing-key", severity={"draft": Severity.ERROR}, documentation=__doc__)
