"""An id that was in use does not vanish without a trace.

Documents, links, logs and appraisals still name it, and some day somebody gives it to another element. An id that is
given up stands under `retired`, with the reason, or under the `former_ids` of the element that took its place; and what
stands there stays there. Drafts may come and go, and what is below an element goes with it.

Bad:

```yaml
# before/architecture.yaml
roles:
  - {id: lead_clerk, name: Lead clerk}
# architecture.yaml
roles:
  - {id: lead_manager, name: Lead manager}
```

Good:

```yaml
# before/architecture.yaml
roles:
  - {id: lead_clerk, name: Lead clerk}
# architecture.yaml
roles:
  - {id: lead_manager, name: Lead manager, former_ids: [lead_clerk]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import HIERARCHY, Architecture, Element
from ltcarch.rules.lifecycle.former import Comparison
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called

_KINDS = [
    "classification", "group", "process", "subprocess", "activity", "role", "artifact", "kpi", "control", "risk",
    "policy", "system",
]  # fmt: skip


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Ids that were in use, retired or given up before, and of which nothing is known now."""
    if context.before is None:
        return
    comparison = Comparison(context.before, architecture)
    if architecture.has_dark_file:
        return
    known = _known(architecture)
    former = context.before.elements.values()
    for element in former:
        if element.id not in known and element.KIND in context.options["kinds"] and _was_in_force(comparison, element):
            yield _gone(comparison, element)
    for retired in context.before.retired:
        if retired.id not in known:
            yield Finding(
                architecture.company,
                f"{retired.id} is no longer listed under `retired`",
                (),
                "put the entry back: the id must not return with another meaning",
            )
    for element in former:
        for former_id in element.former_ids:
            if former_id not in known:
                yield _forgotten(comparison, element, former_id)


def _known(architecture: Architecture) -> set[str]:
    """Every id that is in use, retired, given up, or in a file that cannot be read."""
    given_up = (former for element in architecture.elements.values() for former in element.former_ids)
    return {*architecture.elements, *(own.id for own in architecture.retired), *given_up, *architecture.unread}


def _was_in_force(comparison: Comparison, element: Element) -> bool:
    """Whether others may rely on its id; not if it was a draft, or is gone with what it belonged to."""
    if element.KIND not in HIERARCHY:
        return True
    above = comparison.before.hierarchy.parent(element)
    is_alone = above is None or comparison.present(above) is not None
    return is_alone and comparison.before.is_published(element)


def _gone(comparison: Comparison, element: Element) -> Finding:
    """A finding at what it belonged to, since it has no place any more."""
    above = comparison.before.hierarchy.parent(element) if element.KIND in HIERARCHY else None
    return Finding(
        (comparison.present(above) if above else None) or comparison.now.company,
        f"{called(element)} is gone without a trace",
        (),
        "list its id under `retired:` with the reason, or under `former_ids:` of what took its place",
    )


def _forgotten(comparison: Comparison, element: Element, former_id: str) -> Finding:
    present = comparison.present(element) or comparison.now.company
    return Finding(
        present,
        f"{former_id} is no longer listed under `former_ids` of {called(element)}",
        ("former_ids",),
        "put it back: old documents and waivers find their element by it",
    )


RULE = Rule(
    code="LIF13",
    name="vanished-id",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={"kinds": Option(_KINDS, "the kinds of elements whose ids others rely on")},
    needs=frozenset({"history"}),
)
