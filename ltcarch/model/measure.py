"""What is aimed at and measured: KPIs, goals and key tasks."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import Bounds, NamedValue
from ltcarch.model.text import Text


class Kpi(Element):
    """A key performance indicator."""

    KIND: ClassVar[str] = "kpi"
    formula: str | None = declare.string()
    measures: tuple[NamedValue, ...] = declare.parts(NamedValue)
    unit: str | None = declare.string()
    direction: str | None = declare.string()
    target: float | Text | None = declare.scalar()
    bounds: Bounds | None = declare.part(Bounds)
    owner: str | None = declare.reference("position", "role", "unit", "team")
    source: str | None = declare.reference("system")
    frequency: str | None = declare.string()
    dimension: str | None = declare.string()
    parent: str | None = declare.reference("kpi")


class Goal(Element):
    """A strategy goal. Processes name the goals that they serve."""

    KIND: ClassVar[str] = "goal"
    parent: str | None = declare.reference("goal")
    owner: str | None = declare.reference("position", "role", "unit", "team")
    kpis: tuple[str, ...] = declare.references("kpi")
    period: str | None = declare.string()


class KeyTask(Element):
    """A key task of the annual plan."""

    KIND: ClassVar[str] = "key_task"
    owner: str | None = declare.reference("position", "role", "unit", "team")
    goals: tuple[str, ...] = declare.references("goal")
    kpis: tuple[str, ...] = declare.references("kpi")
    processes: tuple[str, ...] = declare.references("classification", "group", "process", "subprocess", "activity")
    due: str | None = declare.string()
