"""The ids in the file of everything that stands in a process."""

from ltcarch.interchange.bpmn.writing.flow import FlowNode
from ltcarch.interchange.bpmn.writing.identifiers import identifier


def node_id(node: FlowNode) -> str:
    """The id of a node of the flow."""
    what = "Activity" if node.is_activity else "Gateway" if node.is_gateway else "Event"
    return identifier(what, node.id)


def process_id(process: str) -> str:
    """The id of a process, in its own file and wherever it is called."""
    return identifier("Process", process)


def lane_id(role: str) -> str:
    """The id of a lane."""
    return identifier("Lane", role)


def line_id(line: str) -> str:
    """The id of a sequence flow."""
    return identifier("Flow", line)


def message_line_id(line: str) -> str:
    """The id of a message flow."""
    return identifier("MessageFlow", line)


def message_id(artifact: str) -> str:
    """The id of the message that an artifact is."""
    return identifier("Message", artifact)


def participant_id(party: str) -> str:
    """The id of a pool."""
    return identifier("Participant", party)


def category_id(subprocess: str) -> str:
    """The id of the category value that stands for a sub-process."""
    return identifier("Subprocess", subprocess)


def data_id(use: str) -> str:
    """The id of a data object where it is shown."""
    return identifier("DataReference", use)


def association_id(use: str) -> str:
    """The id of the line from or to a data object."""
    return identifier("DataFlow", use)
