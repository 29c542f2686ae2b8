"""An artifact is made in one place in each of its states, or it is said who masters it.

Two activities that make the same record in the same state make two versions of it, and nobody knows which one holds.
Tell the states apart (`{artifact: contract, state: amended}`), or name the master under `producer:` of the artifact.
Sub-processes with different values of one scenario are alternatives and may make the same; who takes an artifact and
gives it on does not make it anew.

Bad:

```yaml
activities:
  - {id: LTC.2.5.A4, name: Decide bid price, outputs: [price]}
  - {id: OTD.1.2.A1, name: Price spare parts, outputs: [price]}
artifacts:
  - {id: price, name: Price}
```

Good:

```yaml
activities:
  - {id: LTC.2.5.A4, name: Decide bid price, outputs: [price]}
  - {id: OTD.1.2.A1, name: Price spare parts, outputs: [price]}
artifacts:
  - {id: price, name: Price, producer: LTC.2.5.A4}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact, Element, Group, Process, Subprocess
from ltcarch.model.derivation import Use
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

Scenarios = frozenset[tuple[str, str]]


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Artifacts that several make in the same state and in the same scenario, and that nobody masters."""
    for artifact in architecture.all(Artifact):
        if artifact.producer or len(architecture.exchange.made(artifact.id)) < 2:
            continue
        first_by_state: dict[str | None, dict[Scenarios, Use]] = {}
        for made in _origins(architecture, artifact.id):
            own = _scenarios(architecture, made.element)
            firsts = first_by_state.setdefault(made.use.state, {})
            other = next((first for told, first in firsts.items() if not _apart(own, told)), None)
            if other is None:
                firsts[own] = made
            else:
                yield _finding(made, other, artifact)


def _origins(architecture: Architecture, artifact_id: str) -> Iterator[Use]:
    """The outputs by which an artifact comes to be: not those above others, nor those of who takes it himself."""
    exchange = architecture.exchange
    takers = {taken.element for taken in exchange.taken(artifact_id)}
    origins = set(exchange.makers(artifact_id)) - takers
    return (made for made in exchange.made(artifact_id) if made.element in origins)


def _scenarios(architecture: Architecture, element: Element) -> Scenarios:
    """The scenario values in which an element runs, by dimension."""
    above = architecture.hierarchy.lineage(element)
    stated = (own.scenario for own in above if isinstance(own, (Group, Process, Subprocess)) and own.scenario)
    return frozenset((scenario.dimension or "", scenario.value or "") for scenario in stated)


def _apart(one: Scenarios, other: Scenarios) -> bool:
    """Whether two can never run in the same case, as some dimension has different values."""
    values = dict(one)
    return any(values.get(dimension, value) != value for dimension, value in other)


def _finding(made: Use, other: Use, artifact: Artifact) -> Finding:
    state = f" in state {made.use.state}" if made.use.state else ""
    return Finding(
        made.element,
        f"{called(made.element)} makes {artifact.id}{state}, and so does {called(other.element)}",
        made.path,
        "tell their states or scenarios apart, or name the master under `producer:` of the artifact",
        (Place(other.element, "it is made here first", other.path),),
    )


RULE = Rule(
    code="FLW13",
    name="several-makers",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
