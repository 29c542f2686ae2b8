"""Goal, KPI, process and key task hang together without a break.

A goal is measured by KPIs, the KPIs belong to processes, and a key task says who moves which process for which goal.
Where a link is missing nobody can tell whether the strategy is carried out. A KPI of a goal may belong to a process
through the KPIs of which it is the parent.

Bad:

```yaml
goals:
  - {id: grow_revenue, name: Grow revenue}
key_tasks:
  - {id: roll_out_ltc, name: Roll out lead to cash, goals: [grow_revenue]}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, goals: [grow_revenue], kpis: [win_rate]}
goals:
  - {id: grow_revenue, name: Grow revenue, kpis: [revenue_growth]}
kpis:
  - {id: revenue_growth, name: Growth of revenue}
  - {id: win_rate, name: Win rate, parent: revenue_growth}
key_tasks:
  - id: roll_out_ltc
    name: Roll out lead to cash
    owner: head_of_sales
    goals: [grow_revenue]
    kpis: [win_rate]
    processes: [LTC]
positions:
  - {id: head_of_sales, name: Head of sales}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Goal, KeyTask, Kpi, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.traceability.trees import with_all_above
from ltcarch.rules.wording import called, listed

_OF_A_KEY_TASK = {"owner": "owner", "goals": "goal", "kpis": "KPI", "processes": "process"}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Goals without KPIs, KPIs of goals that belong to no process, and key tasks with a link missing."""
    measured = _measured(architecture)
    for goal in architecture.all(Goal):
        if not goal.kpis and goal.expects("kpis"):
            yield Finding(goal, f"no KPI measures {called(goal)}", (), "add `kpis:` that tell whether it is reached")
        for index, kpi in enumerate(goal.kpis):
            if architecture.get(kpi, Kpi) and kpi not in measured and not architecture.is_out_of_sight(kpi):
                yield Finding(
                    goal,
                    f"{called(goal)} is measured by KPI {kpi}, which belongs to no process",
                    ("kpis", index),
                    f"name {kpi}, or a KPI whose `parent` it is, under `kpis:` of the process that moves it",
                )
    for task in architecture.all(KeyTask):
        missing = [key for key in _OF_A_KEY_TASK if not getattr(task, key) and task.expects(key)]
        if missing:
            words = listed(f"no {_OF_A_KEY_TASK[key]}" for key in missing)
            keys = listed(f"`{key}:`" for key in missing)
            yield Finding(task, f"{called(task)} has {words}", (), f"add {keys}")


def _measured(architecture: Architecture) -> set[str]:
    """The ids of KPIs that a process or activity carries, with all above them."""
    carriers: list[ProcessElement | Activity] = [*architecture.all(ProcessElement), *architecture.all(Activity)]
    carried = {kpi for element in carriers for kpi in element.kpis}
    return with_all_above(carried, {kpi.id: kpi.parent for kpi in architecture.all(Kpi)})


RULE = Rule(
    code="TRC03",
    name="broken-chain",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
