"""Each step can be reached from the start.

Steps that lead only to one another are never begun. Often the link that was meant to lead there has been redrawn. A
single step to which nothing leads is a second start (ACT01).

Bad:

```yaml
processes:
  - id: LTC.1.3
    name: Cultivate leads
    ends: [converted]
    activities:
      - {id: LTC.1.3.A1, name: Contact customer, next: [LTC.1.3.A4]}
      - id: LTC.1.3.A2
        name: Nurture lead
        next: [LTC.1.3.A3]
      - id: LTC.1.3.A3
        name: Review lead
        split: exclusive
        next: [{to: LTC.1.3.A2, when: not yet ripe}, {to: LTC.1.3.A4, default: true}]
      - {id: LTC.1.3.A4, name: Convert lead, next: [{end: converted}]}
```

Good:

```yaml
processes:
  - id: LTC.1.3
    name: Cultivate leads
    ends: [converted]
    activities:
      - {id: LTC.1.3.A1, name: Contact customer, next: [LTC.1.3.A2]}
      - id: LTC.1.3.A2
        name: Nurture lead
        next: [LTC.1.3.A3]
      - id: LTC.1.3.A3
        name: Review lead
        split: exclusive
        next: [{to: LTC.1.3.A2, when: not yet ripe}, {to: LTC.1.3.A4, default: true}]
      - {id: LTC.1.3.A4, name: Convert lead, next: [{end: converted}]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.rules.activity.components import components
from ltcarch.rules.activity.flow import END, Flow, Key, flows_to_judge
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The loops outside of what the start reaches, each once, at its first step."""
    for flow in flows_to_judge(architecture):
        for loop in _unreached_loops(flow):
            start = architecture.sequence.starts(flow.process)[0]
            yield Finding(
                loop[0],
                f"{called(loop[0])} is never reached from the start of {called(flow.process)}",
                help="lead to it with `next:` from a step that is reached, or delete it",
                related=(Place(start, f"{called(flow.process)} starts here"),),
            )


def _unreached_loops(flow: Flow) -> Iterator[list[Element]]:
    """The elements of each group of unreached nodes to which no other group leads, in reading order."""
    lost = {key: node for key, node in flow.nodes.items() if key not in flow.reached and key != END}
    links = {key: [way.target for way in node.ways] for key, node in lost.items()}
    entered: set[Key] = set()
    groups = components(links)
    for group in groups:
        inside = set(group)
        entered.update(target for key in group for target in links[key] if target not in inside)
    places = {key: place for place, key in enumerate(lost)}
    for group in sorted(groups, key=lambda group: min(places[key] for key in group)):
        begins_what_is_lost = any(lost[key].is_step or not flow.reached.issuperset(links[key]) for key in group)
        if entered.isdisjoint(group) and begins_what_is_lost:
            yield [lost[key].element for key in sorted(group, key=places.__getitem__)]


RULE = Rule(
    code="ACT02",
    name="unreached-step",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
