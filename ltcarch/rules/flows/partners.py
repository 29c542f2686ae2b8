"""Which classifications receive something from which."""

from ltcarch.model import Architecture, Artifact, Element, Flow
from ltcarch.model.exchange import Use

Receivers = dict[str, set[str]]


def receivers(architecture: Architecture) -> Receivers:
    """For each classification that gives something, the others that receive it, by id.

    It follows from who makes and who takes an artifact, from `from` and `to` of inputs and outputs, and from the
    stated flows. Master data does not count.
    """
    found: Receivers = {}
    for artifact in architecture.all(Artifact):
        if not artifact.reference:
            _add_artifact(architecture, artifact.id, found)
    for flow in architecture.all(Flow):
        for giver in architecture.exchange.end(flow.from_):
            for receiver in architecture.exchange.end(flow.to):
                _add(found, {_top(architecture, giver)}, {_top(architecture, receiver)})
    return found


def _add_artifact(architecture: Architecture, artifact_id: str, found: Receivers) -> None:
    exchange = architecture.exchange
    made = exchange.made(artifact_id)
    taken = [use for own in exchange.kin(artifact_id) for use in exchange.taken(own)]
    set_off = {_top(architecture, own) for own in exchange.set_off_by(artifact_id)}
    _add(found, {_top(architecture, use.element) for use in made}, _tops(architecture, taken) | set_off)
    for use in taken:
        if use.use.from_:
            _add(found, {_top(architecture, architecture.get(use.use.from_))}, {_top(architecture, use.element)})
    for use in made:
        if use.use.to:
            _add(found, {_top(architecture, use.element)}, {_top(architecture, architecture.get(use.use.to))})


def _add(found: Receivers, givers: set[str | None], takers: set[str | None]) -> None:
    for giver in givers - {None}:
        found.setdefault(giver, set()).update(takers - {giver, None})


def _tops(architecture: Architecture, uses: list[Use]) -> set[str | None]:
    return {_top(architecture, use.element) for use in uses}


def _top(architecture: Architecture, element: Element | None) -> str | None:
    """The classification that an element belongs to."""
    top = architecture.hierarchy.classification(element) if element is not None else None
    return top.id if top is not None else None
