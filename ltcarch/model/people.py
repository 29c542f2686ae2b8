"""Who takes part: units, positions, roles, teams and parties outside."""

from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.element import Element
from ltcarch.model.text import Text


class Unit(Element):
    """An organisation unit."""

    KIND: ClassVar[str] = "unit"
    parent: str | None = declare.reference("unit")
    kind: str | None = declare.string()
    head: str | None = declare.reference("position")


class Position(Element):
    """A position in the organisation: what a person is appointed to."""

    KIND: ClassVar[str] = "position"
    unit: str | None = declare.reference("unit")
    roles: tuple[str, ...] = declare.references("role")
    holder: str | None = declare.string()
    reports_to: str | None = declare.reference("position")


class Role(Element):
    """A process role: the part that somebody plays in activities."""

    KIND: ClassVar[str] = "role"
    team: str | None = declare.reference("team")
    responsibility: Text | None = declare.text()
    authority: Text | None = declare.text()
    rules: tuple[Text, ...] = declare.texts()
    skills: tuple[Text, ...] = declare.texts()
    kpis: tuple[str, ...] = declare.references("kpi")
    documents: tuple[str, ...] = declare.references("artifact")


class Team(Element):
    """A standing team of roles."""

    KIND: ClassVar[str] = "team"
    members: tuple[str, ...] = declare.references("role")
    decision_rights: tuple[Text, ...] = declare.texts()


class External(Element):
    """A party outside of the company."""

    KIND: ClassVar[str] = "external"
    kind: str | None = declare.string()
