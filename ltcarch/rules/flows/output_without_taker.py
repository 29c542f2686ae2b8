"""Each output is taken by somebody, or it is said where its way ends.

What nobody takes need not be made. If it goes outside, say so with `to:` at the output or with a flow; if its way may
end here, say `terminal: true` at the artifact. Evidence of a control, a document that some activity uses and what
sets a process off count as taken. Master data (`reference: true`) needs no taker.

Bad:

```yaml
activities:
  - id: LTC.1.3.A4
    name: Report leads
    outputs: [lead_report]
artifacts:
  - {id: lead_report, name: Lead report}
```

Good:

```yaml
activities:
  - id: LTC.1.3.A4
    name: Report leads
    outputs: [{artifact: lead_report, to: board}]
artifacts:
  - {id: lead_report, name: Lead report}
externals:
  - {id: board, name: Supervisory board}
```
"""

from collections.abc import Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Control, Element
from ltcarch.model.derivation import Use
from ltcarch.rules.flows.other_side import OtherSide
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Outputs that nobody else takes and that go nowhere."""
    exchange = architecture.exchange

    def takers(artifact_id: str) -> Iterator[Element]:
        yield from (taken.element for taken in exchange.taken(artifact_id))
        yield from exchange.set_off_by(artifact_id)

    def givers(artifact_id: str) -> Iterator[Element]:
        yield from (made.element for made in exchange.made(artifact_id) if made.use.to)
        yield from (end for flow in exchange.carrying(artifact_id) for end in exchange.end(flow.from_))

    @cache
    def is_used(artifact_id: str) -> bool:
        """Whether it is evidence of a control, or a document in use."""
        mentions = architecture.mentions(artifact_id)
        return any(reference.path[0] == "documents" or isinstance(element, Control) for element, reference in mentions)

    side = OtherSide(architecture, takers, givers)
    makers = cache(lambda artifact_id: frozenset(exchange.makers(artifact_id)))
    for artifact in architecture.all(Artifact):
        taken = exchange.taken(artifact.id)
        untaken = [own for own in exchange.made(artifact.id) if all(use.element is own.element for use in taken)]
        if not untaken or artifact.reference or artifact.terminal or side.is_out_of_sight(artifact.id):
            continue
        known = side.users(artifact.id)
        for made in untaken if len(known) < 2 else ():
            alone = known <= {made.element} and not side.is_stated(artifact.id, made.element)
            if alone and made.element in makers(artifact.id) and not any(map(is_used, exchange.kin(artifact.id))):
                yield _finding(made, artifact, "nobody else takes" if known else "nobody takes")


def _finding(made: Use, artifact: Artifact, lack: str) -> Finding:
    return Finding(
        made.element,
        f"{called(made.element)} makes {artifact.id}, which {lack}",
        made.path,
        "add it to the inputs of whoever needs it, say `to:` here if it goes outside,"
        " or `terminal: true` at the artifact if its way ends here",
    )


RULE = Rule(
    code="FLW02",
    name="output-without-taker",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
