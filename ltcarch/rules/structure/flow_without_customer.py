"""A classification that creates value for the customer begins and ends at an external customer.

It takes its purpose from what a customer needs and is done only when the customer has it. A flow that ends in a
filing cabinet serves itself. The rule looks at classifications with the value `direct_value` on one of their axes,
once they are worked out down to activities.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  value: [direct_value]
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {value: direct_value}
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - {id: LTC.1.1.A1, name: File lead, inputs: [{artifact: inquiry, from: customer}], outputs: [record]}
artifacts:
  - {id: inquiry, name: Inquiry}
  - {id: record, name: Record}
externals:
  - {id: customer, name: Customer, kind: customer}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
axes:
  value: [direct_value]
# architecture.yaml
classifications:
  - id: LTC
    name: Lead to cash
    axes: {value: direct_value}
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
            activities:
              - id: LTC.1.1.A1
                name: Answer inquiry
                inputs: [{artifact: inquiry, from: customer}]
                outputs: [{artifact: offer, to: customer}]
artifacts:
  - {id: inquiry, name: Inquiry}
  - {id: offer, name: Offer}
externals:
  - {id: customer, name: Customer, kind: customer}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Classification, External, Flow, ProcessElement
from ltcarch.model.parts import ArtifactUse
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.structure.detail import is_worked_out
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Classifications of direct value in which nothing comes from a customer, or nothing goes to one."""
    value = context.options["value"]
    marked = [own for own in architecture.all(Classification) if value in own.axes.values()]
    checked = [own for own in marked if is_worked_out(architecture, own)]
    if not checked:
        return
    customers = {external.id for external in architecture.all(External) if external.kind == "customer"}
    begun, ended = _flows_with(architecture, customers)
    for own in checked:
        if own.id not in begun and not _begins_at(architecture, own, customers):
            yield Finding(
                own,
                f"{called(own)} creates value for customers, but nothing in it begins at one",
                help="say `from:` with an external of the kind customer at an input or a trigger",
            )
        if own.id not in ended and not _ends_at(architecture, own, customers):
            yield Finding(
                own,
                f"{called(own)} creates value for customers, but nothing in it ends at one",
                help="say `to:` with an external of the kind customer at an output, or name it under `customers:`",
            )


def _flows_with(architecture: Architecture, customers: set[str]) -> tuple[set[str], set[str]]:
    """The classifications to which a stated flow comes from a customer, and those from which one goes to a customer."""
    begun: set[str] = set()
    ended: set[str] = set()
    for flow in architecture.all(Flow):
        for found, near, far in ((begun, flow.to, flow.from_), (ended, flow.from_, flow.to)):
            if any(party.id in customers for party in architecture.exchange.end(far)):
                inside = (architecture.hierarchy.classification(own) for own in architecture.exchange.end(near))
                found.update(own.id for own in inside if own is not None)
    return begun, ended


def _begins_at(architecture: Architecture, classification: Classification, customers: set[str]) -> bool:
    """Whether it takes something from a customer, is set off by one, or names one as its supplier."""
    for element in (classification, *architecture.hierarchy.descendants(classification)):
        if isinstance(element, ProcessElement) and not customers.isdisjoint(element.suppliers):
            return True
        if isinstance(element, Activity) and element.waits and element.waits.from_ in customers:
            return True
        if isinstance(element, (Activity, ProcessElement)) and (
            any(trigger.from_ in customers for trigger in element.triggers)
            or any(use.from_ in customers or _is_made_by(architecture, use, customers) for use in element.inputs)
        ):
            return True
    return False


def _is_made_by(architecture: Architecture, use: ArtifactUse, customers: set[str]) -> bool:
    artifact = architecture.get(use.artifact, Artifact)
    return artifact is not None and artifact.producer in customers


def _ends_at(architecture: Architecture, classification: Classification, customers: set[str]) -> bool:
    """Whether it gives something to a customer, or names one as the party that it works for."""
    for element in (classification, *architecture.hierarchy.descendants(classification)):
        if isinstance(element, ProcessElement) and not customers.isdisjoint(element.customers):
            return True
        if isinstance(element, (Activity, ProcessElement)) and any(use.to in customers for use in element.outputs):
            return True
    return False


RULE = Rule(
    code="STR22",
    name="flow-without-customer",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"value": Option("direct_value", "the axis value that marks such classifications")},
)
