"""What flows: artifacts, the flows between processes, and the systems that carry them."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import NamedValue
from ltcarch.model.text import Text


class Artifact(Element):
    """An artifact: a record, document, template, product or sum of money that activities take and make."""

    KIND: ClassVar[str] = "artifact"
    type: str | None = declare.string()
    states: tuple[NamedValue, ...] = declare.parts(NamedValue)
    part_of: str | None = declare.reference("artifact")
    reference: bool = declare.flag()
    terminal: bool = declare.flag()
    source: Text | None = declare.text()
    owner: str | None = declare.reference("position", "role", "unit", "team")
    producer: str | None = declare.reference("classification", "group", "process", "subprocess", "activity", "external")
    quality: tuple[Text, ...] = declare.texts()
    version: str | None = declare.string()
    system: str | None = declare.reference("system")
    retention: str | None = declare.string()
    confidentiality: str | None = declare.string()
    url: str | None = declare.string()


class Flow(Element):
    """What flows between two processes, as far as inputs and outputs cannot say it."""

    KIND: ClassVar[str] = "flow"
    from_: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping", key="from"
    )
    to: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping"
    )
    artifacts: tuple[str, ...] = declare.references("artifact")
    state: str | None = declare.string()
    kind: str | None = declare.string()
    trigger: Text | None = declare.text()
    sla: Text | None = declare.text()
    acceptance: Text | None = declare.text()


class System(Element):
    """An IT system."""

    KIND: ClassVar[str] = "system"
    owner: str | None = declare.reference("position", "role", "unit", "team")
    integrates_with: tuple[str, ...] = declare.references("system")
    url: str | None = declare.string()
