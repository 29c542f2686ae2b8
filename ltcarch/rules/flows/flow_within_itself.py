"""A flow joins two elements of which neither contains the other.

What an element hands to itself, to its own part or to the whole that it belongs to never leaves it. The other end is
meant to be a sibling of it, another process or a party outside. The same holds for `from:` and `to:` of inputs,
outputs, waits and triggers.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - {id: LTC.1, name: Manage leads}
artifacts:
  - {id: lead, name: Lead}
flows:
  - {id: leads, from: LTC, to: LTC.1, artifacts: [lead]}
```

Good:

```yaml
classifications:
  - {id: MTL, name: Market to lead}
  - id: LTC
    name: Lead to cash
    groups:
      - {id: LTC.1, name: Manage leads}
artifacts:
  - {id: lead, name: Lead}
flows:
  - {id: leads, from: MTL, to: LTC.1, artifacts: [lead]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Flow, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called
from ltcarch.source.document import Step

End = tuple[tuple[Step, ...], str]


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows, and ends named by an element, that stay within one element."""
    for flow in architecture.all(Flow):
        relation = _relation(architecture, flow.from_, flow.to)
        if relation:
            yield Finding(flow, f"{called(flow)} goes from {flow.from_} to {flow.to}, {relation}", ("to",), _ADVICE)
    naming: tuple[ProcessElement | Activity, ...] = (*architecture.all(ProcessElement), *architecture.all(Activity))
    for element in naming:
        for path, end in _ends(element):
            relation = _relation(architecture, element.id, end)
            if relation:
                yield Finding(element, f"{called(element)} names {end}, {relation}, as the other side", path, _ADVICE)


_ADVICE = "name the process, the activity or the party outside that is really meant"


def _ends(element: ProcessElement | Activity) -> Iterator[End]:
    for index, use in enumerate(element.inputs):
        if use.from_:
            yield ("inputs", index, "from"), use.from_
    for index, use in enumerate(element.outputs):
        if use.to:
            yield ("outputs", index, "to"), use.to
    for index, trigger in enumerate(element.triggers):
        if trigger.from_:
            yield ("triggers", index, "from"), trigger.from_
    if isinstance(element, Activity) and element.waits and element.waits.from_:
        yield ("waits", "from"), element.waits.from_


def _relation(architecture: Architecture, one_id: str | None, other_id: str | None) -> str | None:
    """What the other one is to the first, where one contains the other."""
    one, other = architecture.get(one_id), architecture.get(other_id)
    if one is None or other is None:
        return None
    if one is other:
        return "the same element"
    if architecture.hierarchy.within(one, other):
        return f"to which {one.id} belongs"
    return f"which is a part of {one.id}" if architecture.hierarchy.within(other, one) else None


RULE = Rule(
    code="FLW12",
    name="flow-within-itself",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
