"""A KPI says how it is computed, in which unit and direction, how often, from which system, and who answers for it.

A name alone is measured by everybody in another way. The dimension tells what the KPI looks at. A target is asked for
once something that it measures is in operation; before that there is nothing to hold it against. KPIs of what is only
planned are not asked. Say `unset:` where an attribute is knowingly open.

Bad:

```yaml
kpis:
  - {id: win_rate, name: Win rate}
```

Good:

```yaml
kpis:
  - id: win_rate
    name: Win rate
    formula: won / (won + lost) * 100
    measures: [won, lost]
    unit: "%"
    direction: higher
    target: 45
    owner: head_of_sales
    source: crm
    frequency: monthly
    dimension: revenue
positions:
  - {id: head_of_sales, name: Head of sales}
systems:
  - {id: crm, name: Customer system}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Kpi
from ltcarch.rules.measures.measured import is_in_force, measured_by
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

ALWAYS = ("formula", "unit", "direction", "owner", "source", "frequency", "dimension")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """KPIs in force that lack something."""
    for kpi in architecture.all(Kpi):
        if not is_in_force(architecture, kpi):
            continue
        wanted = (*ALWAYS, "target") if _is_operated(architecture, kpi) else ALWAYS
        missing = [key for key in wanted if getattr(kpi, key) is None and kpi.expects(key)]
        if missing:
            yield Finding(
                kpi,
                f"{called(kpi)} lacks {listed(missing)}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}, or say under `unset:` why it is open",
            )


def _is_operated(architecture: Architecture, kpi: Kpi) -> bool:
    measured = measured_by(architecture, kpi) or (kpi,)
    return any(architecture.lifecycle(element).stage == "operation" for element in measured)


RULE = Rule(
    code="KPI03",
    name="incomplete-kpi",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
