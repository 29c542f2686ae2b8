"""Events at the borders of activities: a time that runs out while one waits, or another way on."""

from lxml import etree

from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.events import boundary_name
from ltcarch.interchange.bpmn.reading.folding import routing
from ltcarch.interchange.bpmn.reading.graph import Form, Graph, Node, Way
from ltcarch.interchange.bpmn.reading.tags import event_kind, inside, reference, said
from ltcarch.interchange.bpmn.reading.times import told_time, waiting_time


def add_border_events(scope: Scope, context: Context) -> None:
    """Let activities say what their border events say."""
    others: dict[str, list[etree._Element]] = {}
    for event in inside(scope.element, "boundaryEvent"):
        host = scope.graph.nodes.get(reference(event.get("attachedToRef")))
        if event_kind(event) == "compensate":
            context.account.changed(event, "what undoes the activity is an exception of the process")
        elif host is None:
            context.account.left_out(event, "the activity at whose border it stands is not in the flow")
        elif not _targets(event, scope):
            context.account.left_out(event, "no way leads on from it")
        elif not _is_time_out(event, host, scope, context):
            others.setdefault(host.key, []).append(event)
    for key, events in others.items():
        _add_choice(scope.graph.nodes[key], events, scope, context)


def _targets(event: etree._Element, scope: Scope) -> list[Way]:
    """The ways on from an event."""
    flows = inside(scope.element, "sequenceFlow")
    own = [flow for flow in flows if reference(flow.get("sourceRef")) == event.get("id")]
    ends = [reference(flow.get("targetRef")) for flow in own]
    return [Way("", end, said(flow)) for flow, end in zip(own, ends, strict=True) if _is_reachable(end, scope)]


def _is_reachable(own: str, scope: Scope) -> bool:
    node = scope.graph.nodes.get(own)
    return node is not None and node.form is not Form.START


def _is_time_out(event: etree._Element, host: Node, scope: Scope, context: Context) -> bool:
    """Say that the time of waiting is over by the wait itself, where the activity waits for something."""
    waits, length, ways = host.said.get("waits"), waiting_time(event), _targets(event, scope)
    interrupts = event.get("cancelActivity") != "false"
    if waits is None or "timeout" in waits or not (interrupts and length and len(ways) == 1 and host.holds):
        return False
    waits["timeout"] = length
    add_late_way(scope.graph, host, ways[0].target, said(event))
    context.account.imported(event, "the time after which the activity waits no longer")
    return True


def add_late_way(graph: Graph, host: Node, target: str, name: str) -> None:
    """What follows when the time of waiting is over; where that is no step, a step that routes leads there."""
    if graph.nodes[target].form is not Form.STEP:
        step = routing(f"{host.key}-late", graph, host)
        step.name = name
        graph.ways.append(Way(step.key, target))
        target = step.key
    graph.ways.append(Way(host.key, target, is_late=True))


def _add_choice(host: Node, events: list[etree._Element], scope: Scope, context: Context) -> None:
    """The other ways as those of a choice behind the activity."""
    graph = scope.graph
    kind = "exclusive" if all(own.get("cancelActivity") != "false" for own in events) else "inclusive"
    usual = _usual_way(host, graph)
    choice = graph.add(Node(f"{host.key}-borders", Form.GATEWAY, None, split=kind, join=kind, lane=host.lane))
    graph.ways.append(Way(host.key, choice.key))
    if usual:
        graph.ways.append(Way(choice.key, usual, is_default=True))
    for event in events:
        name, told = boundary_name(event), told_time(event)
        shown = f"{name} ({told})" if told and told not in name else name
        for way in _targets(event, scope):
            graph.ways.append(Way(choice.key, way.target, shown))
        context.account.changed(event, f"another way on from the activity, `{shown}`, decided when it is done")


def _usual_way(host: Node, graph: Graph) -> str:
    """Where an activity leads without its border events; empty where it leads nowhere."""
    out = graph.out_of(host.key)
    if len(out) == 1 and not out[0].when:
        graph.ways.remove(out[0])
        return out[0].target
    if not out:
        return ""
    kind = "inclusive" if any(way.when for way in out) else "parallel"
    own = graph.add(Node(f"{host.key}-usual", Form.GATEWAY, None, split=kind, join=kind, lane=host.lane))
    for way in out:
        way.source = own.key
    return own.key
