"""One process or sub-process: its nodes, the ways between them, and what stands at the borders of its activities."""

from collections.abc import Callable

from lxml import etree

from ltcarch.interchange.bpmn.reading.borders import add_border_events
from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.event_choice import resolve_event_choices
from ltcarch.interchange.bpmn.reading.events import add_catch, add_end, add_start, add_throw, end_named
from ltcarch.interchange.bpmn.reading.folding import folded, routing
from ltcarch.interchange.bpmn.reading.graph import Form, Node, Way
from ltcarch.interchange.bpmn.reading.people import Lanes
from ltcarch.interchange.bpmn.reading.steps import add_step
from ltcarch.interchange.bpmn.reading.tags import (
    ACTIVITIES,
    GATEWAYS,
    SUBPROCESSES,
    first,
    inside,
    name_of,
    reference,
    said,
    text_of,
)

_EVENTS: dict[str, Callable[[etree._Element, Scope, Context], None]] = {
    "startEvent": add_start,
    "endEvent": add_end,
    "intermediateCatchEvent": add_catch,
    "intermediateThrowEvent": add_throw,
}


def scope_of(container: etree._Element, lanes: Lanes, context: Context, *, depth: int = 0) -> Scope:
    """What a process or sub-process says, gateways folded."""
    scope = Scope(container, lanes)
    for element in inside(container):
        _take(element, scope, context, depth)
    _add_ways(scope, context)
    _add_links(scope)
    add_border_events(scope, context)
    resolve_event_choices(scope, context)
    _part_at_subprocesses(scope)
    _end_where_nothing_follows(scope, context)
    folded(scope.graph)
    _lead_subprocesses_to_ends(scope)
    _account_for_gateways(scope, context)
    return scope


def _take(element: etree._Element, scope: Scope, context: Context, depth: int) -> None:
    name = name_of(element)
    if name in _EVENTS:
        _EVENTS[name](element, scope, context)
    elif name in GATEWAYS:
        _add_gateway(element, scope)
    elif name in SUBPROCESSES and element.get("triggeredByEvent") == "true":
        inner = scope_of(element, _lanes_inside(element, scope), context, depth=depth + 1)
        scope.apart.append(inner)
        _add_exception(inner, scope, context)
    elif name in ACTIVITIES and element.get("isForCompensation") != "true":
        node = add_step(element, scope, context)
        if name in SUBPROCESSES:
            node.holds = depth > 0
            scope.inner[node.key] = scope_of(element, _lanes_inside(element, scope), context, depth=depth + 1)
    elif name in ACTIVITIES:
        _add_undoing(element, scope, context)


def _lanes_inside(element: etree._Element, scope: Scope) -> Lanes:
    """Elements of a sub-process stand in its lane, unless lanes name them themselves."""
    return Lanes(scope.lanes.roles, scope.lanes.role(element.get("id") or ""))


def _add_gateway(element: etree._Element, scope: Scope) -> None:
    own, kind = element.get("id") or "", GATEWAYS[name_of(element)]
    scope.graph.add(Node(own, Form.GATEWAY, element, said(element), split=kind, join=kind, lane=scope.lanes.role(own)))


def _add_exception(inner: Scope, scope: Scope, context: Context) -> None:
    """What sets off a sub-process apart from the flow is an exception of the process."""
    starts = (said(own) for own in inside(inner.element, "startEvent"))
    name = said(inner.element) or inner.element.get("id") or ""
    case = next(filter(None, starts), name)
    scope.add("exceptions", {"case": context.text(case), "handling": context.text(name)})


def _undone(element: etree._Element, context: Context) -> str:
    """The name of the activity that another one undoes."""
    for line in inside(_around(element), "association"):
        event = context.by_id.get(reference(line.get("sourceRef")))
        if reference(line.get("targetRef")) == element.get("id") and event is not None:
            context.account.changed(line, "it ties an activity to what undoes it: an exception of the process")
            host = context.by_id.get(reference(event.get("attachedToRef")))
            return said(host) if host is not None else ""
    return ""


def _around(element: etree._Element) -> etree._Element:
    above = element.getparent()
    return element if above is None else above


def _add_undoing(element: etree._Element, scope: Scope, context: Context) -> None:
    handling = "\n".join(filter(None, (said(element), context.account.documentation(element))))
    case = context.text(_undone(element, context) or said(element) or element.get("id") or "compensation")
    scope.add("exceptions", {"case": case, "handling": context.text(handling or "compensation")})
    context.account.changed(element, "it undoes something: an exception of the process, no activity of its flow")


