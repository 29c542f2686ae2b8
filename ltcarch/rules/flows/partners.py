"""Which classifications receive something from which."""

from collections.abc import Iterable
from functools import cache

from ltcarch.model import Architecture, Artifact, Element, Flow
from ltcarch.rules.remembered import remembered

Receivers = dict[str, set[str]]


@remembered
def receivers(architecture: Architecture) -> Receivers:
    """For each classification that gives something, the others that receive it, by id.

    It follows from who makes and who takes an artifact, from `from` and `to` of inputs and outputs, and from the
    stated flows. Master data does not count. The classifications of an artifact are gathered before they are
    joined, so that an artifact that everybody uses costs no more than the number of its uses.
    """
    found: Receivers = {}
    exchange = architecture.exchange
    takers = cache(lambda artifact: _takers(architecture, artifact))
    for artifact in architecture.all(Artifact):
        if not artifact.reference:
            receiving = {top for own in exchange.kin(artifact.id) for top in takers(own)}
            _add(found, _tops(architecture, (made.element for made in exchange.made(artifact.id))), receiving)
            _add_named(architecture, artifact.id, found)
    for flow in architecture.all(Flow):
        _add(found, _tops(architecture, exchange.end(flow.from_)), _tops(architecture, exchange.end(flow.to)))
    return found


def _takers(architecture: Architecture, artifact_id: str) -> set[str]:
    exchange = architecture.exchange
    taking = (taken.element for taken in exchange.taken(artifact_id))
    return _tops(architecture, (*taking, *exchange.set_off_by(artifact_id)))


def _add_named(architecture: Architecture, artifact_id: str, found: Receivers) -> None:
    """Add the ends that inputs and outputs of an artifact name."""
    exchange = architecture.exchange
    for taken in exchange.taken(artifact_id):
        if taken.use.from_:
            _add(found, _tops(architecture, exchange.end(taken.use.from_)), _tops(architecture, [taken.element]))
    for made in exchange.made(artifact_id):
        if made.use.to:
            _add(found, _tops(architecture, [made.element]), _tops(architecture, exchange.end(made.use.to)))


def _add(found: Receivers, givers: set[str], takers: set[str]) -> None:
    for giver in givers:
        found.setdefault(giver, set()).update(takers - {giver})


def _tops(architecture: Architecture, elements: Iterable[Element]) -> set[str]:
    """The ids of the classifications that elements belong to."""
    tops = map(architecture.hierarchy.classification, elements)
    return {top.id for top in tops if top is not None}
