"""What keeps processes safe: risks, controls, segregated duties and policies."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import Test
from ltcarch.model.text import Text


class Risk(Element):
    """A risk that processes carry."""

    KIND: ClassVar[str] = "risk"
    likelihood: str | None = declare.string()
    impact: str | None = declare.string()
    rating: str | None = declare.string()
    affects: tuple[str, ...] = declare.references("classification", "group", "process", "subprocess", "activity")
    owner: str | None = declare.reference("position", "role", "unit", "team")


class Control(Element):
    """A control, by default a key control point, that lowers risks at activities."""

    KIND: ClassVar[str] = "control"
    activities: tuple[str, ...] = declare.references("activity")
    risks: tuple[str, ...] = declare.references("risk")
    key: bool = declare.flag(True)
    type: str | None = declare.string()
    method: Text | None = declare.text()
    frequency: str | None = declare.string()
    evidence: tuple[str, ...] = declare.references("artifact")
    tester: str | None = declare.reference("position", "role", "unit", "team")
    owner: str | None = declare.reference("position", "role", "unit", "team")
    last_test: Test | None = declare.part(Test)
    next_test: str | None = declare.string()


class Segregation(Element):
    """Duties that must not lie in one hand."""

    KIND: ClassVar[str] = "segregation"
    first: tuple[str, ...] = declare.references("activity", "role")
    second: tuple[str, ...] = declare.references("activity", "role")
    reason: Text | None = declare.text()
    compensating_control: str | None = declare.reference("control")


class Policy(Element):
    """A policy or rule of the company. Processes name the policies that they carry."""

    KIND: ClassVar[str] = "policy"
    text: Text | None = declare.text()
    owner: str | None = declare.reference("position", "role", "unit", "team")
    version: str | None = declare.string()
    url: str | None = declare.string()
