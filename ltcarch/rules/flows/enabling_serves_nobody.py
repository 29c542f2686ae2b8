"""Each published enabling classification serves an execution classification.

Execution flows create what customers pay for and make demands; enabling flows answer those demands. One that gives
nothing to any execution flow, not even by way of another enabling one, serves nobody whom the architecture knows. It
serves by what it makes and the other takes, or by a stated flow. `enabling` and `execution` are values of an axis;
the options name others. Without any execution classification the rule is silent.

Bad:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, axes: {class: execution}}
  - {id: MCR, name: Manage client relationships, axes: {class: enabling}}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash, axes: {class: execution}, inputs: [customer_profile]}
  - {id: MCR, name: Manage client relationships, axes: {class: enabling}, outputs: [customer_profile]}
artifacts:
  - {id: customer_profile, name: Customer profile}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification
from ltcarch.rules.flows.partners import receivers
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Enabling classifications that no execution classification receives anything from."""
    enabling = _of_class(architecture, context.options["enabling"])
    if not enabling or not _of_class(architecture, context.options["execution"]) or not architecture.is_whole:
        return
    serving = _serving(architecture, context.options["enabling"], context.options["execution"])
    for classification in enabling:
        is_asked = architecture.is_published(classification) and classification.expects("outputs")
        if is_asked and classification.id not in serving:
            yield Finding(
                classification,
                f"{called(classification)} enables nobody: nothing that it makes reaches an execution classification",
                ("outputs",),
                "add to its outputs what an execution flow takes from it, or correct its class",
            )


def _of_class(architecture: Architecture, value: str) -> list[Classification]:
    return [own for own in architecture.all(Classification) if value in own.axes.values()]


def _serving(architecture: Architecture, enabling: str, execution: str) -> set[str]:
    """The ids of the execution classifications and of the enabling ones from which something reaches them."""
    receiving = receivers(architecture)
    givers: dict[str, list[str]] = {}
    for giver in _of_class(architecture, enabling):
        for receiver in receiving.get(giver.id, ()):
            givers.setdefault(receiver, []).append(giver.id)
    found = {own.id for own in _of_class(architecture, execution)}
    pending = list(found)
    while pending:
        new = set(givers.get(pending.pop(), ())) - found
        found |= new
        pending.extend(new)
    return found


RULE = Rule(
    code="FLW15",
    name="enabling-serves-nobody",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={
        "enabling": Option("enabling", "the axis value of those who serve"),
        "execution": Option("execution", "the axis value of those who are served"),
    },
)
