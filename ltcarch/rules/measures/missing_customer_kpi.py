"""A published classification that creates value for customers is measured with the eyes of the customer.

Revenue and cost say what the company got out of a flow. Whether the customer would come back, only a KPI of the
dimension `customer` says. The rule looks at classifications with the value `direct_value` on one of their axes; the
option names another. Without any KPI at all KPI01 speaks.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  value: [direct_value]
profile: strict
lifecycle: {status: published}
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, axes: {value: direct_value}, kpis: [revenue]}
kpis:
  - {id: revenue, name: Revenue, dimension: revenue}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  value: [direct_value]
profile: strict
lifecycle: {status: published}
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, axes: {value: direct_value}, kpis: [revenue, customer_satisfaction]}
kpis:
  - {id: revenue, name: Revenue, dimension: revenue}
  - {id: customer_satisfaction, name: Customer satisfaction, dimension: customer}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, Kpi
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Classifications of direct value whose KPIs all look at something else."""
    for own in architecture.all(Classification):
        is_asked = context.options["value"] in own.axes.values() and architecture.is_published(own)
        kpis = [architecture.get(kpi, Kpi) for kpi in own.kpis]
        dimensions = {kpi.dimension if kpi else None for kpi in kpis}
        if is_asked and dimensions and not dimensions & {"customer", None} and own.expects("kpis"):
            yield Finding(
                own,
                f"{called(own)} creates value for customers, but none of its KPIs looks at the customer",
                ("kpis",),
                "add a KPI of the dimension `customer`, such as customer satisfaction",
            )


RULE = Rule(
    code="KPI04",
    name="missing-customer-kpi",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"value": Option("direct_value", "the axis value of classifications that create value for customers")},
)
