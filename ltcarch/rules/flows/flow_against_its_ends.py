"""What a flow carries is made where it begins and taken where it ends.

A flow that is drawn, but that neither end knows of, is a wish. The rule compares it with the outputs and inputs of
the two ends and of what is below them, and `from:` and `to:` of inputs and outputs with those of the other side. It
is silent about an end that is not worked out so far; a part answers for its whole.

Bad:

```yaml
classifications:
  - {id: IPD, name: Integrated product development, outputs: [product_plan]}
  - {id: LTC, name: Lead to cash, inputs: [product_package]}
artifacts:
  - {id: product_plan, name: Product plan}
  - {id: product_package, name: Product package}
flows:
  - {id: products, from: IPD, to: LTC, artifacts: [product_package]}
```

Good:

```yaml
classifications:
  - {id: IPD, name: Integrated product development, outputs: [product_package]}
  - {id: LTC, name: Lead to cash, inputs: [product_package]}
artifacts:
  - {id: product_package, name: Product package}
flows:
  - {id: products, from: IPD, to: LTC, artifacts: [product_package]}
```
"""

from collections.abc import Callable, Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import HIERARCHY, Activity, Architecture, Element, Flow, ProcessElement
from ltcarch.rules.flows.detail import with_known_inputs, with_known_outputs
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called
from ltcarch.source.document import Step


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows, and ends named at inputs and outputs, that the other side does not know of."""
    denies_making = _denial(architecture, architecture.exchange.made_within, with_known_outputs)
    denies_taking = _denial(architecture, architecture.exchange.taken_within, with_known_inputs)
    for flow in architecture.all(Flow):
        for index, artifact in enumerate(flow.artifacts):
            path = ("artifacts", index)
            if denies_making(flow.from_, artifact):
                yield _finding(
                    flow, path, f"carries {artifact}, which {flow.from_} does not make", "outputs", flow.from_
                )
            if denies_taking(flow.to, artifact):
                yield _finding(flow, path, f"carries {artifact}, which {flow.to} does not take", "inputs", flow.to)
    stating: tuple[ProcessElement | Activity, ...] = (*architecture.all(ProcessElement), *architecture.all(Activity))
    for element in stating:
        for index, use in enumerate(element.inputs):
            if use.from_ and denies_making(use.from_, use.artifact):
                message = f"takes {use.artifact} from {use.from_}, which does not make it"
                yield _finding(element, ("inputs", index, "from"), message, "outputs", use.from_)
        for index, use in enumerate(element.outputs):
            if use.to and denies_taking(use.to, use.artifact):
                message = f"gives {use.artifact} to {use.to}, which does not take it"
                yield _finding(element, ("outputs", index, "to"), message, "inputs", use.to)


def _denial(
    architecture: Architecture,
    known_within: Callable[[Element, str], bool],
    with_detail: Callable[[Architecture], frozenset[str]],
) -> Callable[[str | None, str | None], bool]:
    """A test whether an end, worked out as it is, knows nothing of an artifact."""

    detailed = cache(with_detail)

    def denies(end: str | None, artifact_id: str | None) -> bool:
        element = architecture.get(end)
        if element is None or element.KIND not in HIERARCHY:
            return False
        if artifact_id is None or artifact_id not in architecture.elements:
            return False
        if element.id not in detailed(architecture):
            return False
        if architecture.exchange.is_reference(artifact_id) or known_within(element, artifact_id):
            return False
        return not architecture.is_out_of_sight(*architecture.exchange.kin(artifact_id))

    return denies


def _finding(element: Element, path: tuple[Step, ...], message: str, side: str, end: str | None) -> Finding:
    return Finding(
        element, f"{called(element)} {message}", path, f"add it to the {side} of {end} or below, or correct the end"
    )


RULE = Rule(
    code="FLW04",
    name="flow-against-its-ends",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
