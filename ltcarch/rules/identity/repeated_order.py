"""Siblings of one kind have different places in the order.

The order decides what comes first on maps and in handbooks, and in which sequence activities run. Where two siblings
claim the same place, their ids decide, which nobody meant.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, order: 1, name: Capture lead}
      - {id: LTC.1.1.A2, order: 1, name: Complete lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, order: 1, name: Capture lead}
      - {id: LTC.1.1.A2, order: 2, name: Complete lead}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The later one of two siblings of one kind with the same `order`."""
    taken: dict[tuple[str | None, str, int], Element] = {}
    for element in architecture.hierarchy.in_order:
        if element.order is None:
            continue
        other = taken.setdefault((element.parent, element.KIND, element.order), element)
        if other is not element:
            yield Finding(
                element,
                f"{called(element)} has the same order as its sibling {other.id}",
                ("order",),
                "give each sibling a number of its own, or none to any of them",
                (Place(other, f"the order of {called(other)}", ("order",)),),
            )


RULE = Rule(
    code="IDN10",
    name="repeated-order",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
