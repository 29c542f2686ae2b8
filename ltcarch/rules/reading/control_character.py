"""Files hold no characters that nobody can see.

A control character or a second byte order mark hides in an id or a name, and two that look alike differ. Some line
separators (U+0085, U+2028, U+2029) break a line for one program and not for the next. They mostly come with text that
was copied from elsewhere. Tabs and line ends are allowed, and an escape in quotes may not write them either.

Bad:

```text
A name that was copied from a slide, with the line separator U+2028 between its words:
an editor shows one line, a parser reads two.
```

Good:

```yaml
roles:
  - {id: clerk, name: Order clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SRC03", name="control-character", severity={"draft": Severity.ERROR}, documentation=__doc__)
