"""An owner is a position, not a unit, a team or a role.

A department cannot be called to account, and a committee meets too seldom to look after a process. A role is played
by many. A position is filled by one person, who can be asked.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: sales
units:
  - {id: sales, name: Sales department}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: head_of_sales
units:
  - {id: sales, name: Sales department, head: head_of_sales}
positions:
  - {id: head_of_sales, name: Head of sales, unit: sales}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, Position, ProcessElement, Role, Team, Unit
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, with_article


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Owners that are units, teams or roles."""
    for element in architecture.all(ProcessElement):
        for index, owner_id in enumerate(element.owners):
            owner = architecture.get(owner_id)
            if isinstance(owner, (Unit, Team, Role)):
                yield Finding(
                    element,
                    f"the owner of {called(element)} is {with_article(owner.KIND)}, {owner.id}",
                    ("owner", index),
                    _advice(architecture, owner),
                    (Place(owner, f"{owner.id} is {with_article(owner.KIND)}"),),
                )


def _advice(architecture: Architecture, owner: Element) -> str:
    """The position that may be meant."""
    if isinstance(owner, Unit) and architecture.get(owner.head, Position):
        return f"name a position: its head is {owner.head}"
    holders = architecture.responsibility.positions(owner.id)
    return f"name a position: {holders[0].id} plays this role" if holders else "name a position"


RULE = Rule(
    code="OWN02",
    name="owner-not-a-position",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
