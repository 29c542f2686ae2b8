"""Each file is YAML.

The message says at which character reading stopped. The cause is often a line above: a quote or a bracket that is not
closed, a key that is indented otherwise than its siblings, a tab. Text that begins with %, @, &, *, ! or a quote, and
text that holds a colon followed by a space, stands in quotes. Chinese punctuation looks like YAML's and means nothing
to it.

Bad:

```yaml
kpis:
  - id: win_rate
    name: Win rate
    unit: %
```

Good:

```yaml
kpis:
  - id: win_rate
    name: Win rate
    unit: "%"
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC04", name="syntax", severity={"draft": Severity.ERROR}, documentation=__doc__)
