"""Each published key activity runs in an IT system.

What decides about the result of a flow must leave a trace that cannot be written afterwards, and must run in the same
way everywhere. The system may stand at the activity or at one of its tasks. An activity that calls another process
needs none of its own. Say `unset: {systems: why}` where it is done by hand on purpose.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Decide price, key: true}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Decide price, key: true, systems: [bid_workbench]}
systems:
  - {id: bid_workbench, name: Bid workbench}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Task
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published key activities that no system carries."""
    for activity in architecture.all(Activity):
        is_asked = activity.key and activity.calls is None and activity.expects("systems")
        if is_asked and architecture.is_published(activity) and not _has_system(architecture, activity):
            yield Finding(
                activity,
                f"{called(activity)} is a key activity, but no system carries it",
                ("systems",) if activity.systems else ("key",),
                "add `systems:`, or say under `unset:` why it is done by hand",
                at_key=True,
            )


def _has_system(architecture: Architecture, activity: Activity) -> bool:
    """Whether it or one of its tasks names a system, or a task may that could not be read."""
    tasks = architecture.hierarchy.children(activity, "task")
    named = activity.systems or any(isinstance(task, Task) and task.system for task in tasks)
    return bool(named) or architecture.is_out_of_sight(activity.id)


RULE = Rule(
    code="CTL11",
    name="key-activity-without-system",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
