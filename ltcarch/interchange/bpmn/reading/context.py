"""What the reading of one file has at hand everywhere."""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ltcarch.interchange.bpmn.reading.account import Account
from ltcarch.interchange.bpmn.reading.graph import Graph
from ltcarch.interchange.bpmn.reading.messages import Messages
from ltcarch.interchange.bpmn.reading.people import Lanes
from ltcarch.interchange.bpmn.reading.registers import Registers
from ltcarch.interchange.plain import Data


@dataclass(slots=True)
class Context:
    """One file: its elements by id, what became of them, and the registers that all files share.

    `processes` are ids of ours by the ids of processes in any of the files; `is_ours` says that ltcarch wrote this one.
    """

    account: Account
    registers: Registers
    by_id: dict[str, etree._Element]
    messages: Messages = field(default_factory=Messages)
    processes: dict[str, str] = field(default_factory=dict)
    is_ours: bool = False

    def text(self, said: str) -> Data:
        """A text in the language of the file."""
        return self.registers.text(said)


@dataclass(slots=True)
class Scope:
    """A process or sub-process while it is read: its flow, and what the process itself says.

    `inner` are the sub-processes in it by the keys of their nodes, `apart` those that only an event sets off.
    """

    element: etree._Element
    lanes: Lanes
    graph: Graph = field(default_factory=Graph)
    said: dict[str, Any] = field(default_factory=dict)
    ends: dict[str, tuple[str, Data]] = field(default_factory=dict)
    inner: dict[str, "Scope"] = field(default_factory=dict)
    apart: list["Scope"] = field(default_factory=list)

    def add(self, key: str, *values: Data) -> None:
        """Add to a list of what the process says."""
        row = self.said.setdefault(key, [])
        row += [own for own in values if own not in row]
