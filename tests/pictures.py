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
SUBJECTS = {
    "chain": ("LTC", "P2P", "OTC", "L0"),
    "context": ("LTC", "P2P.1.2", "OTC", "L0"),
    "sequence": ("LTC", "P2P.1", "OTC.1", "L0"),
    "life": (None, "purchase_order", None, "a0"),
    "roadmap": ("ltc_change", None, None, "change"),
    "swimlane": ("LTC.2.5", "P2P.1.2", "OTC.1.1", "P"),
}
"""What those diagrams are drawn of that are not of the whole company, by project; None where nothing fits."""
KINDS = ("house", "map", "tree", "interfaces", "heat", "kpis", *SUBJECTS)
ALL = [
    (project, language, kind)
    for index, project in enumerate(PROJECTS)
    for language in ("en", "zh")
    for kind in KINDS
    if kind not in SUBJECTS or SUBJECTS[kind][index]
]

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
    classifications[0]["groups"][0]["processes"] = [hostile_process()]
    architecture = {
        "roles": [{"id": f"r{index}", "name": own} for index, own in enumerate(names)],
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
    subject = architecture.elements[SUBJECTS[kind][PROJECTS.index(project)]] if kind in SUBJECTS else None
    return DIAGRAMS[kind].draw(architecture, subject, Wishes(language, find_engine, depth=6, measure="controls"))
