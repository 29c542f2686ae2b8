"""The small values that elements are made of."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.record import Record
from ltcarch.model.text import Text


class Waiver(Record):
    """A rule that is silenced here."""

    rule: str | None = declare.string()
    reason: Text | None = declare.text()
    owner: str | None = declare.reference("position", "role", "unit", "team")
    expires: str | None = declare.string()


class Revision(Record):
    """One entry of a change log."""

    version: str | None = declare.string()
    date: str | None = declare.string()
    note: Text | None = declare.text()


class Lifecycle(Record):
    """Where an element stands in its life."""

    stage: str | None = declare.string()
    status: str | None = declare.string()
    version: str | None = declare.string()
    effective_from: str | None = declare.string()
    effective_to: str | None = declare.string()
    review_by: str | None = declare.string()
    approvers: tuple[str, ...] = declare.references("position", "role", "team")
    approved_on: str | None = declare.string()
    done: tuple[str, ...] = declare.strings()
    history: tuple[Revision, ...] = declare.parts(Revision)


class Scope(Record):
    """What belongs to an element and what does not."""

    in_: tuple[Text, ...] = declare.texts(key="in")
    out: tuple[Text, ...] = declare.texts()


class Trigger(Record):
    """What starts an element."""

    type: str | None = declare.string()
    name: Text | None = declare.text()
    artifact: str | None = declare.reference("artifact")
    from_: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping", key="from"
    )
    every: str | None = declare.string()


class End(Record):
    """A named way in which a process can end."""

    SHORT_FORM: ClassVar[str] = "id"
    id: str | None = declare.string()
    name: Text | None = declare.text()


class NamedValue(Record):
    """A value with a name."""

    SHORT_FORM: ClassVar[str] = "id"
    id: str | None = declare.string()
    name: Text | None = declare.text()


class Chain(Record):
    """What follows an element."""

    SHORT_FORM: ClassVar[str] = "to"
    on: str | None = declare.string()
    to: str | None = declare.reference("classification", "group", "process", "subprocess", "activity")
    when: Text | None = declare.text()


class Next(Record):
    """What follows an activity."""

    SHORT_FORM: ClassVar[str] = "to"
    on: str | None = declare.string()
    to: str | None = declare.reference("classification", "group", "process", "subprocess", "activity")
    end: str | None = declare.string()
    when: Text | None = declare.text()
    default: bool = declare.flag()


class ArtifactUse(Record):
    """An artifact that is taken or made."""

    SHORT_FORM: ClassVar[str] = "artifact"
    artifact: str | None = declare.reference("artifact")
    from_: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping", key="from"
    )
    to: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping"
    )
    optional: bool = declare.flag()
    state: str | None = declare.string()
    measure: Text | None = declare.text()


class ManagementElement(Record):
    """How one management element is built in."""

    kind: str | None = declare.string()
    how: Text | None = declare.text()


class ExceptionCase(Record):
    """A known exception."""

    case: Text | None = declare.text()
    handling: Text | None = declare.text()
    escalate_to: str | None = declare.reference("position", "role", "team")


class Maturity(Record):
    """An assessed maturity."""

    model: str | None = declare.string()
    level: int | None = declare.integer()
    enablers: dict[str, int] = declare.value_map()
    evidence: Text | None = declare.text()
    date: str | None = declare.string()


class ScenarioValue(Record):
    """One value of a scenario dimension."""

    dimension: str | None = declare.reference("scenario")
    value: str | None = declare.string()


class Raci(Record):
    """The parts that roles play in an activity."""

    responsible: tuple[str, ...] = declare.references("role", "team")
    accountable: tuple[str, ...] = declare.references("role", "team", "position")
    consulted: tuple[str, ...] = declare.references("role", "team", "position")
    informed: tuple[str, ...] = declare.references("role", "team", "position", "unit")


class Call(Record):
    """A process that is run as a part of this one."""

    process: str | None = declare.reference("process", "subprocess", "group")


class Wait(Record):
    """Something that is waited for."""

    for_: str | None = declare.reference("artifact", key="for")
    from_: str | None = declare.reference(
        "company", "classification", "group", "process", "subprocess", "activity", "external", "grouping", key="from"
    )
    state: str | None = declare.string()
    timeout: str | None = declare.string()
    then: str | None = declare.reference("classification", "group", "process", "subprocess", "activity")


class AuthorityLimit(Record):
    """One limit of authority."""

    role: str | None = declare.reference("role", "team", "position")
    up_to: float | None = declare.number()
    condition: Text | None = declare.text()


class Authority(Record):
    """Limits of authority over an amount."""

    amount: Text | None = declare.text()
    currency: str | None = declare.string()
    limits: tuple[AuthorityLimit, ...] = declare.parts(AuthorityLimit)


class WorkAndWait(Record):
    """How long it works and waits, as ISO 8601 durations."""

    work: str | None = declare.string()
    wait: str | None = declare.string()


class Bounds(Record):
    """The least and greatest values that make sense."""

    min: float | None = declare.number()
    max: float | None = declare.number()


class Test(Record):
    """A compliance test."""

    date: str | None = declare.string()
    result: str | None = declare.string()
    note: Text | None = declare.text()


class GroupingPart(Record):
    """One part of a grouping."""

    id: str | None = declare.string()
    name: Text | None = declare.text()
    elements: tuple[str, ...] = declare.references("classification", "group", "process", "subprocess", "activity")


class ChangeStep(Record):
    """One step of a road map."""

    id: str | None = declare.string()
    name: Text | None = declare.text()
    stage: str | None = declare.string()
    status: str | None = declare.string()
    starts: str | None = declare.string()
    ends: str | None = declare.string()
    units: tuple[str, ...] = declare.references("unit")
    results: tuple[str, ...] = declare.references("artifact")