def _add_ways(scope: Scope, context: Context) -> None:
    nodes = scope.graph.nodes
    for flow in inside(scope.element, "sequenceFlow"):
        source, target = reference(flow.get("sourceRef")), reference(flow.get("targetRef"))
        if target not in nodes or not (source in nodes or _is_border(source, context)):
            context.account.left_out(flow, "one of its ends is not in this process, or not in its flow")
            continue
        if nodes[target].form is Form.START or (source in nodes and nodes[source].form is Form.END):
            context.account.left_out(flow, "no way leads to a start or on from an end")
            continue
        if source in nodes:
            holder = context.by_id.get(source)
            is_default = holder is not None and reference(holder.get("default")) == flow.get("id")
            when = _with_question(_condition(flow, context), holder, context)
            scope.graph.ways.append(Way(source, target, when, is_default))
        else:
            context.account.imported(flow, "a way")


def _with_question(answer: str, source: etree._Element | None, context: Context) -> str:
    """The condition of a way from a gateway: what that asks, and the answer."""
    question = said(source) if source is not None and name_of(source) in GATEWAYS else ""
    if not question or not answer or context.is_ours:
        return answer
    return f"{question} {answer}" if question[-1] in "?？" else f"{question}: {answer}"


def _is_asked(gateway: etree._Element, scope: Scope) -> bool:
    """Whether a gateway's question stands in the condition of a way."""
    return any(said(gateway) in way.when for way in scope.graph.ways)


def _is_border(own: str, context: Context) -> bool:
    element = context.by_id.get(own)
    return element is not None and name_of(element) == "boundaryEvent"


def _condition(flow: etree._Element, context: Context) -> str:
    name, told = said(flow), " ".join(text_of(first(flow, "conditionExpression")).split())
    if name and told and name != told:
        context.account.changed(flow, f"a way; its name tells the condition, `{told}` is left out")
    else:
        context.account.imported(flow, "a way")
    return name or told


def _add_links(scope: Scope) -> None:
    """A way from each link to its other end, which bears the same name."""
    nodes = ((own, own.element) for own in scope.graph.nodes.values() if own.element is not None)
    links = [(own, name_of(element), link) for own, element in nodes if (link := _link_name(element))]
    ends = {link: own for own, name, link in links if name == "intermediateCatchEvent"}
    for own, name, link in links:
        target = ends.get(link)
        if name == "intermediateThrowEvent" and target is not None:
            scope.graph.ways.append(Way(own.key, target.key))


def _link_name(element: etree._Element) -> str:
    told = first(element, "linkEventDefinition")
    return (said(told) or said(element)) if told is not None else ""


def _part_at_subprocesses(scope: Scope) -> None:
    """Sub-processes say of no way how it parts, so a gateway behind them does."""
    for node in scope.graph.of_form(Form.STEP):
        out = scope.graph.out_of(node.key)
        if not node.holds and len(out) > 1:
            kind = "inclusive" if any(way.when for way in out) else "parallel"
            own = scope.graph.add(Node(f"{node.key}-parting", Form.GATEWAY, None, split=kind, join=kind))
            own.lane = node.lane
            for way in out:
                way.source = own.key
            scope.graph.ways.append(Way(node.key, own.key))


def _end_where_nothing_follows(scope: Scope, context: Context) -> None:
    """A step that leads nowhere ends the process, if others of it lead on."""
    graph = scope.graph
    idle = [own for own in graph.nodes.values() if own.form is not Form.END and not graph.out_of(own.key)]
    if not graph.ways:
        return
    for node in idle:
        if node.form is Form.START:
            continue
        end = graph.add(Node(f"{node.key}-end", Form.END, None, lane=node.lane))
        end.said["end"] = end_named("", scope, context)
        graph.ways.append(Way(node.key, end.key))
        if node.element is not None:
            context.account.changed(node.element, "no way leads on from it, so it ends the process")


def _lead_subprocesses_to_ends(scope: Scope) -> None:
    """A sub-process names no end, so a step that routes leads to it where there are several."""
    graph = scope.graph
    for node in graph.of_form(Form.STEP):
        for way in graph.out_of(node.key) if not node.holds and len(scope.ends) > 1 else ():
            if graph.nodes[way.target].form is Form.END:
                step = routing(f"{node.key}-end", graph, node)
                step.name = graph.nodes[way.target].name
                graph.ways.append(Way(step.key, way.target))
                way.target = step.key


def _account_for_gateways(scope: Scope, context: Context) -> None:
    for element in inside(scope.element, *GATEWAYS):
        node, name = scope.graph.nodes.get(element.get("id") or ""), name_of(element)
        if name == "complexGateway":
            context.account.changed(element, "a complex gateway counts as inclusive; its rule is left out")
        elif node is not None and node.is_routing:
            node.said["description"] = context.account.documentation(element)
            context.account.changed(element, "an activity that only routes, since no activity beside it can say it")
        elif node is not None:
            continue
        elif element not in context.account.fates:
            context.account.imported(element, "said by the activities beside it")
        if node is None and said(element) and not _is_asked(element, scope):
            context.account.changed(element, "said by the activities beside it, without its name")
