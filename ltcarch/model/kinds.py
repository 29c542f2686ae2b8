"""The kinds of elements: their classes, their keys in YAML, and the levels of the hierarchy."""

from ltcarch.model.activity import Activity, Task
from ltcarch.model.artifact import Artifact, Flow, System
from ltcarch.model.control import Control, Policy, Risk, Segregation
from ltcarch.model.element import Element
from ltcarch.model.measure import Goal, KeyTask, Kpi
from ltcarch.model.people import External, Position, Role, Team, Unit
from ltcarch.model.process import Classification, Group, Process, Subprocess
from ltcarch.model.register import Capability, Change, Grouping, Phase, Retired, Scenario, Term

CLASSES: dict[str, type[Element]] = {
    "classifications": Classification,
    "groups": Group,
    "processes": Process,
    "subprocesses": Subprocess,
    "activities": Activity,
    "tasks": Task,
    "units": Unit,
    "positions": Position,
    "roles": Role,
    "teams": Team,
    "artifacts": Artifact,
    "externals": External,
    "flows": Flow,
    "kpis": Kpi,
    "risks": Risk,
    "controls": Control,
    "segregation": Segregation,
    "systems": System,
    "policies": Policy,
    "goals": Goal,
    "key_tasks": KeyTask,
    "scenarios": Scenario,
    "phases": Phase,
    "groupings": Grouping,
    "capabilities": Capability,
    "changes": Change,
    "retired": Retired,
    "glossary": Term,
}
"""The class by the key under which its elements stand in YAML, in the order of the format."""

COLLECTIONS: dict[str, str] = {of.KIND: key for key, of in CLASSES.items()}
"""The YAML key by kind."""

LEVELS: dict[str, int] = {
    "company": 0,
    "classification": 1,
    "group": 2,
    "process": 3,
    "subprocess": 4,
    "activity": 5,
    "task": 6,
}
"""The level by kind, for the company and the six kinds of the hierarchy."""

HIERARCHY: tuple[str, ...] = tuple(kind for kind in LEVELS if kind != "company")
"""The six kinds, from L1 to L6."""
