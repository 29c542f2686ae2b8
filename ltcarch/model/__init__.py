"""The process architecture as frozen, typed, linked objects."""

from ltcarch.model.activity import Activity, Task
from ltcarch.model.architecture import Architecture
from ltcarch.model.artifact import Artifact, Flow, System
from ltcarch.model.control import Control, Policy, Risk, Segregation
from ltcarch.model.element import Element
from ltcarch.model.kinds import CLASSES, COLLECTIONS, HIERARCHY, LEVELS
from ltcarch.model.measure import Goal, KeyTask, Kpi
from ltcarch.model.people import External, Position, Role, Team, Unit
from ltcarch.model.process import Classification, Group, Process, ProcessElement, Subprocess
from ltcarch.model.project import Company, Project
from ltcarch.model.register import Capability, Change, Grouping, Phase, Retired, Scenario, Term
from ltcarch.model.text import Text

__all__ = [
    "CLASSES", "COLLECTIONS", "HIERARCHY", "LEVELS",
    "Activity", "Architecture", "Artifact", "Capability", "Change", "Classification", "Company", "Control", "Element",
    "External", "Flow", "Goal", "Group", "Grouping", "KeyTask", "Kpi", "Phase", "Policy", "Position", "Process",
    "ProcessElement", "Project", "Retired", "Risk", "Role", "Scenario", "Segregation", "Subprocess", "System", "Task",
    "Team", "Term", "Text", "Unit",
]  # fmt: skip
