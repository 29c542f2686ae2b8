"""Each published classification, group and process has a KPI.

What is not measured is judged by who speaks last. The KPI of an upper level says whether the whole reaches its purpose;
the KPIs below say where it does not. A process is also measured by the KPIs of its sub-processes and activities. What
is only planned is not asked. Say `unset: {kpis: why}` where a level is knowingly judged by another one.

Bad:

```yaml
classifications:
  - {id: LTC, name: Lead to cash}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, kpis: [lead_to_cash_time]}
kpis:
  - {id: lead_to_cash_time, name: Lead-to-cash time}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Classification, Group, Process, ProcessElement, Subprocess
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

MEASURED: tuple[type[ProcessElement], ...] = (Classification, Group, Process)


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published elements of the upper three levels without a KPI."""
    for kind in MEASURED:
        for element in architecture.all(kind):
            is_asked = architecture.is_published(element) and element.expects("kpis")
            if is_asked and not element.kpis and not _is_measured_below(architecture, element):
                yield Finding(
                    element,
                    f"{called(element)} has no KPI",
                    ("kpis",),
                    "add `kpis:`, or say under `unset:` why it is not measured",
                    at_key=True,
                )


def _is_measured_below(architecture: Architecture, element: ProcessElement) -> bool:
    """Whether a part of a process has a KPI, or may have one where nothing could be read."""
    if not isinstance(element, Process):
        return False
    below = architecture.hierarchy.descendants(element)
    named = any(part.kpis for part in below if isinstance(part, (Subprocess, Activity)))
    return named or architecture.is_out_of_sight(element.id)


RULE = Rule(
    code="KPI01",
    name="unmeasured-element",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
