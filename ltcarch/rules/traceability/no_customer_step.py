"""Each process of a flow that answers to the customer names the customer's step.

A flow that serves customers runs beside their own: while they evaluate offers, we bid. Where a process answers to no
step of theirs, one of the two sides waits. The option `elements` lists the elements whose published processes each
name a `customer_step`, their own or that of the sub-processes and activities in them. Without it the rule is silent.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
lifecycle: {stage: operation, status: published, version: 1.0.0}
rules:
  TRC05: {elements: [LTC]}
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - {id: LTC.1.1, name: Collect leads}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
lifecycle: {stage: operation, status: published, version: 1.0.0}
rules:
  TRC05: {elements: [LTC]}
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - {id: LTC.1.1, name: Collect leads, customer_step: Speak of a first need}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, ProcessElement
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.settings import wrong_name
from ltcarch.rules.wording import called

_NAMED = ("classification", "group", "process")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes in the elements of the option that name no step, and names in it that lead nowhere."""
    asked: dict[str, Process] = {}
    for index, name in enumerate(context.options["elements"]):
        wrong = wrong_name(architecture, ("TRC05", "elements", index), name, _NAMED)
        element = architecture.get(name) if isinstance(name, str) else None
        if wrong:
            yield wrong
        elif element is not None:
            within = (element, *architecture.hierarchy.descendants(element, "process"))
            asked.update({own.id: own for own in within if isinstance(own, Process)})
    for process in asked.values():
        if architecture.is_published(process) and process.expects("customer_step") and not _has(architecture, process):
            yield Finding(
                process,
                f"{called(process)} names no step of the customer's own process",
                (),
                "add `customer_step:` with what the customer does meanwhile",
            )


def _has(architecture: Architecture, process: Process) -> bool:
    within = (process, *architecture.hierarchy.descendants(process, "subprocess", "activity"))
    return architecture.is_out_of_sight(*(own.id for own in within)) or any(
        own.customer_step for own in within if isinstance(own, (ProcessElement, Activity))
    )


RULE = Rule(
    code="TRC05",
    name="no-customer-step",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"elements": Option([], "the elements whose processes each name a step of the customer")},
)
