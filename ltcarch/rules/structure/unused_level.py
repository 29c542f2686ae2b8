"""No element stands on a level that the company does not use.

The project file says which of the six levels the company works with. An element on another one was put there by
mistake, or the company has changed its mind and should say so.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
levels:
  task: {used: false}
# architecture.yaml
activities:
  - id: LTC.1.1.A1
    name: Capture lead
    tasks:
      - id: LTC.1.1.A1.T1
        name: Open the lead form
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
levels:
  task: {used: false}
# architecture.yaml
activities:
  - id: LTC.1.1.A1
    name: Capture lead
    description: Open the lead form and enter what is known
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import CLASSES, COLLECTIONS, HIERARCHY, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The elements of levels with `used: false`."""
    unused = [kind for kind in HIERARCHY if not architecture.project.uses(kind)]
    for kind in unused:
        for element in architecture.all(CLASSES[COLLECTIONS[kind]]):
            yield Finding(
                element,
                f"{called(element)} stands on a level that this project does not use",
                help=f"move what it says to the level above, or delete `used: false` of `{kind}` in ltcarch.yaml",
            )


RULE = Rule(
    code="STR05",
    name="unused-level",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
