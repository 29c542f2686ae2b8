"""Gateways become what a step says of the ways that leave and reach it, wherever that means the same.

A gateway that cannot be folded stays as a step of its own that only routes: no work is done in it.
"""

from ltcarch.interchange.bpmn.reading.graph import Form, Graph, Node, Way, either, joined


def folded(graph: Graph) -> Graph:
    """The flow without gateways. Those that are left as steps have `is_routing`."""
    while _fold_each(graph):
        pass
    for node in graph.of_form(Form.GATEWAY):
        _as_routing(graph, node)
    _without_twin_ways(graph)
    for node in graph.of_form(Form.STEP):
        _say_how_ways_meet(graph, node)
    _part_starts(graph)
    return graph


def _fold_each(graph: Graph) -> bool:
    """Look at each gateway once; whether one was folded."""
    found = [_fold(graph, node) for node in graph.of_form(Form.GATEWAY)]
    return any(found)


def routing(key: str, graph: Graph, near: Node) -> Node:
    """A new step that only routes, in the lane of another node."""
    own, number = key, 1
    while own in graph.nodes:
        number += 1
        own = f"{key}-{number}"
    return graph.add(Node(own, Form.STEP, None, is_routing=True, lane=near.lane))


def _fold(graph: Graph, node: Node) -> bool:
    into, out = graph.into(node.key), graph.out_of(node.key)
    if not into and not out:
        graph.remove(node)
        return True
    if len(into) == 1 and len(out) == 1:
        return _spliced(graph, node, into[0], out[0])
    if len(into) > 1 and len(out) == 1:
        return _fold_join(graph, node, into, out[0])
    return len(into) == 1 and len(out) > 1 and _fold_split(graph, node, into[0], out)


def _spliced(graph: Graph, node: Node, into: Way, out: Way) -> bool:
    if into.source == node.key or (into.is_late and graph.nodes[out.target].form is not Form.STEP):
        return False
    if _is_twin_of_a_fork(graph, into.source, out.target):
        return False
    graph.replace(node, [_past(into, out)])
    return True


def _past(into: Way, out: Way) -> Way:
    return Way(into.source, out.target, joined(into.when, out.when), into.is_default, into.is_late)


def _is_twin_of_a_fork(graph: Graph, source: str, target: str) -> bool:
    """Whether a second way to the same target would come of a node whose ways are all taken together."""
    return graph.leads(source, target) and graph.nodes[source].split in ("parallel", "inclusive")


def _fold_join(graph: Graph, node: Node, into: list[Way], out: Way) -> bool:
    target = graph.nodes[out.target]
    if target is node or not _can_meet_at(graph, target, into, node.join or "exclusive"):
        return False
    if target.form is Form.GATEWAY and len(graph.out_of(target.key)) > 1:
        target.join = node.join
        target.name = target.name or node.name
    elif node.join != "exclusive":
        target.join = node.join
    graph.replace(node, [_past(way, out) for way in into])
    return True


def _can_meet_at(graph: Graph, target: Node, into: list[Way], how: str) -> bool:
    """Whether ways can reach a node as they would reach a gateway before it."""
    forms = {graph.nodes[way.source].form for way in into}
    sources = [way.source for way in into]
    if any(way.is_late for way in into) and target.form is not Form.STEP:
        return False
    is_twice = len(set(sources)) < len(sources) or any(graph.leads(source, target.key) for source in sources)
    if is_twice and any(graph.nodes[source].split in ("parallel", "inclusive") for source in sources):
        return False
    if target.form is Form.GATEWAY:
        return _gateways_meet(graph, target, how)
    if how == "exclusive":
        return target.join in (None, "exclusive")
    is_alone = len(graph.into(target.key)) == 1
    return target.form is Form.STEP and target.holds and is_alone and target.join is None and Form.START not in forms


def _gateways_meet(graph: Graph, target: Node, how: str) -> bool:
    others = len(graph.into(target.key)) - 1
    if len(graph.out_of(target.key)) > 1:
        return others == 0 or (how == "exclusive" and target.join == "exclusive")
    return how == target.join and how != "inclusive"


def _fold_split(graph: Graph, node: Node, into: Way, out: list[Way]) -> bool:
    source = graph.nodes[into.source]
    if source is node or into.is_late:
        return False
    alone = len(graph.out_of(source.key)) == 1
    if source.form is Form.STEP and source.holds and alone and not into.when:
        source.split = node.split
        source.said.setdefault("asks", node.name)
        graph.replace(node, [_past(into, way) for way in out])
        for way, old in zip(graph.out_of(source.key), out, strict=True):
            way.is_default = old.is_default
        return True
    same = node.split == source.split and node.split in ("exclusive", "parallel")
    if (
        source.form in (Form.GATEWAY, Form.STEP)
        and same
        and not any(graph.leads(source.key, way.target) for way in out)
    ):
        ways = [
            Way(source.key, way.target, joined(into.when, way.when), into.is_default and way.is_default) for way in out
        ]
        graph.replace(node, ways)
        return True
    return False


def _as_routing(graph: Graph, node: Node) -> None:
    node.form, node.is_routing = Form.STEP, True
    if len(graph.into(node.key)) < 2:
        node.join = None
    if len(graph.out_of(node.key)) < 2:
        node.split = None


def _without_twin_ways(graph: Graph) -> None:
    """One way from a step to another; it is taken on either condition."""
    known: dict[tuple[str, str, bool], Way] = {}
    kept = []
    for way in graph.ways:
        first = known.setdefault((way.source, way.target, way.is_late), way)
        if first is way:
            kept.append(way)
        else:
            first.is_default = first.is_default or way.is_default
            is_told = first.is_default or (first.when and way.when)
            first.when = either(first.when, way.when) if is_told else ""
    graph.ways = kept


def _say_how_ways_meet(graph: Graph, node: Node) -> None:
    """What BPMN takes for granted where several ways reach or leave a step without a gateway."""
    out = graph.out_of(node.key)
    arriving = [way for way in graph.into(node.key) if graph.nodes[way.source].form is not Form.START]
    if len(out) > 1 and node.split is None:
        node.split = "inclusive" if any(way.when for way in out) else "parallel"
    elif len(out) < 2:
        node.split = None
    if len(arriving) > 1 and node.join is None and node.holds:
        node.join = "exclusive"
    elif len(arriving) < 2:
        node.join = None


def _part_starts(graph: Graph) -> None:
    """Each start leads to one step, to which nothing else leads but where the process begins with it."""
    has_others = len(graph.of_form(Form.START)) > 1
    for start in graph.of_form(Form.START):
        ways = graph.out_of(start.key)
        if not ways:
            continue
        target = graph.nodes[ways[0].target]
        is_reached = any(graph.nodes[way.source].form is not Form.START for way in graph.into(target.key))
        if len(ways) == 1 and target.form is Form.STEP and not (is_reached and has_others):
            continue
        step = routing(f"{start.key}-routing", graph, start)
        step.name = start.name
        step.split = "parallel" if len(ways) > 1 else None
        for way in ways:
            way.source = step.key
        graph.ways.insert(0, Way(start.key, step.key))
