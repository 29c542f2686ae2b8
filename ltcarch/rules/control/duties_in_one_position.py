"""No position plays roles of both sides of duties that must be kept apart.

Two roles keep nothing apart if one person plays both. The rule looks at the roles on the two sides, members of teams
included, and at the positions that play them. `compensating_control` makes the finding an information. Of a role that
is on both sides itself, CTL06 speaks.

Bad:

```yaml
activities:
  - {id: LTC.3.3.A1, name: Issue invoice, role: billing_officer}
  - {id: LTC.3.3.A3, name: Match receipt, role: cash_accountant}
roles:
  - {id: billing_officer, name: Billing officer}
  - {id: cash_accountant, name: Cash accountant}
positions:
  - {id: accountant, name: Accountant, roles: [billing_officer, cash_accountant]}
segregation:
  - {id: cash, name: Invoice and match receipts, first: [LTC.3.3.A1], second: [LTC.3.3.A3]}
```

Good:

```yaml
activities:
  - {id: LTC.3.3.A1, name: Issue invoice, role: billing_officer}
  - {id: LTC.3.3.A3, name: Match receipt, role: cash_accountant}
roles:
  - {id: billing_officer, name: Billing officer}
  - {id: cash_accountant, name: Cash accountant}
positions:
  - {id: billing_specialist, name: Billing specialist, roles: [billing_officer]}
  - {id: receivables_accountant, name: Receivables accountant, roles: [cash_accountant]}
segregation:
  - {id: cash, name: Invoice and match receipts, first: [LTC.3.3.A1], second: [LTC.3.3.A3]}
```
"""

from collections.abc import Iterable, Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Position, Segregation
from ltcarch.rules.control.sides import lowered, sides_of
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Positions that play different roles of the two sides."""
    for pair in architecture.all(Segregation):
        sides = sides_of(architecture, pair)
        told = set(sides.shared)
        first = _positions(architecture, (own for own in sides.first if own not in told))
        second = _positions(architecture, (own for own in sides.second if own not in told))
        for position, role in first.items():
            if position in second:
                yield Finding(
                    pair,
                    f"{called(position)} is on both sides of {called(pair)}: it plays {role} and {second[position]}",
                    ("second",),
                    "give one of the roles to another position, or name a `compensating_control:`",
                    (Place(position, f"{position.id} plays both", ("roles",)),),
                    severity=lowered(pair),
                )


def _positions(architecture: Architecture, roles: Iterable[str]) -> dict[Position, str]:
    """The positions that play these roles, each with the first that it plays."""
    found: dict[Position, str] = {}
    for role in roles:
        for position in architecture.responsibility.positions(role):
            found.setdefault(position, role)
    return found


RULE = Rule(
    code="CTL07",
    name="duties-in-one-position",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
