"""Gateways at which the first event decides: a step that waits for one thing, and for how long."""

from lxml import etree

from ltcarch.interchange.bpmn.reading.borders import add_late_way
from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.events import boundary_name
from ltcarch.interchange.bpmn.reading.graph import Form, Node
from ltcarch.interchange.bpmn.reading.tags import event_kind, name_of
from ltcarch.interchange.bpmn.reading.times import told_time, waiting_time


def resolve_event_choices(scope: Scope, context: Context) -> None:
    """Let steps wait in place of such gateways."""
    for node in scope.graph.of_form(Form.GATEWAY):
        if node.element is not None and name_of(node.element) == "eventBasedGateway":
            _resolve(node, scope, context)


def _resolve(node: Node, scope: Scope, context: Context) -> None:
    graph = scope.graph
    events = [graph.nodes[way.target] for way in graph.out_of(node.key)]
    lone = all(len(graph.into(own.key)) == 1 and own.element is not None for own in events)
    timers = [own for own in events if own.element is not None and event_kind(own.element) == "timer"]
    others = [own for own in events if own not in timers]
    fits = lone and len(others) == 1 and len(timers) <= 1 and "waits" in others[0].said
    if fits and all(waiting_time(own.element) and len(graph.out_of(own.key)) == 1 for own in timers):
        _wait_for_one(node, others[0], timers, scope, context)
    else:
        _choose(node, events, scope, context)


def _wait_for_one(node: Node, awaited: Node, timers: list[Node], scope: Scope, context: Context) -> None:
    """The awaited event waits itself, and no longer than the timer says."""
    graph = scope.graph
    for timer in timers:
        awaited.said["waits"]["timeout"] = waiting_time(timer.element)
        target = graph.out_of(timer.key)[0].target
        graph.remove(timer)
        context.account.anew(timer.element)
        add_late_way(graph, awaited, target, timer.name)
        context.account.imported(timer.element, "the time after which the activity waits no longer")
    context.account.imported(node.element, "the activity that waits")


def _choose(node: Node, events: list[Node], scope: Scope, context: Context) -> None:
    """A choice whose ways bear the names of the events."""
    graph = scope.graph
    for way in graph.out_of(node.key):
        event = graph.nodes[way.target]
        if event.element is None:
            continue
        way.when = way.when or _shown(event.element)
        inputs = [{"artifact": event.said["waits"]["for"]}] if "waits" in event.said else []
        if name_of(event.element) == "intermediateCatchEvent" and len(graph.into(event.key)) == 1:
            waits = event.said.get("waits", {})
            node.said.setdefault("inputs", []).extend(
                {**own, "optional": True, **({"from": waits["from"]} if "from" in waits else {})} for own in inputs
            )
            _pass(event)
            context.account.anew(event.element)
            context.account.changed(event.element, f"a way on, `{way.when}`, of the step that waits for several events")
    node.form, node.join = Form.STEP, None
    node.name = node.name or " / ".join(dict.fromkeys(way.when for way in graph.out_of(node.key)))
    node.said |= {"tags": ["event"], "work_kind": "delay", "description": context.account.documentation(node.element)}
    context.account.changed(node.element, "an activity that waits; the first event decides how it goes on")


def _pass(event: Node) -> None:
    """The event is the condition of its way; it is no step of its own."""
    event.form, event.split, event.join = Form.GATEWAY, "parallel", "exclusive"
    event.said.clear()


def _shown(element: etree._Element) -> str:
    name, told = boundary_name(element), told_time(element)
    return f"{name} ({told})" if told and told not in name else name
