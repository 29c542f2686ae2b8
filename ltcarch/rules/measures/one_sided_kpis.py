"""The KPIs of a published classification look at more than one dimension.

Who is measured by cost alone saves at the expense of quality; who is measured by time alone, at the expense of both.
The KPIs of a classification and of all below it are taken together. The rule is silent where a KPI has no dimension.

Bad:

```yaml
classifications:
  - {id: ISC, name: Integrated supply chain, kpis: [supply_cost, inventory_cost]}
kpis:
  - {id: supply_cost, name: Supply cost, dimension: cost}
  - {id: inventory_cost, name: Inventory cost, dimension: cost}
```

Good:

```yaml
classifications:
  - {id: ISC, name: Integrated supply chain, kpis: [supply_cost, on_time_supply]}
kpis:
  - {id: supply_cost, name: Supply cost, dimension: cost}
  - {id: on_time_supply, name: On-time supply, dimension: time}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Classification, Kpi, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Classifications all of whose KPIs look at the same dimension."""
    for classification in architecture.all(Classification):
        if not classification.kpis or not architecture.is_published(classification):
            continue
        dimensions = {kpi.dimension if kpi else None for kpi in _kpis(architecture, classification)}
        if len(dimensions) == 1 and None not in dimensions and architecture.is_whole:
            yield Finding(
                classification,
                f"all KPIs of {called(classification)} look at {dimensions.pop()} only",
                ("kpis",),
                "add a KPI of another dimension, to see what the first one is paid with",
            )


def _kpis(architecture: Architecture, classification: Classification) -> Iterator[Kpi | None]:
    """Every KPI of a classification and below it; None for one that is unknown."""
    for element in (classification, *architecture.hierarchy.descendants(classification)):
        if isinstance(element, (Activity, ProcessElement)):
            yield from (architecture.get(kpi, Kpi) for kpi in element.kpis)


RULE = Rule(
    code="KPI07",
    name="one-sided-kpis",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
