"""Each value is of the type that its key asks for.

A list where one text belongs, a text where a list belongs, or a number where a text belongs is read otherwise than it
was meant. Numbers, true, false and null become text in quotes; `no`, `on` and dates are text without them.

Bad:

```yaml
activities:
  - {id: A1, name: Register order, outputs: registered_order}
artifacts:
  - {id: registered_order, name: Registered order}
```

Good:

```yaml
activities:
  - {id: A1, name: Register order, outputs: [registered_order]}
artifacts:
  - {id: registered_order, name: Registered order}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(
    code="SCH03",
    name="wrong-type",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    mending="puts quotes around a number, or around true or false, where text is due",
)
