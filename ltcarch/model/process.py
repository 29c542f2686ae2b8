"""The upper four kinds: classification, group, process and sub-process."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.parts import (
    ArtifactUse,
    Chain,
    End,
    ExceptionCase,
    Lifecycle,
    ManagementElement,
    Maturity,
    ScenarioValue,
    Scope,
    Trigger,
)
from ltcarch.model.text import Text


class ProcessElement(Element):
    """What classifications, groups, processes and sub-processes share."""

    parent: str | None = declare.reference("classification", "group", "process", "subprocess", "activity", "task")
    axes: dict[str, str] = declare.value_map()
    order: int | None = declare.integer()
    number: str | None = declare.string()
    owners: tuple[str, ...] = declare.references("position", "role", "unit", "team", key="owner")
    deputies: tuple[str, ...] = declare.references("position")
    purpose: Text | None = declare.text()
    question: str | None = declare.string()
    scope: Scope | None = declare.part(Scope)
    triggers: tuple[Trigger, ...] = declare.parts(Trigger)
    end_state: Text | None = declare.text()
    ends: tuple[End, ...] = declare.parts(End)
    next: tuple[Chain, ...] = declare.parts(Chain)
    inputs: tuple[ArtifactUse, ...] = declare.parts(ArtifactUse)
    outputs: tuple[ArtifactUse, ...] = declare.parts(ArtifactUse)
    customers: tuple[str, ...] = declare.references(
        "external", "classification", "group", "process", "subprocess", "unit", "role"
    )
    suppliers: tuple[str, ...] = declare.references(
        "external", "classification", "group", "process", "subprocess", "unit", "role"
    )
    policies: tuple[str, ...] = declare.references("policy")
    kpis: tuple[str, ...] = declare.references("kpi")
    goals: tuple[str, ...] = declare.references("goal")
    contributes: tuple[str, ...] = declare.strings()
    elements: tuple[ManagementElement, ...] = declare.parts(ManagementElement)
    documents: tuple[str, ...] = declare.references("artifact")
    systems: tuple[str, ...] = declare.references("system")
    units: tuple[str, ...] = declare.references("unit")
    customer_step: Text | None = declare.text()
    exceptions: tuple[ExceptionCase, ...] = declare.parts(ExceptionCase)
    mappings: dict[str, str] = declare.value_map()
    maturity: Maturity | None = declare.part(Maturity)
    lifecycle: Lifecycle | None = declare.part(Lifecycle)


class Classification(ProcessElement):
    """L1: a process classification, a whole end-to-end flow or domain such as lead to cash."""

    KIND: ClassVar[str] = "classification"
    kind: str | None = declare.string()


class Group(ProcessElement):
    """L2: a process group, a stage or support function of a classification."""

    KIND: ClassVar[str] = "group"
    axes_because: Text | None = declare.text()
    scenario: ScenarioValue | None = declare.part(ScenarioValue)


class Process(ProcessElement):
    """L3: a process, a repeatable sequence of activities with inputs and measurable outputs."""

    KIND: ClassVar[str] = "process"
    axes_because: Text | None = declare.text()
    scenario: ScenarioValue | None = declare.part(ScenarioValue)


class Subprocess(ProcessElement):
    """L4: a sub-process, one scenario or part of a process."""

    KIND: ClassVar[str] = "subprocess"
    axes_because: Text | None = declare.text()
    scenario: ScenarioValue | None = declare.part(ScenarioValue)
