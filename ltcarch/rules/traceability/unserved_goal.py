"""Each goal of the strategy is served by a process.

A goal that no process serves is a wish. It is served where a process names it under `goals`, where a key task leads
from it to a process, or where a goal below it is served.

Bad:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, goals: [grow_revenue]}
goals:
  - {id: grow_revenue, name: Grow revenue}
  - {id: raise_profit, name: Raise profit}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, goals: [grow_revenue, raise_profit]}
goals:
  - {id: grow_revenue, name: Grow revenue}
  - {id: raise_profit, name: Raise profit}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Goal, KeyTask, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.traceability.trees import with_all_above
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Goals to which neither a process nor a key task for one leads, and none of whose parts is served."""
    named = {goal for element in architecture.all(ProcessElement) for goal in element.goals}
    named |= {goal for task in architecture.all(KeyTask) if task.processes for goal in task.goals}
    served = with_all_above(named, {goal.id: goal.parent for goal in architecture.all(Goal)})
    for goal in architecture.all(Goal):
        if goal.id not in served and not architecture.is_out_of_sight(goal.id):
            yield Finding(
                goal,
                f"no process serves {called(goal)}",
                (),
                "name it under `goals:` of the process that brings it about",
            )


RULE = Rule(
    code="TRC02",
    name="unserved-goal",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
