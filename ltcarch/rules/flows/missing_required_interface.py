"""Every interface that the project file requires exists.

What the company expects of its flows (market and development feed each other, service reports back to design)
stands under `required_interfaces:` of the project file. It is met by outputs that the other side takes, by `from:`
and `to:` of inputs and outputs, or by a stated flow, at the two ends or anywhere below them.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
required_interfaces:
  - {from: ITR, to: IPD, artifact: design_standards, because: A solved problem must not be designed in again}
# architecture.yaml
classifications:
  - {id: ITR, name: Issue to resolution, outputs: [issue_history]}
  - {id: IPD, name: Integrated product development, inputs: [issue_history]}
artifacts:
  - {id: design_standards, name: Design standards}
  - {id: issue_history, name: Issue history}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
required_interfaces:
  - {from: ITR, to: IPD, artifact: design_standards, because: A solved problem must not be designed in again}
# architecture.yaml
classifications:
  - {id: ITR, name: Issue to resolution, outputs: [design_standards]}
  - {id: IPD, name: Integrated product development, inputs: [design_standards]}
artifacts:
  - {id: design_standards, name: Design standards}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.flows.between import anything_flows, flows
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Required interfaces over which nothing, or not the right thing, flows."""
    for index, required in enumerate(architecture.project.required_interfaces):
        giver, receiver, artifact = architecture.get(required.from_), architecture.get(required.to), required.artifact
        if giver is None or receiver is None or (artifact and artifact not in architecture.elements):
            continue
        if artifact:
            exists = flows(architecture, artifact, giver, receiver) or architecture.is_out_of_sight(artifact)
        else:
            exists = anything_flows(architecture, giver, receiver) or not architecture.is_whole
        if not exists:
            because = f": {required.because.in_language(architecture.project.language)}" if required.because else ""
            yield Finding(
                giver,
                f"{artifact} does not flow from {giver.id} to {receiver.id}, which the project requires"
                if artifact
                else f"nothing flows from {giver.id} to {receiver.id}, but the project requires an interface",
                ("required_interfaces", index),
                f"add {artifact or 'what flows'} to the outputs of {giver.id} and the inputs of {receiver.id},"
                f" or below them{because}",
                origin=architecture.project.origin,
            )


RULE = Rule(
    code="FLW06",
    name="missing-required-interface",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
