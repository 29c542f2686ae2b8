"""A published process or sub-process has at least two activities.

A process is a repeatable sequence. With a single activity it is an activity, and with none at all nobody can work
by it. What is still planned or written is not asked for its activities, nor is a process that is split into
sub-processes.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead}
      - {id: LTC.1.1.A2, name: Complete lead}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Process, Subprocess
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, counted

FEWEST = 2


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes and sub-processes at the end of a branch with one activity or none."""
    if not architecture.project.uses("activity"):
        return
    for process in (*architecture.all(Process), *architecture.all(Subprocess)):
        children = architecture.hierarchy.children(process)
        count = sum(child.KIND == "activity" for child in children)
        is_leaf = not any(child.KIND == "subprocess" for child in children)
        is_counted = process.expects("activities") and not architecture.is_out_of_sight(process.id)
        if is_leaf and count < FEWEST and is_counted and architecture.is_published(process):
            yield Finding(
                process,
                f"{called(process)} is published and has {counted(count, 'activity')}",
                ("activities",),
                "add its activities, or set the status of its `lifecycle:` to draft; "
                "what is a single piece of work may be an activity of the process around it",
                at_key=True,
            )


RULE = Rule(
    code="STR10",
    name="too-few-activities",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
