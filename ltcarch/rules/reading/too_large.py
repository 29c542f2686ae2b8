"""No file is larger than 64 megabytes.

Nobody can review such a file, and no editor is pleasant to use with it. Split it: elements can stand in any file and
name their parent.

Bad:

```text
A file of 70 megabytes below `architecture/`.
```

Good:

```yaml
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash}
# architecture/leads.yaml
groups:
  - {id: LTC.1, name: Manage leads, parent: LTC}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC10", name="too-large", severity={"draft": Severity.ERROR}, documentation=__doc__)
