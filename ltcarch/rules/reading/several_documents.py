"""A file holds one document.

After a line `---` in the middle of a file another document begins, and many programs read the first one only. Put all
of it into one document, or the rest into a file of its own: an element may stand in any file.

Bad:

```yaml
roles:
  - {id: clerk, name: Clerk}
---
positions:
  - {id: assistant, name: Assistant, roles: [clerk]}
```

Good:

```yaml
roles:
  - {id: clerk, name: Clerk}
positions:
  - {id: assistant, name: Assistant, roles: [clerk]}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC08", name="several-documents", severity={"draft": Severity.ERROR}, documentation=__doc__)
