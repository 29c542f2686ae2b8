"""The swimlane of a process."""

from dataclasses import replace

from ltcarch.model import Activity, Architecture, ProcessElement
from ltcarch.views.labels import Label, numbered, with_counts
from ltcarch.views.swimlane.drawing import Drawing, activities_in
from ltcarch.views.swimlane.graph import Link, Node, NodeKind, Swimlane
from ltcarch.views.words import word


def processes_with_flow(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The processes that have activities of their own, directly or in sub-processes."""
    return tuple(own for own in architecture.all(ProcessElement) if any(activities_in(architecture, own)))


def swimlane(
    architecture: Architecture, language: str, process: ProcessElement, *, with_artifacts: bool = False
) -> Swimlane:
    """The flow of a process in one language; sub-processes are shown by their activities."""
    drawing = Drawing(architecture, language, process, with_artifacts)
    drawing.draw()
    nodes, links = _with_joins(architecture, drawing.nodes, drawing.links)
    used = dict.fromkeys(own.lane for own in nodes)
    activities = sum(own.kind is NodeKind.ACTIVITY for own in nodes)
    hand_overs = _hand_overs(nodes, links)
    counts = (
        word("1 role" if len(used) == 1 else "{count} roles", language, count=len(used)),
        word("1 activity" if activities == 1 else "{count} activities", language, count=activities),
        word("1 hand-over" if hand_overs == 1 else "{count} hand-overs", language, count=hand_overs),
    )
    steps = (
        word("{name}: {members}", language, name=own.name, members=_names(nodes, own.id, language))
        for own in drawing.lanes(used)
    )
    return Swimlane(
        title=numbered(architecture, process, language),
        subtitle=with_counts(word("Activity flow", language), counts, language),
        description=word("; ", language).join(steps),
        language=language,
        lanes=drawing.lanes(used),
        nodes=nodes,
        links=links,
        hand_overs=hand_overs,
    )


def _with_joins(
    architecture: Architecture, nodes: dict[str, Node], links: list[Link]
) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """The flow in reading order, with a crossing before each activity that waits for several ways."""
    into: dict[str, int] = {}
    for link in links:
        into[link.target] = into.get(link.target, 0) + 1
    found: list[Node] = []
    joins: dict[str, str] = {}
    for node in nodes.values():
        step = architecture.get(node.id)
        join = step.join if isinstance(step, Activity) else None
        if join in (NodeKind.PARALLEL, NodeKind.INCLUSIVE) and into.get(node.id, 0) > 1:
            joins[node.id] = f"{node.id}:join"
            found.append(Node(joins[node.id], NodeKind(join), node.lane, Label(joins[node.id], "", "")))
        found.append(node)
    moved = [replace(link, target=joins.get(link.target, link.target)) for link in links]
    return tuple(found), (*moved, *(Link(f"{join}>{own}", join, own) for own, join in joins.items()))


def _hand_overs(nodes: tuple[Node, ...], links: tuple[Link, ...]) -> int:
    """How many pairs of activities follow one another, perhaps by crossings, in different lanes."""
    by_id = {own.id: own for own in nodes}
    onward: dict[str, list[str]] = {}
    for link in links:
        onward.setdefault(link.source, []).append(link.target)
    pairs = set()
    for node in nodes:
        pending, seen = list(onward.get(node.id, ())) if node.kind is NodeKind.ACTIVITY else [], set()
        while pending:
            own = pending.pop()
            if own in seen:
                continue
            seen.add(own)
            if by_id[own].kind is NodeKind.ACTIVITY:
                pairs.add((node.id, own))
            else:
                pending += onward.get(own, ())
    return sum(by_id[one].lane != by_id[other].lane for one, other in pairs)


def _names(nodes: tuple[Node, ...], lane: str, language: str) -> str:
    return word(", ", language).join(
        own.label.name for own in nodes if own.lane == lane and own.kind is NodeKind.ACTIVITY
    )
