"""What is published goes on to, calls and hands over to published processes only.

Whoever works by a published process must be able to follow it to its end. If it calls or leads to a draft, they reach a
page that does not hold yet, or no longer. Inputs and outputs may well come from or go to processes that are only
planned: what flows is agreed before the other side is written down.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.0.0}
    groups:
      - {id: LTC.1, name: Manage leads, next: [LTC.2]}
      - id: LTC.2
        name: Manage opportunities
        lifecycle: {stage: planning, status: draft, version: 0.1.0}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.0.0}
    groups:
      - {id: LTC.1, name: Manage leads, next: [LTC.2]}
      - {id: LTC.2, name: Manage opportunities}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, ProcessElement
from ltcarch.model.parts import Chain, Next
from ltcarch.rules.lifecycle.stated import stated_for
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called
from ltcarch.source.document import Step

_NOT_IN_FORCE = {"draft": "is a draft", "review": "is in review", "retired": "is retired"}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published elements that lead to or call one which says that it is not in force."""
    for element in architecture.hierarchy.in_order:
        if not isinstance(element, (Activity, ProcessElement)):
            continue
        for verb, path, target_id in _dependencies(element):
            target = architecture.get(target_id)
            if isinstance(target, (Activity, ProcessElement)) and architecture.is_published(element):
                yield from _unpublished(architecture, element, verb, path, target)


def _dependencies(element: Activity | ProcessElement) -> Iterator[tuple[str, tuple[Step, ...], str | None]]:
    ways: tuple[Next | Chain, ...] = element.next
    for index, way in enumerate(ways):
        yield "goes on to", ("next", index, "to"), way.to
    if isinstance(element, Activity) and element.calls:
        yield "calls", ("calls", "process"), element.calls.process
    if isinstance(element, Activity) and element.waits:
        yield "goes on to", ("waits", "then"), element.waits.then


def _unpublished(
    architecture: Architecture, element: Element, verb: str, path: tuple[Step, ...], target: Element
) -> Iterator[Finding]:
    stated = stated_for(architecture, target)
    state = _NOT_IN_FORCE.get(stated.lifecycle.status or "")
    if state is not None:
        at = (Place(stated.element, f"{target.id} {state}", ("lifecycle",)),)
        yield Finding(
            element,
            f"{called(element)} is published and {verb} {called(target)}, which {state}",
            path,
            f"publish {target.id} with it, or let it end elsewhere until then",
            at if stated.element.KIND != "company" else (),
        )


RULE = Rule(
    code="LIF04",
    name="depends-on-unpublished",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
