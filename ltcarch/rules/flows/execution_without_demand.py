"""Each published execution classification makes a demand on another classification.

No flow to the customer stands alone: it orders from supply, asks development for features, reports to strategy. One
that gives nothing to any other is described as an island. `execution` is a value of an axis; the option names
another. With a single classification the rule is silent.

Bad:

```yaml
classifications:
  - {id: ITR, name: Issue to resolution, axes: {class: execution}, inputs: [issue]}
  - {id: ISC, name: Integrated supply chain, axes: {class: enabling}}
artifacts:
  - {id: issue, name: Issue}
```

Good:

```yaml
classifications:
  - {id: ITR, name: Issue to resolution, axes: {class: execution}, outputs: [spare_part_order]}
  - {id: ISC, name: Integrated supply chain, axes: {class: enabling}, inputs: [spare_part_order]}
artifacts:
  - {id: spare_part_order, name: Spare part order}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification
from ltcarch.rules.flows.partners import receivers
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Execution classifications from which no other classification receives anything."""
    if len(architecture.all(Classification)) < 2 or not architecture.is_whole:
        return
    for classification in architecture.all(Classification):
        is_execution = context.options["execution"] in classification.axes.values()
        is_asked = is_execution and architecture.is_published(classification) and classification.expects("outputs")
        if is_asked and not receivers(architecture).get(classification.id):
            yield Finding(
                classification,
                f"{called(classification)} makes no demand on another classification",
                ("outputs",),
                "add to its outputs what it orders, asks or reports, and to the inputs of the other what it takes",
            )


RULE = Rule(
    code="FLW16",
    name="execution-without-demand",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"execution": Option("execution", "the axis value of those who make demands")},
)
