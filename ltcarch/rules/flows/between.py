"""Whether something flows from one element, or from below it, to another."""

from collections.abc import Iterator

from ltcarch.model import Activity, Architecture, Element, ProcessElement


def anything_flows(architecture: Architecture, giver: Element, receiver: Element) -> bool:
    """Whether any artifact but master data flows, or a stated flow says that something does."""
    if architecture.exchange.is_joined(giver, receiver):
        return True
    candidates = dict.fromkeys((*_outputs(architecture, giver), *_inputs(architecture, receiver)))
    return any(
        flows(architecture, artifact, giver, receiver)
        for artifact in candidates
        if not architecture.exchange.is_reference(artifact)
    )


def flows(architecture: Architecture, artifact_id: str, giver: Element, receiver: Element) -> bool:
    """Whether an artifact, a part of it or a whole around it flows.

    It does where the giver makes and the receiver takes it, where one of them names the other in `from` or `to`,
    and where a stated flow says so.
    """
    exchange = architecture.exchange
    if exchange.made_within(giver, artifact_id) and exchange.taken_within(receiver, artifact_id):
        return True
    return any(exchange.is_joined(giver, receiver, own) for own in exchange.kin(artifact_id))


def _outputs(architecture: Architecture, element: Element) -> Iterator[str]:
    for own in (element, *architecture.hierarchy.descendants(element)):
        if isinstance(own, (Activity, ProcessElement)):
            yield from (use.artifact for use in own.outputs if use.artifact)


def _inputs(architecture: Architecture, element: Element) -> Iterator[str]:
    for own in (element, *architecture.hierarchy.descendants(element)):
        if isinstance(own, (Activity, ProcessElement)):
            yield from (use.artifact for use in own.inputs if use.artifact)
        if isinstance(own, Activity) and own.waits and own.waits.for_:
            yield own.waits.for_
