"""An end-to-end flow comes with a template, a tool and a training.

A method reaches people's work only with the means for it: a template that leads the hand, a tool or IT system that
carries it, a training that makes a newcomer able. Each published flow of kind `end_to_end` has at least one of each
among the `documents` and `systems` of itself, of what is below it, and of the roles that act there.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    systems: [crm]
    documents: [lead_check_list]
systems: [{id: crm, name: Customer system}]
artifacts: [{id: lead_check_list, name: Check list for leads, type: template}]
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    systems: [crm]
    documents: [lead_check_list, negotiation_training]
systems: [{id: crm, name: Customer system}]
artifacts:
  - {id: lead_check_list, name: Check list for leads, type: template}
  - {id: negotiation_training, name: Training in negotiation, type: training}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Classification, Element, ProcessElement, Role
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published end-to-end flows that lack a kind of means."""
    for flow in architecture.all(Classification):
        if flow.kind != "end_to_end" or not architecture.is_published(flow):
            continue
        has = _means(architecture, flow)
        missing = [f"no {means}" for means in ("template", "tool", "training") if means not in has]
        if missing and flow.expects("documents") and architecture.is_whole:
            yield Finding(
                flow,
                f"{called(flow)} comes with {listed(missing)}",
                ("documents",),
                "add under `documents:` of the element that uses it; an IT system under `systems:` counts as a tool",
            )


def _means(architecture: Architecture, flow: Element) -> set[str]:
    """The types of documents used in a flow; an IT system is a tool."""
    within = (flow, *architecture.hierarchy.descendants(flow))
    using = [own for own in within if isinstance(own, (Activity, ProcessElement))]
    roles = architecture.responsibility.roles_of(own for own in using if isinstance(own, Activity))
    acting = [role for own in roles if (role := architecture.get(own, Role))]
    documents = {document for own in (*using, *acting) for document in own.documents}
    types = {artifact.type for own in documents if (artifact := architecture.get(own, Artifact)) and artifact.type}
    return types | ({"tool"} if any(own.systems for own in using) else set())


RULE = Rule(
    code="MAT05",
    name="flow-without-means",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
