"""The other registers: scenarios, phases, groupings, capabilities, changes, retired ids and the glossary."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import ChangeStep, GroupingPart, NamedValue
from ltcarch.model.text import Text


class Scenario(Element):
    """A scenario dimension with its values, by which sub-processes are told apart."""

    KIND: ClassVar[str] = "scenario"
    values: tuple[NamedValue, ...] = declare.parts(NamedValue)


class Phase(Element):
    """A phase of one process. It is not a level."""

    KIND: ClassVar[str] = "phase"
    process: str | None = declare.reference("classification", "group", "process", "subprocess")
    order: int | None = declare.integer()
    activities: tuple[str, ...] = declare.references("classification", "group", "process", "subprocess", "activity")
    outputs: tuple[str, ...] = declare.references("artifact")


class Grouping(Element):
    """Another way to group elements, beside the hierarchy."""

    KIND: ClassVar[str] = "grouping"
    of: str | None = declare.reference("company", "classification", "group", "process", "subprocess")
    parts: tuple[GroupingPart, ...] = declare.parts(GroupingPart)


class Capability(Element):
    """A business capability."""

    KIND: ClassVar[str] = "capability"
    realised_by: tuple[str, ...] = declare.references("classification", "group", "process", "subprocess")


class Change(Element):
    """A change of the process architecture, with its road map."""

    KIND: ClassVar[str] = "change"
    requirement: str | None = declare.string()
    affects: tuple[str, ...] = declare.references(
        "classification", "group", "process", "subprocess", "activity", "task"
    )
    owner: str | None = declare.reference("position", "role", "unit", "team")
    status: str | None = declare.string()
    steps: tuple[ChangeStep, ...] = declare.parts(ChangeStep)


class Retired(Element):
    """An identifier that must not return."""

    KIND: ClassVar[str] = "retired"
    on: str | None = declare.string()
    reason: Text | None = declare.text()
    replaced_by: tuple[str, ...] = declare.references("any")


class Term(Element):
    """A term of the glossary with its one canonical form."""

    KIND: ClassVar[str] = "term"
    definition: Text | None = declare.text()
    acronym: str | None = declare.string()
    deprecated: tuple[Text, ...] = declare.texts()
