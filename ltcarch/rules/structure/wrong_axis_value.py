"""Each classification has a known value on every axis that the project requires.

The axes tell what a classification is for: the process house draws its bands from them, and other rules depend on
them. A classification without a value stands in no band, and a value that nobody declared is a slip of the pen.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  class: [execution, enabling, supporting]
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash}
  - {id: HR, name: Human resources, axes: {class: support}}
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
  - {id: LTC, name: Lead to cash, axes: {class: execution}}
  - {id: HR, name: Human resources, axes: {class: supporting}}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Values that are missing at classifications, or unknown anywhere."""
    for classification in architecture.all(Classification):
        yield from _missing(architecture, classification)
    for element in architecture.all(ProcessElement):
        yield from _unknown(architecture, element)


def _missing(architecture: Architecture, classification: Classification) -> Iterator[Finding]:
    for axis in architecture.project.axes.values():
        if axis.required and axis.id not in classification.axes and classification.expects("axes"):
            yield Finding(
                classification,
                f"{called(classification)} has no value on axis `{axis.id}`",
                ("axes",),
                f"add `axes: {{{axis.id}: ...}}`; {_choice([value.id for value in axis.values])}",
                at_key=True,
            )


def _unknown(architecture: Architecture, element: ProcessElement) -> Iterator[Finding]:
    axes = architecture.project.axes
    for name, value in element.axes.items():
        if name not in axes:
            yield Finding(
                element,
                f"{called(element)} has a value on axis `{name}`, which the project does not declare",
                ("axes", name),
                f"add the axis under `axes:` in ltcarch.yaml; {_choice(list(axes))}",
                at_key=True,
            )
        elif value not in (known := [own.id for own in axes[name].values]):
            yield Finding(
                element,
                f"{called(element)} has the unknown value `{value}` on axis `{name}`",
                ("axes", name),
                _choice(known),
            )


def _choice(known: list[str]) -> str:
    return f"known: {listed(known)}" if known else "none is declared"


RULE = Rule(
    code="STR12",
    name="wrong-axis-value",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
