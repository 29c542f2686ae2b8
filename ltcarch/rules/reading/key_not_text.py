"""Keys are plain text.

YAML allows a list or a map as a key; no attribute is called like that. A value that begins with `[` or `{` and is
followed by a colon is mostly text that lacks its quotes.

Bad:

```yaml
artifacts:
  - id: order
    name: {[draft] order: en}
```

Good:

```yaml
artifacts:
  - id: order
    name: "[draft] order"
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC11", name="key-not-text", severity={"draft": Severity.ERROR}, documentation=__doc__)
