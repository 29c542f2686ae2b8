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

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Element
from ltcarch.model.exchange import Use
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

AT_HAND = ("template", "tool", "training", "standard")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Inputs and waits for what nobody else makes and no source gives."""
    exchange = architecture.exchange
    for artifact in architecture.all(Artifact):
        if artifact.reference or artifact.source or artifact.producer or artifact.type in AT_HAND:
            continue
        kin = exchange.kin(artifact.id)
        makers = {made.element.id for own in kin for made in exchange.made(own)}
        if len(makers) > 1:
            continue  # each taker has a maker beside itself
        given = _given(architecture, kin)
        above_given = {above.id for end in given for above in architecture.hierarchy.ancestors(end)}
        takers = set(map(id, exchange.takers(artifact.id)))
        for taken in exchange.taken(artifact.id):
            taker = taken.element
            goes_round = bool(makers) and taken.use.optional  # what it made in an earlier round
            lacks_maker = id(taker) in takers and makers <= {taker.id} and not goes_round
            if lacks_maker and taker.id not in above_given and not _is_given(architecture, taker, given):
                yield _finding(taken, artifact, "nobody else makes" if makers else "nobody makes")


def _finding(taken: Use, artifact: Artifact, lack: str) -> Finding:
    return Finding(
        taken.element,
        f"{called(taken.element)} {'waits for' if taken.path[0] == 'waits' else 'takes'} {artifact.id}, which {lack}",
        taken.path,
        "add it to the outputs of its maker; if it comes from outside, say `from:` here or `source:` at the artifact",
    )


def _given(architecture: Architecture, kin: tuple[str, ...]) -> set[Element]:
    """Whom somebody named, or a stated flow, gives one of these artifacts."""
    exchange = architecture.exchange
    named = {taken.element for own in kin for taken in exchange.taken(own) if taken.use.from_}
    return named | {end for own in kin for flow in exchange.carrying(own) for end in exchange.end(flow.to)}


def _is_given(architecture: Architecture, taker: Element, given: set[Element]) -> bool:
    """Whether it is given to the taker or to one above it, the company included."""
    above = {architecture.company, *architecture.hierarchy.lineage(taker)}
    return not given.isdisjoint(above)


RULE = Rule(
    code="FLW01",
    name="input-without-source",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
