"""The patterns under `sources:` match some file.

Otherwise the architecture is empty and every check passes. A pattern begins at the project folder: `**` stands for
any number of folders, `*` for any part of a name.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
sources: [processes/**/*.yaml]
# architecture.yaml
roles:
  - {id: clerk, name: Clerk}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
sources: ["**/*.yaml"]
# architecture.yaml
roles:
  - {id: clerk, name: Clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC12", name="nothing-to-read", severity={"draft": Severity.ERROR}, documentation=__doc__)
