"""No position owns more classifications than one person can look after.

Whoever owns most of the flows owns none of them: the work of an owner is left to others, who are not called owners.

Bad:

```yaml
classifications:
  - {id: MTL, name: Market to lead, owner: president}
  - {id: LTC, name: Lead to cash, owner: president}
  - {id: OTD, name: Order to delivery, owner: president}
  - {id: ITR, name: Issue to resolution, owner: president}
positions:
  - {id: president, name: President}
```

Good:

```yaml
classifications:
  - {id: MTL, name: Market to lead, owner: head_of_market}
  - {id: LTC, name: Lead to cash, owner: head_of_sales}
positions:
  - {id: head_of_market, name: Head of market}
  - {id: head_of_sales, name: Head of sales}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, Position
from ltcarch.rules.rule import Context, Finding, Option, Place, Rule
from ltcarch.rules.wording import called, counted


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Positions that own more classifications than the option allows."""
    owned: dict[str, list[Classification]] = {}
    for classification in architecture.all(Classification):
        for owner in dict.fromkeys(classification.owners):
            owned.setdefault(owner, []).append(classification)
    for position in architecture.all(Position):
        own = owned.get(position.id, [])
        if len(own) > context.options["most"]:
            yield Finding(
                position,
                f"{called(position)} owns {counted(len(own), 'classification')}",
                (),
                "give some of them to those who run them day by day",
                tuple(Place(classification, f"it owns {classification.id}", ("owner",)) for classification in own),
            )


RULE = Rule(
    code="OWN14",
    name="owner-of-too-much",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"most": Option(3, "how many classifications a position may own")},
)
