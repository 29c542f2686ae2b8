"""Each input is made by somebody in the architecture, or its source is said.

An input that nobody makes is work that waits for something which never comes, or a supplier whom nobody agreed
anything with. What comes from outside says so: `from:` at the input, a flow to the element or to one above it, or
`source:` at the artifact. Master data (`reference: true`), templates, tools, trainings and standards need no maker,
and a part answers for its whole. An activity in a loop may take what it made before, as an optional input.

Bad:

```yaml
activities:
  - id: LTC.2.5.A1
    name: Study tender
    inputs: [tender_document]
artifacts:
  - {id: tender_document, name: Tender document}
```

Good:

```yaml
activities:
  - id: LTC.2.5.A1
    name: Study tender
    inputs: [{artifact: tender_document, from: customer}]
artifacts:
  - {id: tender_document, name: Tender document}
externals:
  - {id: customer, name: Customer}
```
"""

from collections.abc import Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Element
from ltcarch.model.derivation import Use
from ltcarch.rules.flows.other_side import OtherSide
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

AT_HAND = ("template", "tool", "training", "standard")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Inputs and waits for what nobody else makes and no source gives."""
    exchange = architecture.exchange

    def makers(artifact_id: str) -> Iterator[Element]:
        return (made.element for made in exchange.made(artifact_id))

    def receivers(artifact_id: str) -> Iterator[Element]:
        yield from (taken.element for taken in exchange.taken(artifact_id) if taken.use.from_)
        yield from (end for flow in exchange.carrying(artifact_id) for end in exchange.end(flow.to))

    side = OtherSide(architecture, makers, receivers)
    takers = cache(lambda artifact_id: frozenset(exchange.takers(artifact_id)))
    for artifact in architecture.all(Artifact):
        made = exchange.made(artifact.id)
        unsupplied = [own for own in exchange.taken(artifact.id) if all(use.element is own.element for use in made)]
        if not unsupplied or is_at_hand(artifact) or side.is_out_of_sight(artifact.id):
            continue
        known = side.users(artifact.id)
        for taken in unsupplied if len(known) < 2 else ():
            goes_round = bool(known) and taken.use.optional  # what it made in an earlier round
            alone = known <= {taken.element} and not goes_round
            if alone and not side.is_stated(artifact.id, taken.element) and taken.element in takers(artifact.id):
                yield _finding(taken, artifact, "nobody else makes" if known else "nobody makes")


def is_at_hand(artifact: Artifact) -> bool:
    """Whether an artifact needs no maker in the architecture."""
    return artifact.reference or bool(artifact.source or artifact.producer) or artifact.type in AT_HAND


def _finding(taken: Use, artifact: Artifact, lack: str) -> Finding:
    return Finding(
        taken.element,
        f"{called(taken.element)} {'waits for' if taken.path[0] == 'waits' else 'takes'} {artifact.id}, which {lack}",
        taken.path,
        "add it to the outputs of its maker; if it comes from outside, say `from:` here or `source:` at the artifact",
    )


RULE = Rule(
    code="FLW01",
    name="input-without-source",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
