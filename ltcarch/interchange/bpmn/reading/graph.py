"""The flow of one process while it is read: steps, gateways and ends, and the ways between them."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from lxml import etree


class Form(Enum):
    """What a node of the flow is."""

    START = auto()
    STEP = auto()
    GATEWAY = auto()
    END = auto()


@dataclass(slots=True, eq=False)
class Node:
    """A node, by the id of its element in the file.

    `split` and `join` tell how ways leave and arrive: for a gateway its own kind, for a step what was folded into it.
    `holds` is whether the ways around gateways can be folded into it; `said` are the attributes that it makes.
    """

    key: str
    form: Form
    element: etree._Element | None
    name: str = ""
    split: str | None = None
    join: str | None = None
    holds: bool = True
    is_routing: bool = False
    lane: str = ""
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Way:
    """A way from a node to another; `is_late` where it is taken when the time of waiting is over."""

    source: str
    target: str
    when: str = ""
    is_default: bool = False
    is_late: bool = False


@dataclass(slots=True)
class Graph:
    """The nodes by their keys, and the ways between them."""

    nodes: dict[str, Node] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)

    def add(self, node: Node) -> Node:
        """Take a node in."""
        self.nodes[node.key] = node
        return node

    def into(self, key: str) -> list[Way]:
        """The ways that lead to a node."""
        return [way for way in self.ways if way.target == key]

    def out_of(self, key: str, *, late: bool = False) -> list[Way]:
        """The ways that leave a node; those of late times only where they are asked for."""
        return [way for way in self.ways if way.source == key and way.is_late == late]

    def of_form(self, form: Form) -> list[Node]:
        """The nodes of a form, in the order of the file."""
        return [node for node in self.nodes.values() if node.form is form]

    def leads(self, source: str, target: str) -> bool:
        """Whether a way leads straight from one node to another."""
        return any(way.source == source and way.target == target for way in self.ways)

    def remove(self, node: Node) -> None:
        """Take a node out, and the ways at it."""
        del self.nodes[node.key]
        self.ways = [way for way in self.ways if node.key not in (way.source, way.target)]

    def replace(self, node: Node, ways: list[Way]) -> None:
        """Take a node out; these ways stand where those at it stood."""
        at = next((i for i, way in enumerate(self.ways) if node.key in (way.source, way.target)), len(self.ways))
        before = [way for way in self.ways[:at] if node.key not in (way.source, way.target)]
        after = [way for way in self.ways[at:] if node.key not in (way.source, way.target)]
        del self.nodes[node.key]
        self.ways = [*before, *ways, *after]


def joined(*conditions: str) -> str:
    """Conditions that must all hold, as one."""
    return ", ".join(dict.fromkeys(filter(None, conditions)))


def either(*conditions: str) -> str:
    """Conditions of which one must hold, as one."""
    return " / ".join(dict.fromkeys(filter(None, conditions)))
