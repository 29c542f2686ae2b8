"""The evidence of a control comes up where the control is performed.

A tester takes samples of the evidence. It proves the control only if the controlled activity makes it or takes it: an
artifact from elsewhere shows that something else was done. A part may stand for its whole, and what a called process
makes or takes counts for the activity that calls it.

Bad:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price, inputs: [price_application], outputs: [authorised_price]}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], evidence: [signed_contract]}
artifacts:
  - {id: price_application, name: Price application}
  - {id: authorised_price, name: Authorised price}
  - {id: signed_contract, name: Signed contract}
```

Good:

```yaml
activities:
  - {id: LTC.2.4.A3, name: Authorise price, inputs: [price_application], outputs: [authorised_price]}
controls:
  - {id: price_authority, name: Price authority, activities: [LTC.2.4.A3], evidence: [authorised_price]}
artifacts:
  - {id: price_application, name: Price application}
  - {id: authorised_price, name: Authorised price}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Control, Element
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Evidence that no controlled activity makes or takes."""
    for control in architecture.all(Control):
        activities = [architecture.get(own, Activity) for own in control.activities]
        known = [own for own in activities if own is not None]
        if not known or len(known) < len(activities):
            continue
        places = list(_places(architecture, known))
        for index, artifact in enumerate(control.evidence):
            if architecture.get(artifact, Artifact) and not _comes_up(architecture, artifact, places):
                yield Finding(
                    control,
                    f"{called(control)} is to be proved by {artifact}, which {listed(own.id for own in known)} "
                    f"{'neither makes nor takes' if len(known) == 1 else 'neither make nor take'}",
                    ("evidence", index),
                    "name an output or input of a controlled activity, or add the artifact there",
                    tuple(Place(own, f"{own.id} is controlled", ("outputs",)) for own in known),
                )


def _places(architecture: Architecture, activities: list[Activity]) -> Iterator[Element]:
    """The activities, and the processes that they run."""
    for activity in activities:
        yield activity
        process = architecture.get(activity.calls.process) if activity.calls else None
        if process is not None:
            yield process


def _comes_up(architecture: Architecture, artifact: str, places: list[Element]) -> bool:
    exchange = architecture.exchange
    return any(exchange.made_within(own, artifact) or exchange.taken_within(own, artifact) for own in places)


RULE = Rule(
    code="CTL04",
    name="evidence-elsewhere",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
