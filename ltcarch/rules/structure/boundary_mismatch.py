"""What a whole takes and makes is taken and made by something in it.

The inputs and outputs of a group are a promise that its processes must keep. An output that nothing below makes will
not come, and an input that nothing below takes is asked of others for nothing. A part answers for its whole. The rule
speaks only where all that stands below says what it takes and makes; a whole need not list everything.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    outputs: [lead_report]
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, outputs: [lead]}
artifacts:
  - {id: lead, name: Lead}
  - {id: lead_report, name: Lead report}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    outputs: [lead_report]
    activities:
      - {id: LTC.1.1.A1, name: Capture lead, outputs: [lead]}
      - {id: LTC.1.1.A2, name: Report leads, inputs: [lead], outputs: [lead_report]}
artifacts:
  - {id: lead, name: Lead}
  - {id: lead_report, name: Lead report}
```
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Element, ProcessElement
from ltcarch.model.parts import ArtifactUse
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


class _Side(NamedTuple):
    """Inputs or outputs: how they are stated, and who below answers for them."""

    key: str
    verb: str
    stated: Callable[[Activity | ProcessElement], tuple[ArtifactUse, ...]]
    is_within: Callable[[Element, str], bool]


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Stated inputs and outputs without a counterpart below."""
    if architecture.unread or architecture.has_dark_file or architecture.duplicates:
        return  # who takes and makes it may stand in a file that cannot be read, or have an id that was taken
    exchange = architecture.exchange
    calls = _called_below(architecture)
    for side in (
        _Side("inputs", "takes", lambda element: element.inputs, exchange.taken_within),
        _Side("outputs", "makes", lambda element: element.outputs, exchange.made_within),
    ):
        stating = [element for element in architecture.all(ProcessElement) if side.stated(element)]
        untold = _untold_below(architecture, side) if stating else ()
        for element in stating:
            if element.id not in untold:
                below = [*architecture.hierarchy.children(element), *calls.get(element.id, ())]
                yield from _without_counterpart(architecture, element, below, side)


def _without_counterpart(
    architecture: Architecture, element: ProcessElement, below: list[Element], side: _Side
) -> Iterator[Finding]:
    for index, use in enumerate(side.stated(element)):
        artifact = architecture.get(use.artifact, Artifact)
        if artifact is not None and not any(side.is_within(part, artifact.id) for part in below):
            yield Finding(
                element,
                f"{called(element)} {side.verb} artifact {artifact.id}, but nothing in it does",
                (side.key, index),
                f"add it to the {side.key} of what {side.verb} it below, or take it out here",
            )


def _untold_below(architecture: Architecture, side: _Side) -> set[str]:
    """The elements below which something does not say yet what it takes or makes."""
    untold: set[str] = set()
    for element in reversed(architecture.all(ProcessElement)):
        children = architecture.hierarchy.children(element)
        activities = [child for child in children if isinstance(child, Activity)]
        parts = [child for child in children if isinstance(child, ProcessElement)]
        is_told = (
            bool(activities or parts)
            and (not activities or any(side.stated(activity) for activity in activities))
            and all(part.id not in untold or side.stated(part) for part in parts)
        )
        if not is_told:
            untold.add(element.id)
    return untold


def _called_below(architecture: Architecture) -> dict[str, list[Element]]:
    """The processes that activities below an element run: they take and make on its behalf."""
    found: dict[str, list[Element]] = {}
    for activity in architecture.all(Activity):
        process = architecture.get(activity.calls.process) if activity.calls else None
        if process is not None:
            for above in architecture.hierarchy.ancestors(activity):
                found.setdefault(above.id, []).append(process)
    return found


RULE = Rule(
    code="STR19",
    name="boundary-mismatch",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
