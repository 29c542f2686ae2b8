"""What a swimlane shows: lanes, nodes in them, and links between these."""

from dataclasses import dataclass
from enum import StrEnum

from ltcarch.views.labels import Label


class NodeKind(StrEnum):
    """What stands in a lane. Onward is another process, to which work is handed over."""

    START = "start"
    END = "end"
    ACTIVITY = "activity"
    EXCLUSIVE = "exclusive"
    PARALLEL = "parallel"
    INCLUSIVE = "inclusive"
    ONWARD = "onward"


class Mark(StrEnum):
    """What makes an activity stand out."""

    CONTROL = "control"
    KEY = "key"
    DECISION = "decision"
    CALL = "call"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark, and what it stands for here."""

    mark: Mark
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the flow. `notes` are short lines below the name, `tip` is all that is known of it."""

    id: str
    kind: NodeKind
    lane: str
    label: Label
    notes: tuple[str, ...] = ()
    marks: tuple[Marked, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What follows what, on which condition, or because a time has run out."""

    id: str
    source: str
    target: str
    condition: str = ""
    is_timeout: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of one role; of no role, where activities name none."""

    id: str
    name: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Swimlane:
    """Who does what, in which order. `hand_overs` counts how often work goes from one role to another."""

    title: str
    subtitle: str
    description: str
    language: str
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    hand_overs: int


CROSSINGS = {
    NodeKind.EXCLUSIVE: "one of the ways",
    NodeKind.PARALLEL: "all ways at the same time",
    NodeKind.INCLUSIVE: "one or more of the ways",
}
"""What the kinds of crossings mean."""
