"""A flow between classifications or groups is realised by activities.

A flow that is only drawn at the top happens by chance. Once both ends are worked out down to their activities, one
of them makes what flows and one takes it.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    outputs: [service_handover]
    processes:
      - {id: LTC.3.5, name: Close contract, activities: [{id: LTC.3.5.A1, name: Close contract}]}
  - id: ITR
    name: Issue to resolution
    processes:
      - id: ITR.1.1
        name: Take over service
        activities: [{id: ITR.1.1.A1, name: Take over service, inputs: [service_handover]}]
artifacts:
  - {id: service_handover, name: Service handover}
flows:
  - {id: handover, from: LTC, to: ITR, artifacts: [service_handover]}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    processes:
      - id: LTC.3.5
        name: Close contract
        activities: [{id: LTC.3.5.A1, name: Hand over to service, outputs: [service_handover]}]
  - id: ITR
    name: Issue to resolution
    processes:
      - id: ITR.1.1
        name: Take over service
        activities: [{id: ITR.1.1.A1, name: Take over service, inputs: [service_handover]}]
artifacts:
  - {id: service_handover, name: Service handover}
flows:
  - {id: handover, from: LTC, to: ITR, artifacts: [service_handover]}
```
"""

from collections.abc import Iterable, Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Classification, Element, Flow, Group, ProcessElement
from ltcarch.rules.flows.detail import worked_out
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows at the top between worked-out ends, of which no activity makes or takes what they carry."""
    exchange, detailed = architecture.exchange, worked_out(architecture, lambda element: isinstance(element, Activity))

    @cache
    def with_maker(artifact_id: str) -> set[str]:
        makers = (made.element for own in exchange.kin(artifact_id) for made in exchange.made(own))
        return _at_or_above_activities(architecture, makers)

    @cache
    def with_taker(artifact_id: str) -> set[str]:
        kin = exchange.kin(artifact_id)
        takers = [taken.element for own in kin for taken in exchange.taken(own)]
        return _at_or_above_activities(
            architecture, [*takers, *(end for own in kin for end in exchange.set_off_by(own))]
        )

    for flow in architecture.all(Flow):
        giver, receiver = architecture.get(flow.from_), architecture.get(flow.to)
        own = [end for end in (giver, receiver) if isinstance(end, (ProcessElement, Activity))]
        at_top = any(isinstance(end, (Classification, Group)) for end in own)
        if not at_top or any(end.id not in detailed for end in own):
            continue
        for index, artifact in enumerate(flow.artifacts):
            if architecture.is_out_of_sight(*exchange.kin(artifact)):
                continue
            if giver in own and exchange.made_within(giver, artifact) and giver.id not in with_maker(artifact):
                yield _finding(flow, index, f"no activity of {giver.id} makes it")
            if (
                receiver in own
                and exchange.taken_within(receiver, artifact)
                and receiver.id not in with_taker(artifact)
            ):
                yield _finding(flow, index, f"no activity of {receiver.id} takes it")


def _at_or_above_activities(architecture: Architecture, elements: Iterable[Element]) -> set[str]:
    activities = (element for element in elements if isinstance(element, Activity))
    return {above.id for activity in activities for above in architecture.hierarchy.lineage(activity)}


def _finding(flow: Flow, index: int, lack: str) -> Finding:
    return Finding(
        flow,
        f"{called(flow)} carries {flow.artifacts[index]}, but {lack}",
        ("artifacts", index),
        "add it to the activity that really does so",
    )


RULE = Rule(
    code="FLW14",
    name="unrealised-flow",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
