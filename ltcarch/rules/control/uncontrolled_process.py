"""Each published process of an execution flow has a key control point, or says why it needs none.

Execution flows bind the company to its customers: what goes wrong there costs money or trust. A key control point
stands at an activity of the process. Say `unset: {controls: why}` where the process commits the company to nothing.
`execution` is a value of an axis; the option names another. A process without activities is not asked.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {class: execution}
    groups:
      - id: LTC.2
        name: Manage opportunities
        processes:
          - id: LTC.2.4
            name: Decide price
            activities:
              - {id: LTC.2.4.A1, name: Authorise price}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {class: execution}
    groups:
      - id: LTC.2
        name: Manage opportunities
        processes:
          - id: LTC.2.4
            name: Decide price
            activities:
              - {id: LTC.2.4.A1, name: Authorise price}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A1]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Control, Process, ProcessElement
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes of execution flows at none of whose activities a key control stands."""
    controlled = _controlled(architecture)
    for process in architecture.all(Process):
        is_asked = architecture.is_published(process) and process.expects("controls")
        if process.id in controlled or not is_asked or context.options["execution"] not in _axes(architecture, process):
            continue
        activities = [own.id for own in architecture.hierarchy.descendants(process, "activity")]
        if activities and not architecture.is_out_of_sight(process.id, *activities):
            yield Finding(
                process,
                f"{called(process)} has no key control point",
                (),
                "add a control at one of its activities, or say under `unset: {controls: ...}` why it needs none",
            )


def _controlled(architecture: Architecture) -> set[str]:
    """The ids of all activities with a key control, and of all above them."""
    activities = (
        architecture.get(own, Activity)
        for control in architecture.all(Control)
        if control.key
        for own in control.activities
    )
    return {above.id for own in activities if own for above in architecture.hierarchy.lineage(own)}


def _axes(architecture: Architecture, process: Process) -> set[str]:
    """The values that hold for a process, its own before those from above."""
    values: dict[str, str] = {}
    for above in architecture.hierarchy.lineage(process):
        if isinstance(above, ProcessElement):
            values = {**above.axes, **values}
    return set(values.values())


RULE = Rule(
    code="CTL01",
    name="uncontrolled-process",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"execution": Option("execution", "the axis value of flows whose processes need a key control point")},
)
