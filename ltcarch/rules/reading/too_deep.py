"""Nothing is nested deeper than 64 levels.

The format needs some twenty levels. More of them are a slip, such as brackets that were never closed, or an attack on
whatever reads the file. An element may stand alone, with `parent:`.

Bad:

```yaml
roles:
  - id: clerk
    name: Clerk
    tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

Good:

```yaml
roles:
  - id: clerk
    name: Clerk
    tags: [front_office]
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC09", name="too-deep", severity={"draft": Severity.ERROR}, documentation=__doc__)
