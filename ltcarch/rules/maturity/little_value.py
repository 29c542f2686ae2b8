"""Not too many activities of a process add no value.

Waiting, carrying, storing, checking again: the customer pays for none of it. Where more than half of the activities
that state a `value_class` (or, without one, a `work_kind`) are of that sort, the process is worth a closer look.
The option `most` sets the share.

Bad:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, value_class: value_adding}
      - {id: LTC.1.2.A2, name: Copy lead, value_class: non_value_adding}
      - {id: LTC.1.2.A3, name: Wait for meeting, work_kind: delay}
```

Good:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, value_class: value_adding}
      - {id: LTC.1.2.A2, name: Assign lead owner, value_class: business_value_adding}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, ProcessElement
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called

_OPERATION = "operation"


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Processes and sub-processes of whose own activities too large a share adds no value."""
    for element in architecture.all(ProcessElement):
        steps = [own for own in architecture.hierarchy.children(element) if isinstance(own, Activity)]
        judged = [_adds_value(step) for step in steps if step.value_class or step.work_kind]
        idle = judged.count(False)
        is_clear = len(judged) > 1 and not architecture.is_out_of_sight(element.id)
        if is_clear and 100 * idle > context.options["most"] * len(judged):
            yield Finding(
                element,
                f"{idle} of {len(judged)} activities of {called(element)} add no value",
                (),
                "leave them out, join them, or let a system do them; `most` of MAT06 sets the share that is let pass",
            )


def _adds_value(activity: Activity) -> bool:
    """Whether it adds value for the customer or the business; only its kind of work tells where no class is stated."""
    return activity.value_class != "non_value_adding" if activity.value_class else activity.work_kind == _OPERATION


RULE = Rule(
    code="MAT06",
    name="little-value",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"most": Option(50, "the largest share of activities that add no value, in per cent")},
)
