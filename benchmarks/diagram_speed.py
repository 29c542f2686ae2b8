"""The time in which diagrams are made: a swimlane of 100 activities beside Graphviz on the same graph, and all others.

Each figure is the least of several runs in this process, loading left out. Crossings are counted between the straight
pieces of different lines, in our picture and in one that Graphviz lays out without lanes.
"""

import json
import tempfile
import time
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

from ltcarch.layout import swimlane as swimlane_layout
from ltcarch.layout.graphviz_engine import Engine, find_engine
from ltcarch.layout.picture import Picture, Point
from ltcarch.loading import load
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from ltcarch.render import svg
from ltcarch.views.swimlane import Swimlane, swimlane

REFERENCE = Path(__file__).parents[1] / "models/reference"
ACTIVITIES, ROLES, RUNS = 100, 9, 5
MOST_FOR_SWIMLANE, MOST_FOR_ALL = 0.15, 10.0


def write_process(folder: Path) -> None:
    """A project with one process: every twelve activities a parallel block, every nine a choice with a way back."""
    activities = []
    for own in range(ACTIVITIES):
        activity: dict = {"id": f"a{own}", "name": f"Do what is number {own}", "role": f"r{own * 7 % ROLES}"}
        ways: list = [f"a{own + 1}"] if own + 1 < ACTIVITIES else [{"end": "done"}]
        if own % 12 == 3 and own + 4 < ACTIVITIES:
            activity["split"], ways = "parallel", [f"a{own + step}" for step in (1, 2, 3)]
        elif own % 12 in (4, 5, 6) and own - own % 12 + 7 < ACTIVITIES:
            ways = [f"a{own - own % 12 + 7}"]
        elif own % 9 == 8 and own + 1 < ACTIVITIES:
            ways = [{"to": f"a{own + 1}", "when": "it is good"}, {"to": f"a{own - 3}", "when": "it must be better"}]
        if own % 12 == 7:
            activity["join"] = "parallel"
        activities.append({**activity, "next": ways})
    process = {"id": "P", "name": "Process", "ends": ["done"], "activities": activities}
    groups = [{"id": "G", "name": "Group", "processes": [process]}]
    architecture = {
        "classifications": [{"id": "C", "name": "Classification", "groups": groups}],
        "roles": [{"id": f"r{own}", "name": f"Role {own}"} for own in range(ROLES)],
    }
    (folder / "ltcarch.yaml").write_text('{"ltcarch": 1, "name": "Bench", "sources": ["a.yaml"]}', encoding="utf-8")
    (folder / "a.yaml").write_text(json.dumps(architecture), encoding="utf-8")


def least(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes, the least of several runs."""
    return min(_timed(work) for _ in range(RUNS))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def as_dot(view: Swimlane, picture: Picture) -> str:
    """The same nodes, as large, and the same links for Graphviz."""
    boxes = {shape.id: shape.box for shape in picture.shapes}
    nodes = [
        f'"{own.id}" [shape=box fixedsize=true width={boxes[own.id].width / 72} height={boxes[own.id].height / 72}]'
        for own in view.nodes
    ]
    links = [f'"{own.source}" -> "{own.target}"' for own in view.links]
    return "\n".join(("digraph { rankdir=LR", *nodes, *links, "}"))


def dot_lines(engine: Engine, source: str) -> list[tuple[Point, ...]]:
    """Each line of Graphviz by the ends of its curves."""
    found = []
    for edge in engine.place(source).get("edges", ()):
        points = [tuple(map(float, own.split(",")[-2:])) for own in edge["pos"].split() if not own.startswith("e,")]
        found.append(tuple(points[::3]))
    return found


def crossings(lines: list[tuple[Point, ...]]) -> int:
    """How often pieces of different lines cross, ends that touch not counted."""
    return sum(
        _cross(*first, *second)
        for one, other in combinations(lines, 2)
        for first in pairwise(one)
        for second in pairwise(other)
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def main() -> None:
    """Print the figures; fail where one is over its limit."""
    engine = find_engine()
    with tempfile.TemporaryDirectory() as folder:
        write_process(Path(folder))
        architecture = load(Path(folder)).architecture
    process = architecture.elements["P"]
    view = swimlane(architecture, "en", process)
    picture = swimlane_layout.place(view)
    own = least(lambda: svg.draw(swimlane_layout.place(swimlane(architecture, "en", process))))
    source = as_dot(view, picture)
    dot = least(lambda: engine.answer(source, "svg"))
    print(f"{ACTIVITIES} activities: {len(view.nodes)} nodes, {len(view.links)} links, {len(view.lanes)} lanes")
    print(
        f"swimlane, drawn   {1000 * own:7.0f} ms   {crossings([one.corners for one in picture.connectors]):4} crossings"
    )
    print(f"Graphviz, no lanes{1000 * dot:7.0f} ms   {crossings(dot_lines(engine, source)):4} crossings")
    whole = _all_of_the_reference(engine)
    if own > MOST_FOR_SWIMLANE or whole > MOST_FOR_ALL:
        raise SystemExit("too slow")


def _all_of_the_reference(engine: Engine) -> float:
    """Seconds for every diagram of the reference architecture as SVG."""
    architecture = load(REFERENCE).architecture
    wishes = Wishes("en", lambda: engine)
    total = 0.0
    for diagram in DIAGRAMS.values():
        subjects = diagram.subjects(architecture)
        seconds = _timed(
            lambda of=diagram, all_=subjects: [svg.draw(of.draw(architecture, one, wishes)) for one in all_]
        )
        total += seconds
        print(f"{diagram.name:18}{1000 * seconds:7.0f} ms   {len(subjects):4} pictures")
    print(f"{'all':18}{1000 * total:7.0f} ms")
    return total


if __name__ == "__main__":
    main()
