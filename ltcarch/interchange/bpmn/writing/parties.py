"""Parties outside the company that a process exchanges messages with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ltcarch.interchange.bpmn.writing.flow import Flow, FlowNode
from ltcarch.model import Activity, Architecture
from ltcarch.model.people import External


@dataclass(frozen=True, slots=True)
class MessageLine:
    """What goes from a party to a node of the flow, or back."""

    party: str
    node: str
    artifacts: tuple[str, ...]
    is_to_party: bool

    @property
    def id(self) -> str:
        """What tells it from all others of the flow."""
        ends = (self.node, self.party) if self.is_to_party else (self.party, self.node)
        return ">".join(ends)


def message_lines(architecture: Architecture, flow: Flow) -> tuple[MessageLine, ...]:
    """The messages of a flow, one line for all that goes one way between the same two."""
    by_ends: dict[tuple[str, str, bool], MessageLine] = {}
    arriving = {
        (line.party, own)
        for node in flow.nodes.values()
        for line in _of_start(node, architecture)
        for own in line.artifacts
    }
    for node in flow.nodes.values():
        for line in _of_node(node, architecture, arriving):
            ends = (line.party, line.node, line.is_to_party)
            known = by_ends.get(ends)
            artifacts = dict.fromkeys((*(known.artifacts if known else ()), *line.artifacts))
            by_ends[ends] = replace(line, artifacts=tuple(artifacts))
    return tuple(by_ends.values())


def _of_node(node: FlowNode, architecture: Architecture, arriving: set[tuple[str, str]]) -> Iterator[MessageLine]:
    """The messages of a node; what has set the process off does not arrive again at an activity."""
    yield from _of_start(node, architecture)
    step = node.step
    if not isinstance(step, Activity):
        return
    if step.waits and step.waits.for_:
        yield from _line(architecture, node, step.waits.from_, step.waits.for_)
    for use in architecture.exchange.inputs(step):
        if (use.from_, use.artifact) not in arriving:
            yield from _line(architecture, node, use.from_, use.artifact)
    for use in architecture.exchange.outputs(step):
        yield from _line(architecture, node, use.to, use.artifact, is_to_party=True)


def _of_start(node: FlowNode, architecture: Architecture) -> Iterator[MessageLine]:
    if node.tag == "startEvent" and node.event and node.event.kind == "message":
        yield from _line(architecture, node, node.event.sender, node.event.artifact)


def _line(
    architecture: Architecture, node: FlowNode, party: str | None, artifact: str | None, *, is_to_party: bool = False
) -> Iterator[MessageLine]:
    if party and architecture.get(party, External):
        yield MessageLine(party, node.id, (artifact,) if artifact else (), is_to_party)
