"""A published classification or group is divided into at least two parts.

A level that holds a single part divides nothing: it is one more page to open and one more owner to ask. Either
the other parts are still missing, or the level above is enough.

Bad:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.1, name: Collect leads}
```

Good:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.1, name: Collect leads}
      - {id: LTC.1.2, name: Distribute leads}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import COLLECTIONS, HIERARCHY, Architecture, Classification, Group
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, counted

FEWEST = 2


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published classifications and groups with one part or none on the next level in use."""
    for element in (*architecture.all(Classification), *architecture.all(Group)):
        below = HIERARCHY[HIERARCHY.index(element.KIND) + 1 :]
        kind = next((own for own in below if architecture.project.uses(own)), None)
        if kind is None:
            continue
        count = len(architecture.hierarchy.children(element))
        is_counted = element.expects(COLLECTIONS[kind]) and not architecture.is_out_of_sight(element.id)
        if count < FEWEST and is_counted and architecture.is_published(element):
            yield Finding(
                element,
                f"{called(element)} is published and has {counted(count, kind)}",
                (COLLECTIONS[kind],),
                "add the other parts, or give up one of the two levels here; what is not worked out yet is a draft",
                at_key=True,
            )


RULE = Rule(
    code="STR09",
    name="undivided-group",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
