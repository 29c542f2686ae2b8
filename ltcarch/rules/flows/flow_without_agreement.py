"""A flow across the borders of classifications, groups or owners states what was agreed about it.

Inside one hand it is enough to get things done. Between two, the giver has to know by when it is due (`sla:`), and
both when it counts as done (`acceptance:`). Asked are stated flows with a classification or group at one end, and
those between different owners.

Bad:

```yaml
classifications:
  - {id: MTL, name: Market to lead}
  - {id: LTC, name: Lead to cash}
artifacts:
  - {id: lead, name: Lead}
flows:
  - {id: leads, from: MTL, to: LTC, artifacts: [lead]}
```

Good:

```yaml
classifications:
  - {id: MTL, name: Market to lead}
  - {id: LTC, name: Lead to cash}
artifacts:
  - {id: lead, name: Lead}
flows:
  - id: leads
    from: MTL
    to: LTC
    artifacts: [lead]
    sla: Within one working day
    acceptance: Customer, need and contact are known
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, Element, Flow, Group
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows across borders that lack a service level or a criterion of acceptance."""
    for flow in architecture.all(Flow):
        missing = [key for key in ("sla", "acceptance") if getattr(flow, key) is None and flow.expects(key)]
        if missing and _crosses_border(architecture, flow):
            yield Finding(
                flow,
                f"{called(flow)} states no {listed(missing, 'and no')}",
                (),
                "write down what giver and receiver agreed: by when, and when it counts as done",
            )


def _crosses_border(architecture: Architecture, flow: Flow) -> bool:
    named = (architecture.get(flow.from_), architecture.get(flow.to))
    ends: list[Element] = [end for end in named if end is not None]
    if any(isinstance(end, (Classification, Group)) for end in ends):
        return True
    owners = {owner.id for end in ends if (owner := architecture.responsibility.owner(end)) is not None}
    return len(owners) > 1


RULE = Rule(
    code="FLW17",
    name="flow-without-agreement",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
