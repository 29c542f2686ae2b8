"""Files use no tags.

A tag tells a program to make something else of a value than what stands there, up to running code. Text in quotes is
text without one; everything else follows from the format.

Bad:

```yaml
artifacts:
  - {id: price_list, name: Price list, version: !!str 1.0}
```

Good:

```yaml
artifacts:
  - {id: price_list, name: Price list, version: "1.0"}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC07", name="tag", severity={"draft": Severity.ERROR}, documentation=__doc__)
