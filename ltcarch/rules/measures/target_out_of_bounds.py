"""The target of a KPI is a value that the KPI can have.

A win rate of 140 % is a slip of the pen, or a formula that does not fit its unit. `bounds:` says which values make
sense; without it a percentage lies between 0 and 100, ‰ and ppm likewise. A target in words is judged if it is a number
with its unit, such as "≥ 95 %".

Bad:

```yaml
kpis:
  - {id: win_rate, name: Win rate, unit: "%", target: 140}
```

Good:

```yaml
kpis:
  - {id: win_rate, name: Win rate, unit: "%", target: 45}
  - {id: revenue_growth, name: Revenue growth, unit: "%", target: 140, bounds: {min: -100}}
```
"""

import re
from collections.abc import Iterator
from math import inf

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Kpi, Text
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

UNIT_BOUNDS = {"%": (0.0, 100.0), "‰": (0.0, 1000.0), "ppm": (0.0, 1_000_000.0)}
_NUMBER_WITH_UNIT = re.compile(
    r"(?:<=|>=|[<>=≤≥])?\s*(?P<number>[+-]?[0-9]{1,20}(?:\.[0-9]{1,20})?)\s*(?P<unit>[^\d\s]*)"
)


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Targets beyond the bounds, and bounds that leave no value."""
    for kpi in architecture.all(Kpi):
        least, most = _bounds(kpi)
        target = _number(kpi)
        if least > most:
            yield Finding(
                kpi,
                f"the bounds of {called(kpi)} leave no value: {least:g} is over {most:g}",
                ("bounds",),
                "exchange `min` and `max`",
                at_key=True,
            )
        elif target is not None and not least <= target <= most:
            yield Finding(
                kpi,
                f"the target of {called(kpi)} is {target:g}, but {_allowed(kpi, least, most)}",
                ("target",),
                "correct the target or its unit, or say under `bounds:` which values make sense",
            )


def _bounds(kpi: Kpi) -> tuple[float, float]:
    """The least and the greatest value: as stated, else what the unit allows."""
    if kpi.bounds is None:
        return UNIT_BOUNDS.get(kpi.unit or "", (-inf, inf))
    least, most = kpi.bounds.min, kpi.bounds.max
    return -inf if least is None else least, inf if most is None else most


def _number(kpi: Kpi) -> float | None:
    """The target as a number; None for words."""
    if not isinstance(kpi.target, Text):
        return kpi.target
    found = _NUMBER_WITH_UNIT.fullmatch(str(kpi.target).strip())
    return float(found["number"]) if found and found["unit"] in ("", kpi.unit) else None


def _allowed(kpi: Kpi, least: float, most: float) -> str:
    who = "its bounds allow" if kpi.bounds else f"its unit {kpi.unit} allows"
    if least == -inf:
        return f"{who} at most {most:g}"
    return f"{who} at least {least:g}" if most == inf else f"{who} {least:g} to {most:g}"


RULE = Rule(
    code="KPI10",
    name="target-out-of-bounds",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
