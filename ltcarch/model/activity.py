"""Activities and their tasks."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import ArtifactUse, Authority, Call, Lifecycle, Next, Raci, Trigger, Wait, WorkAndWait
from ltcarch.model.text import Text


class Activity(Element):
    """L5: an activity, done by one responsible role."""

    KIND: ClassVar[str] = "activity"
    parent: str | None = declare.reference("classification", "group", "process", "subprocess", "activity", "task")
    order: int | None = declare.integer()
    number: str | None = declare.string()
    roles: tuple[str, ...] = declare.references("role", "team", key="role")
    raci: Raci | None = declare.part(Raci)
    purpose: Text | None = declare.text()
    inputs: tuple[ArtifactUse, ...] = declare.parts(ArtifactUse)
    outputs: tuple[ArtifactUse, ...] = declare.parts(ArtifactUse)
    split: str | None = declare.string()
    join: str | None = declare.string()
    next: tuple[Next, ...] = declare.parts(Next)
    calls: Call | None = declare.part(Call)
    waits: Wait | None = declare.part(Wait)
    triggers: tuple[Trigger, ...] = declare.parts(Trigger)
    decision: bool = declare.flag()
    authority: Authority | None = declare.part(Authority)
    rules: tuple[Text, ...] = declare.texts()
    policies: tuple[str, ...] = declare.references("policy")
    systems: tuple[str, ...] = declare.references("system")
    documents: tuple[str, ...] = declare.references("artifact")
    kpis: tuple[str, ...] = declare.references("kpi")
    key: bool = declare.flag()
    value_class: str | None = declare.string()
    work_kind: str | None = declare.string()
    duration: WorkAndWait | None = declare.part(WorkAndWait)
    location: Text | None = declare.text()
    automation: str | None = declare.string()
    customer_step: Text | None = declare.text()
    lifecycle: Lifecycle | None = declare.part(Lifecycle)


class Task(Element):
    """L6: a task, one step of an activity's work instruction."""

    KIND: ClassVar[str] = "task"
    parent: str | None = declare.reference("classification", "group", "process", "subprocess", "activity", "task")
    order: int | None = declare.integer()
    number: str | None = declare.string()
    instruction: Text | None = declare.text()
    role: str | None = declare.reference("role", "team")
    system: str | None = declare.reference("system")
    screen: Text | None = declare.text()
    check: Text | None = declare.text()
