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

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Control, Element
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Outputs that nobody else takes and that go nowhere."""
    exchange = architecture.exchange
    for artifact in architecture.all(Artifact):
        if artifact.reference or artifact.terminal:
            continue
        kin = exchange.kin(artifact.id)
        takers = {taker for own in kin for taker in _takers(architecture, own)}
        if len(takers) > 1:
            continue  # each maker has a taker beside itself
        leaving = _leaving(architecture, kin)
        above_leaving = {above.id for end in leaving for above in architecture.hierarchy.ancestors(end)}
        makers = set(map(id, exchange.makers(artifact.id)))
        for made in exchange.made(artifact.id):
            maker = made.element
            lacks_taker = id(maker) in makers and takers <= {maker}
            if lacks_taker and maker.id not in above_leaving and not _leaves(architecture, maker, leaving):
                yield Finding(
                    maker,
                    f"{called(maker)} makes {artifact.id}, which nobody {'else ' if takers else ''}takes",
                    made.path,
                    "add it to the inputs of whoever needs it, say `to:` here if it goes outside,"
                    " or `terminal: true` at the artifact if its way ends here",
                )


def _takers(architecture: Architecture, artifact_id: str) -> Iterator[Element]:
    yield from (taken.element for taken in architecture.exchange.taken(artifact_id))
    yield from architecture.exchange.set_off_by(artifact_id)
    for element, reference in architecture.mentions(artifact_id):
        if reference.path[0] == "documents" or isinstance(element, Control):
            yield element


def _leaving(architecture: Architecture, kin: tuple[str, ...]) -> set[Element]:
    """Who gives one of these artifacts to somebody named, or by a stated flow."""
    exchange = architecture.exchange
    named = {made.element for own in kin for made in exchange.made(own) if made.use.to}
    return named | {end for own in kin for flow in exchange.carrying(own) for end in exchange.end(flow.from_)}


def _leaves(architecture: Architecture, maker: Element, leaving: set[Element]) -> bool:
    """Whether the maker or one above it, the company included, gives it away."""
    above = {architecture.company, *architecture.hierarchy.lineage(maker)}
    return not leaving.isdisjoint(above)


RULE = Rule(
    code="FLW02",
    name="output-without-taker",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
