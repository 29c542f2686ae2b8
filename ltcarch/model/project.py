"""The configuration of one process architecture, and the company that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from ltcarch.model import fields as declare
from ltcarch.model.element import Element, Origin
from ltcarch.model.parts import Lifecycle
from ltcarch.model.record import Record
from ltcarch.model.text import Text

PROFILES = ("draft", "standard", "strict")
"""How much can be asked, from little to much."""


class Company(Element):
    """L0: the company."""

    KIND: ClassVar[str] = "company"
    value_chain_position: Text | None = declare.text()
    business_model: Text | None = declare.text()
    purposes: tuple[Text, ...] = declare.texts()


class Level(Record):
    """How one of the six kinds is called, and whether the company uses it."""

    name: Text | None = declare.text()
    used: bool = declare.flag(True)


class AxisValue(Record):
    """One value of an axis."""

    SHORT_FORM: ClassVar[str] = "id"
    id: str = declare.string()
    name: Text | None = declare.text()


class Axis(NamedTuple):
    """One way of classifying L1 elements."""

    id: str
    name: Text | None
    values: tuple[AxisValue, ...]
    required: bool = True


class CrosswalkLevel(Record):
    """One level of another scheme and the kinds that it stands for."""

    name: Text = declare.text()
    kinds: tuple[str, ...] = declare.strings()
    note: Text | None = declare.text()


class Crosswalk(Record):
    """Another scheme of levels, mapped to the six kinds."""

    id: str = declare.string()
    name: Text = declare.text()
    provenance: tuple[str, ...] = declare.strings()
    levels: tuple[CrosswalkLevel, ...] = declare.parts(CrosswalkLevel)


class RequiredInterface(Record):
    """A flow that must exist."""

    from_: str = declare.reference("classification", "group", "process", "subprocess", "external", key="from")
    to: str = declare.reference("classification", "group", "process", "subprocess", "external")
    artifact: str | None = declare.reference("artifact")
    because: Text | None = declare.text()


class RuleSetting(NamedTuple):
    """What the project says of one rule: a severity (or `off`) and options, each where stated."""

    severity: str | None = None
    options: Mapping[str, object] = MappingProxyType({})


class Check(Record):
    """A rule of the company's own: which elements it is for, and what must hold there."""

    id: str | None = declare.string()
    name: str | None = declare.string()
    for_: tuple[str, ...] = declare.strings(key="for")
    where: str | None = declare.string()
    assert_: str | None = declare.string(key="assert")
    message: Text | None = declare.text()
    severity: str | None = declare.string()
    help: Text | None = declare.text()
    why: Text | None = declare.text()


class PathSetting(NamedTuple):
    """What the project says of the files that match a pattern: a profile and severities, each where stated."""

    path: str
    profile: str | None = None
    rules: Mapping[str, str] = MappingProxyType({})
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Project:
    """The project file, with every default filled in."""

    name: Text
    origin: Origin
    languages: tuple[str, ...] = ("en",)
    sources: tuple[str, ...] = ("**/*.yaml",)
    levels: dict[str, Level] = field(default_factory=dict)
    axes: dict[str, Axis] = field(default_factory=dict)
    crosswalks: tuple[Crosswalk, ...] = ()
    no_scenario: str = "direct"
    profile: str = "standard"
    lifecycle: Lifecycle = field(default_factory=Lifecycle)
    provenance: dict[str, Text] = field(default_factory=dict)
    rules: dict[str, RuleSetting] = field(default_factory=dict)
    per_path: tuple[PathSetting, ...] = ()
    checks: tuple[Check, ...] = ()
    required_interfaces: tuple[RequiredInterface, ...] = ()

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    def uses(self, kind: str) -> bool:
        """Whether the company uses this level."""
        return kind not in self.levels or self.levels[kind].used
