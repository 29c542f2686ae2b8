"""What stands in a classification is of its class, or says why not.

A supporting process inside of an execution flow may be right, but then somebody has thought about it. Without a
reason the next reader takes it for a mistake and moves it.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  class: [execution, enabling, supporting]
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {class: execution}
    groups:
      - id: LTC.4
        name: Manage customer data
        axes: {class: supporting}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  class: [execution, enabling, supporting]
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {class: execution}
    groups:
      - id: LTC.4
        name: Manage customer data
        axes: {class: supporting}
        axes_because: The data serve all flows; sales keeps them until there is a data office
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Group, Process, ProcessElement, Subprocess
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Values that differ from the nearest one above on the same axis and have no reason."""
    for element in architecture.all(ProcessElement):
        if not isinstance(element, (Group, Process, Subprocess)):
            continue
        if element.axes_because is not None or not element.expects("axes_because"):
            continue
        for axis, value in element.axes.items():
            above = _stated_above(architecture, element, axis)
            if above is not None and above.axes[axis] != value:
                yield Finding(
                    element,
                    f"{called(element)} is `{value}` on axis `{axis}`, while {called(above)} is `{above.axes[axis]}`",
                    ("axes", axis),
                    "delete the value, or say in `axes_because:` why it differs",
                    (Place(above, f"the value of {called(above)}", ("axes", axis)),),
                )


def _stated_above(architecture: Architecture, element: ProcessElement, axis: str) -> ProcessElement | None:
    for above in architecture.hierarchy.ancestors(element):
        if isinstance(above, ProcessElement) and axis in above.axes:
            return above
    return None


RULE = Rule(
    code="STR13",
    name="unexplained-axis-value",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
