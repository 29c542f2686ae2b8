"""Sources that `provenance` names stand in the legend of the project file.

The legend says what each key stands for, so that a reader can tell what was decided from what was assumed. A project
without a legend may write there what it likes.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
provenance: {W1: Workshop of March}
# architecture.yaml
roles:
  - {id: clerk, name: Clerk, provenance: W2}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
provenance: {W1: Workshop of March}
# architecture.yaml
roles:
  - {id: clerk, name: Clerk, provenance: W1}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="REF04",
    name="unknown-provenance",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a key that misspells exactly one known key",
)
