"""A process moves from stage to stage along the loop: planning, construction, promotion, operation, and planning again.

Each stage hands over what the next one works with. Who goes into operation without construction and promotion has
nothing that was tested and nobody who was trained; who wants to change what is in operation begins by planning it.
A new element may begin anywhere, since it may have been at work long before it was written down.

Bad:

```yaml
# before/architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, lifecycle: {stage: planning, status: draft}}
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, lifecycle: {stage: operation, status: draft}}
```

Good:

```yaml
# before/architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, lifecycle: {stage: planning, status: draft}}
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash, lifecycle: {stage: construction, status: draft}}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.former import Comparison
from ltcarch.rules.lifecycle.stages import following, stage_of
from ltcarch.rules.lifecycle.stated import StatedLifecycle, stated_for, stated_lifecycles
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements, and the project file, whose stage is neither the former one nor the one that follows it."""
    if context.before is None:
        return
    comparison = Comparison(context.before, architecture)
    for stated in _moved(comparison):
        former = comparison.former(stated.element)
        before = stage_of(stated_for(context.before, former).lifecycle.stage) if former else None
        now = stage_of(stated.lifecycle.stage)
        if before and now and now not in (before, following(before)):
            yield stated.finding(
                f"{stated.title} moved from stage {before} to {now}",
                ("stage",),
                f"after {before} comes {following(before)}: write `stage: {following(before)}`, or compare with a "
                "revision in between if it went through that stage meanwhile",
            )


def _moved(comparison: Comparison) -> Iterator[StatedLifecycle]:
    """The lifecycles that are stated, and for elements that stated one before, what holds for them now."""
    stated = tuple(stated_lifecycles(comparison.now))
    yield from stated
    stating = {own.element.id for own in stated}
    for former in stated_lifecycles(comparison.before):
        element = comparison.present(former.element)
        if element is not None and element.id not in stating:
            holder = stated_for(comparison.now, element)
            yield StatedLifecycle(element, holder.lifecycle, element.origin)


RULE = Rule(
    code="LIF07",
    name="stage-out-of-order",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    needs=frozenset({"history"}),
)
