"""Each classification, group, process and sub-process has exactly one owner.

An owner answers for how well the process works, from end to end. Where nobody does, nobody improves it; where two
do, each waits for the other. Groups, processes and sub-processes that name no owner have the one above them, so it
is enough to name one for each classification. Say `unset: {owner: why}` where it is knowingly open.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: [head_of_sales, head_of_delivery]
  - id: ITR
    name: Issue to resolution
positions:
  - {id: head_of_sales, name: Head of sales}
  - {id: head_of_delivery, name: Head of delivery}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: head_of_sales
    deputies: [head_of_delivery]
  - id: ITR
    name: Issue to resolution
    unset: {owner: The board decides in March}
positions:
  - {id: head_of_sales, name: Head of sales}
  - {id: head_of_delivery, name: Head of delivery}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements with several owners, and classifications with none."""
    for element in architecture.all(ProcessElement):
        owners = dict.fromkeys(element.owners)
        if len(owners) > 1:
            yield Finding(
                element,
                f"{called(element)} has more than one owner: {listed(owners)}",
                ("owner",),
                "keep the one who answers for the result; the others belong under `deputies:`",
            )
        elif not owners and isinstance(element, Classification) and element.expects("owner"):
            yield Finding(
                element,
                f"{called(element)} has no owner",
                ("owner",),
                "add `owner:` with the id of a position, or say under `unset:` why it is open",
            )


RULE = Rule(
    code="OWN01",
    name="not-one-owner",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
