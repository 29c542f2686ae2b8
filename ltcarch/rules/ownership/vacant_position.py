"""Each position has a holder, once the project names holders.

Processes stop where a position is vacant and nobody noticed. The rule is silent in a project that names no holders
at all. Say `unset: {holder: why}` where a vacancy is known.

Bad:

```yaml
positions:
  - {id: head_of_sales, name: Head of sales, holder: Li Wei}
  - {id: head_of_delivery, name: Head of delivery, holder: null}
```

Good:

```yaml
positions:
  - {id: head_of_sales, name: Head of sales, holder: Li Wei}
  - {id: head_of_delivery, name: Head of delivery, holder: null, unset: {holder: Hiring is under way}}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Position
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Positions without a holder beside positions that have one."""
    positions = architecture.all(Position)
    if not any(position.holder for position in positions):
        return
    for position in positions:
        if not position.holder and position.expects("holder"):
            yield Finding(
                position,
                f"{called(position)} has no holder",
                ("holder",),
                "name the holder, or say under `unset:` why it is vacant",
            )


RULE = Rule(
    code="OWN16",
    name="vacant-position",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
