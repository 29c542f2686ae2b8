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

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Classification, Element, Flow, Group, ProcessElement
from ltcarch.rules.flows.detail import worked_out
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

Within = Callable[[Element, str], bool]


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows at the top between worked-out ends, of which no activity makes or takes what they carry."""
    if not architecture.all(Flow):
        return
    exchange, detailed = architecture.exchange, worked_out(architecture, lambda element: isinstance(element, Activity))

    def makers(artifact_id: str) -> Iterable[Element]:
        return (made.element for made in exchange.made(artifact_id))

    def takers(artifact_id: str) -> Iterable[Element]:
        return (*(taken.element for taken in exchange.taken(artifact_id)), *exchange.set_off_by(artifact_id))

    only_claims_to_make = _only_at_the_top(architecture, exchange.made_within, makers)
    only_claims_to_take = _only_at_the_top(architecture, exchange.taken_within, takers)
    for flow in architecture.all(Flow):
        ends = (architecture.get(flow.from_), architecture.get(flow.to))
        own = [end for end in ends if isinstance(end, (ProcessElement, Activity))]
        at_top = any(isinstance(end, (Classification, Group)) for end in own)
        if not at_top or any(end.id not in detailed for end in own):
            continue
        for index, artifact in enumerate(flow.artifacts):
            if only_claims_to_make(ends[0], artifact):
                yield _finding(flow, index, f"no activity of {flow.from_} makes it")
            if only_claims_to_take(ends[1], artifact):
                yield _finding(flow, index, f"no activity of {flow.to} takes it")


def _only_at_the_top(
    architecture: Architecture, within: Within, users: Callable[[str], Iterable[Element]]
) -> Callable[[Element | None, str], bool]:
    """A test whether an end uses an artifact by its own word, and none of its activities does."""

    @cache
    def at_or_above_activities(artifact_id: str) -> set[str]:
        activities = (user for user in users(artifact_id) if isinstance(user, Activity))
        return {above.id for activity in activities for above in architecture.hierarchy.lineage(activity)}

    def only_at_the_top(end: Element | None, artifact_id: str) -> bool:
        if end is None or not within(end, artifact_id):
            return False
        kin = architecture.exchange.kin(artifact_id)
        return not architecture.is_out_of_sight(*kin) and not any(end.id in at_or_above_activities(own) for own in kin)

    return only_at_the_top


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
