"""Settings and waivers name rules that exist.

A misspelt code sets nothing and silences nothing, and nobody notices. That holds under `rules`, under `per_path` and in
every waiver.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {OWN50: error}
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {OWN05: error}
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="CFG01",
    name="unknown-rule",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="corrects a code that misspells exactly one known code",
)
