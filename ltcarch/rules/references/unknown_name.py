"""Ends, states and scenario values that are named were stated.

They have no id of their own: an end belongs to its process, a state to its artifact, a value to its scenario
dimension. One that is only named where it is used cannot be told from a misspelling.

Bad:

```yaml
activities:
  - {id: A1, name: Sign order, outputs: [{artifact: order, state: singed}]}
artifacts:
  - {id: order, name: Order, states: [draft, signed]}
```

Good:

```yaml
activities:
  - {id: A1, name: Sign order, outputs: [{artifact: order, state: signed}]}
artifacts:
  - {id: order, name: Order, states: [draft, signed]}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="REF03",
    name="unknown-name",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a name that misspells exactly one known name",
)
