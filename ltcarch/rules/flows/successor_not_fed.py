"""What follows a group, process or sub-process takes something that it makes.

The stages of an end-to-end flow hand on their results. If the next one takes nothing from the one before, either the
sequence or the inputs are wrong. The rule looks at what `next:` says, without `on:` or on the first end, which is the
one that is aimed at. It passes over ways back to an earlier sibling, and over processes of different groups, for
which the groups answer. It is silent until both are worked out. A stated flow or `from:` and `to:` count too, master
data does not.

Bad:

```yaml
groups:
  - {id: LTC.1, name: Manage leads, outputs: [lead], next: [LTC.2]}
  - {id: LTC.2, name: Manage opportunities, inputs: [market_study]}
artifacts:
  - {id: lead, name: Lead}
  - {id: market_study, name: Market study}
```

Good:

```yaml
groups:
  - {id: LTC.1, name: Manage leads, outputs: [lead], next: [LTC.2]}
  - {id: LTC.2, name: Manage opportunities, inputs: [lead]}
artifacts:
  - {id: lead, name: Lead}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, Group, ProcessElement
from ltcarch.model.parts import Chain
from ltcarch.rules.flows.between import anything_flows
from ltcarch.rules.flows.detail import with_known_inputs, with_known_outputs
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements that follow another one and take nothing from it."""
    followed = [element for element in architecture.all(ProcessElement) if element.next]
    if not followed or not architecture.is_whole:
        return
    giving, taking = with_known_outputs(architecture), with_known_inputs(architecture)
    for element in followed:
        for index, chain in enumerate(element.next):
            follower = architecture.get(chain.to, ProcessElement)
            if follower is None or element.id not in giving or follower.id not in taking:
                continue
            if _is_main_way(architecture, element, chain, follower) and not anything_flows(
                architecture, element, follower
            ):
                yield Finding(
                    element,
                    f"{called(element)} is followed by {follower.id}, which takes nothing that it makes",
                    ("next", index),
                    f"add what {element.id} hands on to the inputs of {follower.id}, or correct the sequence",
                    (Place(follower, "this follows", ("inputs",)),),
                )


def _is_main_way(architecture: Architecture, element: ProcessElement, chain: Chain, follower: ProcessElement) -> bool:
    """Whether it leads forward on the end that is aimed at, rather than back or aside."""
    if chain.on and element.ends and chain.on != element.ends[0].id:
        return False
    parent = architecture.hierarchy.parent(element)
    if parent is None or parent is not architecture.hierarchy.parent(follower):
        return isinstance(element, (Classification, Group))
    siblings = architecture.hierarchy.children(parent)
    return siblings.index(element) < siblings.index(follower)


RULE = Rule(
    code="FLW20",
    name="successor-not-fed",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
