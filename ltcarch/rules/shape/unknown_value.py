"""Where a key has a fixed list of values, its value is one of them.

Rules and pictures rely on these words. What a company calls them is another matter: names are shown to people in
their language, the words in YAML stay.

Bad:

```yaml
artifacts:
  - {id: order, name: Order, type: form}
```

Good:

```yaml
artifacts:
  - {id: order, name: Order, type: document}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="SCH04",
    name="unknown-value",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a word that misspells exactly one of the known ones",
)
