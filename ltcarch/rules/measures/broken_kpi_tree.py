"""The KPIs of a published process lead up to a KPI of a classification.

A number at the bottom is worth its effort if it moves a number at the top. `parent:` says which KPI one drives; the way
up has to reach a KPI of the classification around it, or of another one that it serves, and must not lead in a circle.
Say `unset: {parent: why}` where a KPI stands on its own.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kpis: [lead_to_cash_time]
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - {id: LTC.1.2, name: Distribute leads, kpis: [lead_distribution_time]}
kpis:
  - {id: lead_to_cash_time, name: Lead-to-cash time}
  - {id: lead_distribution_time, name: Lead distribution time}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kpis: [lead_to_cash_time]
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - {id: LTC.1.2, name: Distribute leads, kpis: [lead_distribution_time]}
kpis:
  - {id: lead_to_cash_time, name: Lead-to-cash time}
  - {id: lead_distribution_time, name: Lead distribution time, parent: lead_to_cash_time}
```
"""

from collections.abc import Iterable, Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, Kpi, Process
from ltcarch.rules.circles import circles
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Circles of parents, and KPIs of processes that lead to no KPI of a classification."""
    kpis = architecture.all(Kpi)
    closed = tuple(circles({kpi.id: (kpi.parent,) if kpi.parent else () for kpi in kpis}))
    yield from (_circle(architecture, circle) for circle in closed)
    at_top = [kpi for classification in architecture.all(Classification) for kpi in classification.kpis]
    if not architecture.is_whole or not all(architecture.get(kpi, Kpi) for kpi in at_top):
        return
    unknown = [kpi.id for kpi in kpis if not _is_way_known(architecture, kpi)]
    in_circles = [kpi for circle in closed for kpi in circle]
    linked = _at_or_below([*at_top, *unknown, *in_circles], kpis)
    for process in architecture.all(Process):
        for kpi in (architecture.get(own, Kpi) for own in process.kpis):
            if kpi is not None and kpi.id not in linked and _is_asked(architecture, process):
                linked.add(kpi.id)
                yield Finding(
                    kpi,
                    f"{called(kpi)} measures {called(process)}, but leads to no KPI of a classification",
                    ("parent",),
                    "name under `parent:` the KPI that it drives",
                    (Place(process, f"it measures {process.id}", ("kpis",)),),
                )


def _circle(architecture: Architecture, circle: tuple[str, ...]) -> Finding:
    first, *others = (architecture.elements[own] for own in circle)
    return Finding(
        first,
        f"the parents of {called(first)} lead in a circle: {' → '.join((*circle, circle[0]))}",
        ("parent",),
        "change one `parent:` so that the way up ends at a KPI of a classification",
        tuple(Place(other, f"{other.id} is part of the circle", ("parent",)) for other in others),
        severity=Severity.ERROR,
    )


def _is_way_known(architecture: Architecture, kpi: Kpi) -> bool:
    """Whether one can tell where a KPI leads: not if that is knowingly open, or was reported elsewhere."""
    return kpi.expects("parent") if kpi.parent is None else architecture.get(kpi.parent, Kpi) is not None


def _at_or_below(starts: Iterable[str], kpis: Iterable[Kpi]) -> set[str]:
    """These KPIs and all that lead up to them."""
    driven: dict[str | None, list[str]] = {}
    for kpi in kpis:
        driven.setdefault(kpi.parent, []).append(kpi.id)
    found = set(starts)
    pending = list(found)
    while pending:
        new = [kpi for kpi in driven.get(pending.pop(), ()) if kpi not in found]
        found.update(new)
        pending.extend(new)
    return found


def _is_asked(architecture: Architecture, process: Process) -> bool:
    """Whether a process is published below a classification that has KPIs."""
    classification = architecture.hierarchy.classification(process)
    return classification is not None and bool(classification.kpis) and architecture.is_published(process)


RULE = Rule(
    code="KPI06",
    name="broken-kpi-tree",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
