"""A change names the requirement behind it.

Whoever meets a changed process asks why. The requirement answers, and when it falls away the change can be undone.

Bad:

```yaml
changes:
  - {id: ltc_change, name: Introduce lead to cash}
```

Good:

```yaml
changes:
  - {id: ltc_change, name: Introduce lead to cash, requirement: REQ-204}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Change
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Changes without requirement. One that was rejected needs none."""
    for change in architecture.all(Change):
        if not change.requirement and change.expects("requirement") and change.status != "rejected":
            yield Finding(
                change,
                f"{called(change)} names no requirement",
                (),
                "add `requirement:` with its number or name",
            )


RULE = Rule(
    code="TRC07",
    name="change-without-requirement",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
