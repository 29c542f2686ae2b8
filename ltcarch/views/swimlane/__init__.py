"""The swimlane: the activity flow of a process, with a lane for each role."""

from ltcarch.views.swimlane.graph import CROSSINGS, Lane, Link, Mark, Marked, Node, NodeKind, Swimlane
from ltcarch.views.swimlane.view import processes_with_flow, swimlane

__all__ = [
    "CROSSINGS",
    "Lane",
    "Link",
    "Mark",
    "Marked",
    "Node",
    "NodeKind",
    "Swimlane",
    "processes_with_flow",
    "swimlane",
]
