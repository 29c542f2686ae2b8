"""Duties that must be kept apart are done by different roles.

Who applies for a price and decides it decides for himself. A pair of duties names activities or roles on its two sides;
no role may act on both. A team stands for its members: who belongs to the team that decides may not apply to it. Where
a small unit cannot keep the two apart, `compensating_control` names the control that makes up for it, and the finding
becomes an information.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A2, name: Apply for price, role: account_manager}
  - {id: LTC.2.4.A3, name: Decide price, role: account_manager}
roles:
  - {id: account_manager, name: Account manager}
segregation:
  - {id: price, name: Apply for and decide a price, first: [LTC.2.4.A2], second: [LTC.2.4.A3]}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A2, name: Apply for price, role: account_manager}
  - {id: LTC.2.4.A3, name: Decide price, role: sales_head}
roles:
  - {id: account_manager, name: Account manager}
  - {id: sales_head, name: Sales head}
segregation:
  - {id: price, name: Apply for and decide a price, first: [LTC.2.4.A2], second: [LTC.2.4.A3]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, Segregation
from ltcarch.rules.control.sides import lowered, on_both, sides_of
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Pairs of duties that a role does both, and pairs that lack a side."""
    for pair in architecture.all(Segregation):
        for side in ("first", "second"):
            if not getattr(pair, side) and pair.expects(side):
                message = f"{called(pair)} names nothing on its {side} side"
                yield Finding(pair, message, (side,), f"add `{side}:` with activities or roles", at_key=True)
        shared = on_both(*sides_of(architecture, pair))
        for own, duties in shared.items():
            if shared.keys().isdisjoint(architecture.responsibility.teams(own)):
                yield _in_one_hand(pair, architecture.elements[own], duties)


def _in_one_hand(pair: Segregation, own: Element, duties: tuple[Element, Element]) -> Finding:
    places = dict.fromkeys(duties)
    activities = [duty.id for duty in places if duty is not own]
    return Finding(
        pair,
        f"{called(own)} is on both sides of {called(pair)}{f', by {listed(activities)}' if activities else ''}",
        ("second",),
        "give one side to somebody else, or name a `compensating_control:`",
        tuple(Place(duty, f"{own.id} acts here", ("role",)) for duty in places),
        severity=lowered(pair),
    )


RULE = Rule(
    code="CTL06",
    name="duties-in-one-role",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
