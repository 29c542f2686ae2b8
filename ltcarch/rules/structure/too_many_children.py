"""An element has no more parts than a reader can take in at once.

A map with thirty boxes is read by nobody. Where a level grows that wide, there is mostly a grouping that everybody
has in mind and nobody has drawn.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
profile: strict
rules:
  STR17: {maximum: 2}
# architecture.yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.1, name: Collect leads}
      - {id: LTC.1.2, name: Distribute leads}
      - {id: LTC.1.3, name: Cultivate leads}
```

Good:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.1, name: Collect leads}
      - {id: LTC.1.2, name: Distribute leads}
      - {id: LTC.1.3, name: Cultivate leads}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called, counted


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements with more children than the option allows."""
    most = context.options["maximum"]
    for element in architecture.hierarchy.in_order:
        children = architecture.hierarchy.children(element)
        if len(children) > most:
            kinds = {child.KIND for child in children}
            count = counted(len(children), *kinds) if len(kinds) == 1 else f"{len(children)} parts"
            yield Finding(
                element,
                f"{called(element)} has {count}; more than {most} are hard to take in",
                help="look for groups among them, or raise `maximum` of STR17 in ltcarch.yaml",
            )


RULE = Rule(
    code="STR17",
    name="too-many-children",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"maximum": Option(12, "the most parts that an element may have")},
)
