"""Each loop has a way out.

What goes round must be able to stop: with success, by giving up, or after some time. A lead that is nurtured for ever
binds people, and a process that never ends is never measured. Name what ends the loop, or let a wait time out.

Bad:

```yaml
processes:
  - id: LTC.1.3
    name: Cultivate leads
    activities:
      - {id: LTC.1.3.A1, name: Contact customer, next: [LTC.1.3.A2]}
      - {id: LTC.1.3.A2, name: Nurture lead, next: [LTC.1.3.A3]}
      - {id: LTC.1.3.A3, name: Review lead, next: [LTC.1.3.A2]}
```

Good:

```yaml
processes:
  - id: LTC.1.3
    name: Cultivate leads
    ends: [converted, closed]
    activities:
      - {id: LTC.1.3.A1, name: Contact customer, next: [LTC.1.3.A2]}
      - {id: LTC.1.3.A2, name: Nurture lead, next: [LTC.1.3.A3]}
      - id: LTC.1.3.A3
        name: Review lead
        split: exclusive
        next:
          - {end: converted, when: ripe}
          - {to: LTC.1.3.A2, when: not yet ripe}
          - {end: closed, default: true}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.activity.components import components
from ltcarch.rules.activity.flow import Flow, Key, Node, flows_to_judge
from ltcarch.rules.activity.traces import name, trace
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The loops that are reached and lead to no end, each once, at its first step."""
    for flow in flows_to_judge(architecture):
        for loop in _endless_loops(flow):
            steps = [node for node in loop if node.is_step] or loop
            first = steps[0]
            yield Finding(
                first.element,
                f"{called(flow.process)} never ends once it has come to {called(first.element)}: "
                f"{trace(architecture, steps)} → {name(architecture, first.element)} has no way out",
                ("next",),
                "lead from a step of this loop to an end or to a step outside",
            )


def _endless_loops(flow: Flow) -> Iterator[list[Node]]:
    """For each group of nodes that lead to one another and nowhere else, a shortest way round."""
    places = {key: place for place, key in enumerate(flow.nodes)}
    links = {
        key: [way.target for way in node.ways]
        for key, node in flow.nodes.items()
        if key in flow.reached and key not in flow.ending
    }
    for group in sorted(components(links), key=lambda group: min(map(places.__getitem__, group))):
        inside = set(group)
        if all(target in inside for key in group for target in links[key]):
            first = min((key for key in group if flow.nodes[key].is_step), key=places.__getitem__, default=group[0])
            yield [flow.nodes[key] for key in _way_round(first, links)]


def _way_round(first: Key, links: dict[Key, list[Key]]) -> list[Key]:
    """A shortest way from a node to itself, without coming back to it."""
    before: dict[Key, Key] = {}
    pending = [first]
    for here in pending:
        for onward in links[here]:
            if onward == first:
                way = [here]
                while way[-1] != first:
                    way.append(before[way[-1]])
                return way[::-1]
            if onward not in before:
                before[onward] = here
                pending.append(onward)
    return [first]


RULE = Rule(
    code="ACT11",
    name="endless-loop",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
