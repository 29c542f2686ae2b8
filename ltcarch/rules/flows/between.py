"""Whether something flows from one element, or from below it, to another."""

from collections.abc import Iterator

from ltcarch.model import Activity, Architecture, Element, Flow, ProcessElement


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
    kin = exchange.kin(artifact_id)
    return (
        any(
            _within(architecture, use.from_, giver) and _within(architecture, own.element.id, receiver)
            for artifact in kin
            for own in exchange.taken(artifact)
            if (use := own.use).from_
        )
        or any(
            _within(architecture, own.element.id, giver) and _within(architecture, use.to, receiver)
            for artifact in kin
            for own in exchange.made(artifact)
            if (use := own.use).to
        )
        or any(_joins(architecture, flow, giver, receiver) for artifact in kin for flow in exchange.carrying(artifact))
    )


def _joins(architecture: Architecture, flow: Flow, giver: Element, receiver: Element) -> bool:
    return _within(architecture, flow.from_, giver) and _within(architecture, flow.to, receiver)


def _within(architecture: Architecture, end_id: str | None, element: Element) -> bool:
    """Whether an end, or an element of the grouping that it names, is the element or stands below it."""
    ends = (architecture.get(end_id), *architecture.exchange.end(end_id))
    return any(end is not None and architecture.hierarchy.within(end, element) for end in ends)


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
