"""Flows as tests draw them: steps by name, where they lead, and how they split and join.

What leads to `END` ends the process. A flow begins at its first step.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules.activity import RULES
from ltcarch.rules.activity.flow import flows as flows_of
from tests.projects import write_project

END = "END"
LOGIC = tuple(rule for rule in RULES if rule.code in {f"ACT{n:02}" for n in (1, 2, 3, 4, 5, 9, 10, 11, 14)})


@dataclass
class Drawn:
    """One step."""

    next: list[str] = field(default_factory=list)
    split: str | None = None
    join: str | None = None


DrawnFlow = dict[str, Drawn]


def arrivals(flow: DrawnFlow, name: str) -> list[str]:
    """The steps that lead to one."""
    return [other for other, step in flow.items() for target in step.next if target == name]


def architecture(flows: Iterable[DrawnFlow]) -> str:
    """The architecture file with a process for each flow, P0, P1 and so on."""
    processes = [
        {
            "id": f"P{number}",
            "name": f"Process {number}",
            "ends": ["done"],
            "activities": [_activity(f"P{number}", name, step) for name, step in flow.items()],
        }
        for number, flow in enumerate(flows)
    ]
    return json.dumps({"processes": processes})


def _activity(process: str, name: str, step: Drawn) -> dict:
    ways = [{"end": "done"} if to == END else {"to": f"{process}.{to}"} for to in step.next]
    said = {"split": step.split, "join": step.join}
    return {"id": f"{process}.{name}", "name": name, "next": ways, **{key: own for key, own in said.items() if own}}


def loaded(folder: Path, flows: Iterable[DrawnFlow]):
    """The flows as a project."""
    return load(write_project(folder, {"architecture.yaml": architecture(flows)}))


def codes(folder: Path, flows: list[DrawnFlow]) -> list[set[str]]:
    """What the rules of activity logic find in each flow."""
    project = loaded(folder, flows)
    assert all(flow.is_settled for flow in flows_of(project.architecture))
    found: list[set[str]] = [set() for _ in flows]
    for diagnostic in run(project, rules=LOGIC).diagnostics:
        found[int(diagnostic.element.split(".")[0][1:])].add(diagnostic.code)
    return found
