"""Placed pictures of the projects in this repository, and of one with hostile names."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.layout.picture import Picture
from ltcarch.loading import load
from ltcarch.model import Architecture
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from tests.projects import write_project

ROOT = Path(__file__).parents[1]
PROJECTS = ("models/reference", "examples/procure-to-pay", "examples/starter", "hostile")
COMPANY = "the company"
SUBJECTS = {
    "chain": ("LTC", "P2P", "OTC", "L0"),
    "context": ("LTC", "P2P.1.2", "OTC", "L0"),
    "sequence": ("LTC", "P2P.1", "OTC.1", "L0"),
    "life": (None, "purchase_order", None, "a0"),
    "roadmap": ("ltc_change", None, None, "change"),
    "swimlane": ("LTC.2.5", "P2P.1.2", "OTC.1.1", "P"),
    "raci": ("LTC.2", "P2P.1.2", "OTC.1.1", "P"),
    "sipoc": ("LTC", "P2P.1.3", "OTC.1.1", "L0"),
    "role": ("contract_manager", "buyer", "order_clerk", "r0"),
    "scenarios": ("LTC.2.5", "P2P.1.2", None, "Q"),
    "authority": (COMPANY, COMPANY, None, COMPANY),
    "systems": (COMPANY, COMPANY, None, COMPANY),
    "segregation": (COMPANY, COMPANY, None, COMPANY),
    "goals": (COMPANY, COMPANY, None, COMPANY),
    "groupings": ("LTC", None, None, COMPANY),
}
"""What those diagrams are drawn of that are not of the whole company, by project; None where nothing fits."""
KINDS = (
    "house", "map", "tree", "interfaces", "heat", "kpis", "interface-matrix", "interface-list", "units",
    "risk-control", *SUBJECTS,
)  # fmt: skip
ALL = [
    (project, language, kind)
    for index, project in enumerate(PROJECTS)
    for language in ("en", "zh")
    for kind in KINDS
    if kind not in SUBJECTS or SUBJECTS[kind][index]
]
OF_TABLES = (
    "interface-matrix", "interface-list", "units", "risk-control", "raci", "sipoc", "role", "scenarios", "authority",
    "systems", "segregation", "goals", "groupings",
)  # fmt: skip
TABLES = [own for own in ALL if own[2] in OF_TABLES]

HOSTILE_NAMES = (
    "<script>alert('1')</script>",
    "\"quotes\" & 'apostrophes' &amp; \\backslashes\\ \\N \\l",
    "\u202eright to left\u202c اسم العملية שם התהליך",
    "Very long " * 30,
    "超长名称" * 75,
    "NoBlanksAtAll" * 24,
    "👩‍👩‍👧‍👦 family 🇨🇳 flag 👍🏽 thumb é",
    "]]> --> %s {0} ${x} \N{NO-BREAK SPACE} </text></svg>",
)


def hostile_project(folder: Path) -> Path:
    """A project whose company, axes, processes, artifacts and parties have names that try to break out."""
    names = HOSTILE_NAMES
    project = {
        "ltcarch": 1,
        "name": names[0],
        "languages": ["en", "zh"],
        "axes": {
            "class": {"name": names[1], "values": [{"id": f"v{index}", "name": own} for index, own in enumerate(names)]}
        },
    }
    classifications = [
        {
            "id": f"L{index}",
            "name": own,
            "axes": {"class": f"v{index}"},
            "inputs": [{"artifact": f"a{index}", "from": "outside"}, f"a{(index + 3) % len(names)}"],
            "outputs": [f"a{index}"],
            "goals": ["goal0", f"goal{index}"],
            "groups": [
                {
                    "id": f"L{index}.{inner}",
                    "name": other,
                    "inputs": [f"a{(index + inner + 1) % len(names)}", {"artifact": f"a{index}", "from": "outside"}],
                    "outputs": [f"a{(index + inner) % len(names)}"],
                    "next": [{"to": f"L{index}.{(inner + 1) % len(names)}", "when": other}],
                }
                for inner, other in enumerate(names)
            ],
        }
        for index, own in enumerate(names)
    ]
    classifications[0]["groups"][0]["processes"] = [hostile_process(), hostile_scenarios()]
    architecture = {
        "roles": [
            {"id": f"r{index}", "name": own, "responsibility": own, "rules": [own, own], "skills": [own]}
            for index, own in enumerate(names)
        ],
        "units": [{"id": f"u{index}", "name": own} for index, own in enumerate(names)],
        "positions": [
            {"id": f"p{index}", "name": own, "unit": f"u{index}", "roles": [f"r{index}", "r0"]}
            for index, own in enumerate(names)
        ],
        "systems": [{"id": f"sys{index}", "name": own} for index, own in enumerate(names)],
        **hostile_safeguards(),
        "classifications": classifications,
        "artifacts": [
            {"id": f"a{index}", "name": own, "states": [{"id": f"s{other}", "name": own} for other in range(3)]}
            for index, own in enumerate(names)
        ],
        "kpis": [
            {
                "id": f"k{index}",
                "name": own,
                "unit": own,
                "target": 1e9,
                "direction": "lower",
                "parent": f"k{index - 1}",
            }
            for index, own in enumerate(names)
        ],
        "changes": [
            {"id": "change", "name": names[0], "steps": [{"id": f"c{at}", "name": own} for at, own in enumerate(names)]}
        ],
        "externals": [{"id": "outside", "name": names[0]}],
    }
    files = {"ltcarch.yaml": project, "all.yaml": architecture}
    return write_project(folder, {name: json.dumps(data, ensure_ascii=False) for name, data in files.items()})


def hostile_process() -> dict:
    """A process that goes from each hostile role to the next, with a hostile choice at each step."""
    last = len(HOSTILE_NAMES) - 1
    activities = [
        {
            "id": f"P.{index}",
            "name": name,
            "role": f"r{index}",
            "key": True,
            "decision": True,
            "systems": [f"sys{index}"],
            "raci": {"accountable": [f"p{last - index}"], "consulted": ["r1", "r2"], "informed": [f"u{index}"]},
            "authority": {
                "amount": name,
                "limits": [{"role": f"r{index}", "up_to": 1e9, "condition": name}, {"role": "r0"}],
            },
            "inputs": [{"artifact": "a0", "state": f"s{index % 3}"}],
            "outputs": [{"artifact": "a0", "state": f"s{(index + 1) % 3}"}],
            "waits": {"for": f"a{index}", "timeout": "P3D", "then": f"P.{max(index - 1, 0)}"},
            "next": [
                {"to": f"P.{index + 1}", "when": name} if index < last else {"end": "done", "when": name},
                {"end": "failed", "when": name},
            ],
        }
        for index, name in enumerate(HOSTILE_NAMES)
    ]
    ends = [{"id": "done", "name": HOSTILE_NAMES[3]}, {"id": "failed", "name": HOSTILE_NAMES[0]}]
    return {"id": "P", "name": HOSTILE_NAMES[2], "ends": ends, "activities": activities}


def hostile_scenarios() -> dict:
    """A process with two scenarios."""
    parts = [
        {
            "id": f"Q.{index}",
            "name": name,
            "purpose": name,
            "scenario": {"dimension": "mode", "value": f"m{index}"},
            "activities": [{"id": f"Q.{index}.{step}", "name": name, "role": f"r{step}"} for step in range(index + 1)],
        }
        for index, name in enumerate(HOSTILE_NAMES[:4])
    ]
    return {"id": "Q", "name": HOSTILE_NAMES[0], "subprocesses": parts}


def hostile_safeguards() -> dict:
    """Risks, controls, duties kept apart, goals and groupings with hostile names."""
    named = list(enumerate(HOSTILE_NAMES))
    return {
        "risks": [{"id": f"risk{at}", "name": own, "rating": "high", "affects": [f"P.{at}"]} for at, own in named],
        "controls": [
            {
                "id": f"control{at}",
                "name": own,
                "method": own,
                "risks": ["risk0", f"risk{at}"],
                "activities": [f"P.{at}"],
                "evidence": [f"a{at}"],
                "tester": f"p{at}",
                "last_test": {"date": "2026-01-01", "result": "failed"},
            }
            for at, own in named
        ],
        "segregation": [
            {"id": f"apart{at}", "name": own, "reason": own, "first": ["r0", f"P.{at}"], "second": ["r1"]}
            for at, own in named
        ],
        "goals": [{"id": f"goal{at}", "name": own, "kpis": [f"k{at}"], "parent": f"goal{at - 1}"} for at, own in named],
        "key_tasks": [{"id": f"task{at}", "name": own, "goals": [f"goal{at}"]} for at, own in named],
        "scenarios": [
            {"id": "mode", "name": HOSTILE_NAMES[1], "values": [{"id": f"m{at}", "name": own} for at, own in named]}
        ],
        "groupings": [
            {"id": f"cut{at}", "name": own, "parts": [{"id": "part", "name": own, "elements": [f"L{at}", "L0"]}]}
            for at, own in named
        ],
    }


@cache
def architecture_of(project: str) -> Architecture:
    """One of the projects, read."""
    if project != "hostile":
        return load(ROOT / project).architecture
    with TemporaryDirectory() as folder:
        return load(hostile_project(Path(folder))).architecture


@cache
def placed(project: str, language: str, kind: str) -> Picture:
    """One picture of one project in one language; trees show everything."""
    architecture = architecture_of(project)
    subject = architecture.get(SUBJECTS[kind][PROJECTS.index(project)]) if kind in SUBJECTS else None
    return DIAGRAMS[kind].draw(architecture, subject, Wishes(language, find_engine, depth=6, measure="controls"))
