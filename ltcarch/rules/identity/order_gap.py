"""The order of siblings leaves out no number.

The order is what people see: the fourth process of a group is 4.1.4 on maps and in handbooks. Where it counts 1, 2, 4,
every reader asks for the third and suspects that a page is missing. Siblings that begin with a greater number than 1,
such as 10, 20, 30, leave room on purpose; those that state a `number` show that one.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, order: 1, name: Capture lead}
      - {id: LTC.1.1.A2, order: 2, name: Complete lead}
      - {id: LTC.1.1.A3, order: 4, name: Hand over lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, order: 1, name: Capture lead}
      - {id: LTC.1.1.A2, order: 2, name: Complete lead}
      - {id: LTC.1.1.A3, order: 3, name: Hand over lead}
```
"""

from collections.abc import Iterator, Sequence

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification
from ltcarch.model.hierarchy import HierarchyElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called
from ltcarch.source.changes import Change, ReplaceNumber


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The first of the siblings in front of which a number is left out, for each parent."""
    if not architecture.is_whole:
        return
    hierarchy = architecture.hierarchy
    yield from _gap([root for root in hierarchy.roots if isinstance(root, Classification)])
    for parent in hierarchy.in_order:
        siblings = hierarchy.children(parent)
        if len(siblings) > 1:
            yield from _gap(siblings)


def _gap(siblings: Sequence[HierarchyElement]) -> Iterator[Finding]:
    ordered = [(own, own.order) for own in siblings if own.order is not None]
    if not ordered or any(own.number or not own.expects("order") for own in siblings):
        return
    taken = sorted({order for _, order in ordered})
    right = dict(zip(taken, range(taken[0], taken[0] + len(taken)), strict=True))
    moved = [(own, order) for own, order in ordered if order != right[order]]
    if taken[0] > 1 or not moved:
        return
    (first, place), *others = moved
    yield Finding(
        first,
        f"{called(first)} has order {place}, and none of its siblings has {right[place]}",
        ("order",),
        "let the numbers count on",
        fix=_change(place, right),
        fix_elsewhere=tuple((own, _change(order, right)) for own, order in others),
    )


def _change(order: int, right: dict[int, int]) -> Change:
    return ReplaceNumber(("order",), order, right[order])


RULE = Rule(
    code="IDN11",
    name="order-gap",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    mending="lets the numbers of the siblings count on",
)
