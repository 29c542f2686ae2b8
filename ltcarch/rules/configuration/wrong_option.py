"""What is set of a rule is something that it can be set to.

An option that a rule does not have, or a value that does not fit, would leave the rule as it was while everybody
believes otherwise. What is found while files are read can neither be changed nor switched off: whatever could not be
read was not checked at all.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {OWN15: {most: nine}}
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {OWN15: {most: 9}}
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="CFG02",
    name="wrong-option",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a misspelt option or severity, and deletes the setting of a rule that cannot be set",
)
