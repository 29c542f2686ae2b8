"""Files are written in UTF-8.

It is the one encoding that holds every script and that every editor and every version control system agrees on. Some
programs write another one unless told otherwise: GBK, say, or UTF-16. A byte order mark at the beginning is allowed.

Bad:

```text
A file saved as GBK: the bytes D6 B0 D4 B1 stand for two Chinese characters there,
and for nothing in UTF-8.
```

Good:

```yaml
roles:
  - {id: clerk, name: 职员}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC02", name="not-utf8", severity={"draft": Severity.ERROR}, documentation=__doc__)
