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
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Control, Element, ProcessElement
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Evidence that no controlled activity makes or takes."""
    at_hand = cache(lambda activity: frozenset(_at_hand(architecture, activity)))
    for control in architecture.all(Control):
        activities = [architecture.get(own, Activity) for own in control.activities]
        known = [own for own in activities if own is not None]
        if not known or len(known) < len(activities) or not architecture.is_whole:
            continue
        for index, artifact in enumerate(control.evidence):
            if architecture.get(artifact, Artifact) and not any(artifact in at_hand(own) for own in known):
                places = listed(own.id for own in known)
                neither = "neither makes nor takes" if len(known) == 1 else "neither make nor take"
                yield Finding(
                    control,
                    f"{called(control)} is to be proved by {artifact}, which {places} {neither}",
                    ("evidence", index),
                    "name an output or input of a controlled activity, or add the artifact there",
                    tuple(Place(own, f"{own.id} is controlled", ("outputs",)) for own in known),
                )


def _at_hand(architecture: Architecture, activity: Activity) -> Iterator[str]:
    """What an activity makes, takes, waits for or is set off by, the called process included, with wholes and parts."""
    process = architecture.get(activity.calls.process, ProcessElement) if activity.calls else None
    below = architecture.hierarchy.descendants(process) if process else ()
    for element in (activity, *([process] if process else ()), *below):
        for artifact in _artifacts(element):
            yield from architecture.exchange.kin(artifact)


def _artifacts(element: Element) -> Iterator[str]:
    if isinstance(element, (Activity, ProcessElement)):
        named = [use.artifact for use in (*element.inputs, *element.outputs)]
        named += [trigger.artifact for trigger in element.triggers]
        if isinstance(element, Activity) and element.waits:
            named.append(element.waits.for_)
        yield from filter(None, named)


RULE = Rule(
    code="CTL04",
    name="evidence-elsewhere",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
