"""The owner of a KPI owns what it measures, or acts in it.

Only who can change the work can change its number. A KPI may be owned by the owner or a deputy of what it measures, or
of a level above; by a role or team that acts there; by a position that plays such a role; or by the unit of one of
these. What is only planned is not asked.

Bad:

```yaml
processes:
  - id: LTC.2.4
    name: Decide price
    owner: head_of_sales
    kpis: [price_decision_time]
    activities:
      - {id: LTC.2.4.A1, name: Estimate cost, role: project_controller}
kpis:
  - {id: price_decision_time, name: Price decision time, owner: head_of_market}
roles:
  - {id: project_controller, name: Project controller}
positions:
  - {id: head_of_sales, name: Head of sales}
  - {id: head_of_market, name: Head of market}
  - {id: finance_manager, name: Finance manager, roles: [project_controller]}
```

Good:

```yaml
processes:
  - id: LTC.2.4
    name: Decide price
    owner: head_of_sales
    kpis: [price_decision_time]
    activities:
      - {id: LTC.2.4.A1, name: Estimate cost, role: project_controller}
kpis:
  - {id: price_decision_time, name: Price decision time, owner: finance_manager}
roles:
  - {id: project_controller, name: Project controller}
positions:
  - {id: head_of_sales, name: Head of sales}
  - {id: finance_manager, name: Finance manager, roles: [project_controller]}
```
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, Kpi, ProcessElement
from ltcarch.rules.hands import hands
from ltcarch.rules.measures.measured import measured_by
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed

REMEMBERED = 100
"""For how many owners it is kept under which names they act."""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """KPIs whose owner takes part in nothing that they measure."""
    taking_part = cache(lambda element: frozenset(_taking_part(architecture, element)))
    names = lru_cache(REMEMBERED)(lambda owner: hands(architecture, owner))
    for kpi in architecture.all(Kpi):
        owner = architecture.get(kpi.owner)
        measured = [own for own in measured_by(architecture, kpi) if architecture.is_published(own)]
        if owner is None or not measured or architecture.is_out_of_sight(owner.id):
            continue
        if all(names(owner.id).isdisjoint(taking_part(element)) for element in measured):
            yield Finding(
                kpi,
                f"{called(owner)} owns {called(kpi)}, but neither owns nor acts in {listed(map(called, measured))}",
                ("owner",),
                "give it to somebody who can change the number",
                tuple(Place(element, f"it measures {element.id}", ("kpis",)) for element in measured),
            )


def _taking_part(architecture: Architecture, element: Element) -> Iterator[str]:
    """Who owns an element, or acts or is accountable in it, by the names that stand there."""
    for above in architecture.hierarchy.lineage(element):
        if isinstance(above, ProcessElement):
            yield from (*above.owners, *above.deputies)
    for part in (element, *architecture.hierarchy.descendants(element)):
        if isinstance(part, ProcessElement):
            yield from part.units
        elif isinstance(part, Activity):
            yield from architecture.responsibility.performers(part)
            yield from part.raci.accountable if part.raci else ()


RULE = Rule(
    code="KPI08",
    name="foreign-kpi-owner",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
