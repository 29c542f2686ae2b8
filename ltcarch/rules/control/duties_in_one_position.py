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

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Position, Segregation
from ltcarch.rules.control.sides import Side, lowered, on_both, sides_of
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Positions that play different roles of the two sides."""
    for pair in architecture.all(Segregation):
        for position, roles in _positions(architecture, *sides_of(architecture, pair)).items():
            yield Finding(
                pair,
                f"{called(position)} is on both sides of {called(pair)}: it plays {listed(roles)}",
                ("second",),
                "give one of the roles to another position, or name a `compensating_control:`",
                (Place(position, f"{position.id} plays both", ("roles",)),),
                severity=lowered(pair),
            )


def _positions(architecture: Architecture, first: Side, second: Side) -> dict[Position, list[str]]:
    """The positions on both sides, each with a role of either. A role that is on both itself is passed over."""
    told = on_both(first, second)
    one, other = (second, first) if first.teams else (first, second)
    found: dict[Position, list[str]] = {}
    for role in (own for own in one.everybody if own not in told):
        for position in architecture.responsibility.positions(role):
            another = next((own for own in position.roles if own not in told and other.duty(own)), None)
            if another is not None:
                found.setdefault(position, [role, another] if one is first else [another, role])
    return found


RULE = Rule(
    code="CTL07",
    name="duties-in-one-position",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
