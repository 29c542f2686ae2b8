"""Each file of the project can be read and lies inside of the project folder.

A file that cannot be opened was not checked, whatever it says. Permissions, a link that leads out of the folder, or a
pattern under `sources:` that does so are the usual causes. What lies outside is not under review with the rest, and
nobody who copies the project has it.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
sources: [architecture.yaml, ../shared/*.yaml]
# architecture.yaml
roles:
  - {id: clerk, name: Clerk}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
sources: [architecture.yaml, shared/*.yaml]
# architecture.yaml
roles:
  - {id: clerk, name: Clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC01", name="unreadable-file", severity={"draft": Severity.ERROR}, documentation=__doc__)
