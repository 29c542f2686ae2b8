"""What is published changes only together with its version.

Two people with version 1.1 in their hands rely on reading the same. So a change of what a published element says, of a
step, or of the order of steps, raises the version in the lifecycle that holds for it: its own, or the one above. Where
an element stands, its state, tags, waivers and provenance do not count as content, and ids that changed count as the
same where `former_ids` says so. Version numbers are compared as semantic versioning does.

Bad:

```yaml
# before/architecture.yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.1.0}
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, rules: [Two signs of a need]}
      - {id: LTC.1.2.A2, name: Assign lead owner}
# architecture.yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.1.0}
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, rules: [Three signs of a need]}
      - {id: LTC.1.2.A2, name: Assign lead owner}
```

Good:

```yaml
# before/architecture.yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.1.0}
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, rules: [Two signs of a need]}
      - {id: LTC.1.2.A2, name: Assign lead owner}
# architecture.yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.2.0}
    activities:
      - {id: LTC.1.2.A1, name: Validate lead, rules: [Three signs of a need]}
      - {id: LTC.1.2.A2, name: Assign lead owner}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.rules.lifecycle.content import is_unchanged, order_of_steps
from ltcarch.rules.lifecycle.former import Comparison
from ltcarch.rules.lifecycle.stated import StatedLifecycle, stated_for
from ltcarch.rules.lifecycle.versions import is_raised
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

_MOST_NAMED = 3


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published lifecycles whose version was not raised although something changed that they hold for."""
    if context.before is None:
        return
    comparison = Comparison(context.before, architecture)
    changes: dict[tuple[str, str], tuple[StatedLifecycle, list[str]]] = {}
    for change, holder, version in (*_changed(comparison), *_gone(comparison)):
        if holder.lifecycle.version and not is_raised(version, holder.lifecycle.version):
            changes.setdefault((holder.element.id, version), (holder, []))[1].append(change)
    for (_, version), (holder, found) in changes.items():
        yield _finding(holder, version, found)


def _changed(comparison: Comparison) -> Iterator[tuple[str, StatedLifecycle, str]]:
    """What became new or different, the lifecycle that holds for it, and its published version before."""
    before, now = comparison.before, comparison.now
    for element in now.hierarchy.in_order:
        holder = stated_for(now, element)
        if holder.lifecycle.status != "published":
            continue
        former = comparison.former(element)
        version = _published_version(before, former or comparison.former(holder.element))
        if version is None:
            continue
        if former is None:
            if not before.may_exist(element.id):
                yield f"{called(element)} is new", holder, version
        elif not is_unchanged(element, former, comparison.renamed) or _is_reordered(comparison, element, former):
            yield f"{called(element)} changed", holder, version


def _gone(comparison: Comparison) -> Iterator[tuple[str, StatedLifecycle, str]]:
    """What is gone, the lifecycle that held for it, and its published version before."""
    before, now = comparison.before, comparison.now
    for former in before.hierarchy.in_order:
        version = _published_version(before, former)
        holder_element = comparison.present(stated_for(before, former).element)
        if version is None or holder_element is None or comparison.present(former) or now.may_exist(former.id):
            continue
        holder = stated_for(now, holder_element)
        if holder.lifecycle.status == "published":
            yield f"{called(former)} is gone", holder, version


def _published_version(before: Architecture, former: Element | None) -> str | None:
    lifecycle = stated_for(before, former).lifecycle if former else None
    return lifecycle.version if lifecycle and lifecycle.status == "published" else None


def _is_reordered(comparison: Comparison, element: Element, former: Element) -> bool:
    """Whether steps that were and are there follow one another in another order."""
    present = order_of_steps(comparison.now, element, {})
    previous = order_of_steps(comparison.before, former, comparison.renamed)
    kept = set(present) & set(previous)
    return [step for step in present if step in kept] != [step for step in previous if step in kept]


def _finding(holder: StatedLifecycle, version: str, changes: list[str]) -> Finding:
    more = len(changes) - _MOST_NAMED
    named = changes[:_MOST_NAMED] + ([f"{more} more"] if more > 0 else [])
    now = holder.lifecycle.version
    kept = f"still has version {now}" if now == version else f"went from version {version} to {now}"
    return holder.finding(
        f"{holder.title} {kept}, but {listed(named)}",
        ("version",),
        f"raise the version above {version}, and say under `history:` what changed",
    )


RULE = Rule(
    code="LIF05",
    name="version-not-raised",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    needs=frozenset({"history"}),
)
