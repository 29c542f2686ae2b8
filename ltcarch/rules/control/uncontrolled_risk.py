"""Each high risk is lowered by a control.

A risk that everybody knows and nobody controls is an accident that was announced. A risk is high if its `rating:` says
so; without a rating, if likelihood or impact is high and the other one at least medium. Say `unset: {controls: why}`
where the company knowingly bears it.

Bad:

```yaml
risks:
  - {id: price_below_floor, name: A price below the floor, likelihood: medium, impact: high}
```

Good:

```yaml
risks:
  - {id: price_below_floor, name: A price below the floor, likelihood: medium, impact: high}
controls:
  - {id: price_authority, name: Price authority, risks: [price_below_floor]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Control, Risk
from ltcarch.rules.control.controlled import is_in_force
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """High risks of what is published that no control names."""
    controlled = {risk for control in architecture.all(Control) for risk in control.risks}
    for risk in architecture.all(Risk):
        is_asked = risk.id not in controlled and risk.expects("controls") and is_high(risk)
        if is_asked and is_in_force(architecture, risk.affects, risk) and not architecture.is_out_of_sight(risk.id):
            yield Finding(
                risk,
                f"{called(risk)} is high, and no control lowers it",
                ("rating",) if risk.rating else ("impact",),
                f"add a control with `risks: [{risk.id}]`, or say under `unset: {{controls: ...}}` why it is borne",
            )


def is_high(risk: Risk) -> bool:
    """Whether a risk is high, by its rating, else by likelihood and impact."""
    if risk.rating is not None:
        return risk.rating == "high"
    return {risk.likelihood, risk.impact} in ({"high"}, {"high", "medium"})


RULE = Rule(
    code="CTL05",
    name="uncontrolled-risk",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
