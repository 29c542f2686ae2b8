"""Events: what sets a process off, what it waits for, sends and ends with, and what happens beside its steps."""

from typing import Any

from lxml import etree

from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.graph import Form, Node
from ltcarch.interchange.bpmn.reading.messages import message_name
from ltcarch.interchange.bpmn.reading.our_ids import end_of
from ltcarch.interchange.bpmn.reading.tags import definition, event_kind, first, name_of, said, text_of
from ltcarch.interchange.bpmn.reading.times import repeated_time, told_time, waiting_time
from ltcarch.interchange.identifiers import id_of_name
from ltcarch.interchange.plain import Data
from ltcarch.views.words import word


def add_start(event: etree._Element, scope: Scope, context: Context) -> None:
    """A start, with the trigger that it is."""
    node = _node(event, Form.START, scope)
    trigger = trigger_of(event, context)
    if trigger:
        node.said["trigger"] = trigger


def trigger_of(event: etree._Element, context: Context) -> dict[str, Data] | None:
    """What a start event says as a trigger."""
    kind, name, account = event_kind(event), said(event), context.account
    if kind == "timer":
        return _timer(event, name, context)
    if kind in ("message", "signal"):
        return _arrival(event, kind, name, context)
    if not kind:
        account.imported(event, "a trigger that a person sets off" if name else "the beginning of the process")
        return {"type": "manual", "name": context.text(name)} if name else None
    account.changed(event, f"a trigger by hand, since no trigger is of the kind {kind}")
    told = " ".join(text_of(definition(event)).split())
    shown = f"{name} ({told})" if name and told else name or told or kind
    return {"type": "manual", "name": context.text(shown)}


def _timer(event: etree._Element, name: str, context: Context) -> dict[str, Data]:
    every, told = repeated_time(event), told_time(event)
    found: dict[str, Data] = {"type": "timer"}
    if every:
        found["every"] = every
    if told and not every:
        name = f"{name} ({told})" if name else told
        context.account.changed(event, f"a trigger by time, its time `{told}` in its name")
    else:
        context.account.imported(event, "a trigger by time")
    return {**found, "name": context.text(name)} if name else found


def _arrival(event: etree._Element, kind: str, name: str, context: Context) -> dict[str, Data]:
    found: dict[str, Data] = {"type": "message"}
    messages = context.messages.arriving.get(event.get("id") or "", ())
    told = message_name(event, context.by_id)
    if messages:
        found |= {"artifact": messages[0].artifact, "from": messages[0].party}
    elif told:
        found["artifact"] = context.registers.give("artifact", told)
    if name:
        found["name"] = context.text(name)
    if kind == "signal":
        context.account.changed(event, "a trigger by a message, since signals are told apart from nothing")
    else:
        context.account.imported(event, "a trigger by a message")
    _account_for_message(event, context)
    return found


def add_end(event: etree._Element, scope: Scope, context: Context) -> None:
    """An end of the process; ends of one name are one."""
    node = _node(event, Form.END, scope)
    name = said(event)
    ours = end_of(node.key) if context.is_ours else None
    if ours and ours[0] == "onward":
        node.said["to"] = ours[1]
        context.account.imported(event, f"the way on to {ours[1]}")
        return
    node.said["end"] = end_named(name, scope, context, ours[1] if ours else "")
    kind = event_kind(event)
    for message in context.messages.leaving.get(node.key, ()):
        scope.add("outputs", {"artifact": message.artifact, "to": message.party})
    if kind == "message":
        context.account.changed(event, "an end; the process itself sends the message")
        _account_for_message(event, context)
    elif kind:
        context.account.changed(event, f"an end; that it is of the kind {kind} is left out")
    else:
        context.account.imported(event, f"end {node.said['end']}")


def end_named(name: str, scope: Scope, context: Context, kept: str = "") -> str:
    """The id of the end of this name, made now if there is none; a kept id is taken as it is."""
    shown = name or word("End", context.registers.language)
    key = kept or " ".join(shown.split()).casefold()
    if key not in scope.ends:
        taken = {own for own, _ in scope.ends.values()}
        base = id_of_name("end", {"": name}) if name else "end"
        own, number = kept or base, 1
        while own in taken:
            number += 1
            own = f"{base}_{number}"
        scope.ends[key] = (own, context.text(shown))
    return scope.ends[key][0]


def add_catch(event: etree._Element, scope: Scope, context: Context) -> None:
    """An event in the midst of the flow: a step that waits, or nothing but a point on the way."""
    kind, account = event_kind(event), context.account
    if kind == "link" or not kind:
        _node(event, Form.GATEWAY, scope, split="parallel", join="exclusive")
        if kind:
            account.imported(event, "a link, drawn as the way that it stands for")
        else:
            account.changed(event, "a point on the way, of which nothing is kept where one way leads through it")
        return
    node = _node(event, Form.STEP, scope)
    node.said |= {"tags": ["event"], "work_kind": "delay", "description": account.documentation(event)}
    if kind == "timer":
        _wait_for_time(event, node, context)
        return
    wait_for_message(node, event, context)
    if kind == "message":
        account.imported(event, "an activity that waits for the message")
    else:
        account.changed(event, f"an activity that waits; that it is of the kind {kind} is left out")


def wait_for_message(node: Node, element: etree._Element, context: Context) -> None:
    """Let a step wait for the message of an element."""
    arriving = context.messages.arriving.get(element.get("id") or "", ())
    if arriving:
        waits: dict[str, Data] = {"for": arriving[0].artifact, "from": arriving[0].party}
    else:
        name = message_name(element, context.by_id) or said(element) or (element.get("id") or "")
        waits = {"for": context.registers.give("artifact", name)}
    node.said["waits"] = waits
    for message in arriving[1:]:
        node.said.setdefault("inputs", []).append({"artifact": message.artifact, "from": message.party})
    _account_for_message(element, context)


def _wait_for_time(event: etree._Element, node: Node, context: Context) -> None:
    length, told = waiting_time(event), told_time(event)
    if length:
        node.said["duration"] = {"wait": length}
        context.account.imported(event, "an activity that only waits")
    else:
        node.said["description"] = "\n".join(filter(None, (node.said["description"], told)))
        context.account.changed(event, f"an activity that only waits; its time `{told}` is in its description")


def add_throw(event: etree._Element, scope: Scope, context: Context) -> None:
    """Something that is sent or told on the way."""
    kind = event_kind(event)
    if kind in ("", "link"):
        add_catch(event, scope, context)
        return
    node = _node(event, Form.STEP, scope)
    node.said |= {"tags": ["event"], "description": context.account.documentation(event)}
    if kind in ("message", "signal"):
        send_message(node, event, context)
    if kind == "message":
        context.account.imported(event, "an activity that sends the message")
    else:
        context.account.changed(event, f"an activity; that it is an event of the kind {kind} is left out")


def send_message(node: Node, element: etree._Element, context: Context) -> None:
    """Let a step make what an element sends, unless a message flow says so anyway."""
    name = message_name(element, context.by_id)
    leaving = context.messages.leaving.get(node.key, ())
    if name_of(element) != "sendTask":
        node.said.setdefault("outputs", []).extend({"artifact": own.artifact, "to": own.party} for own in leaving)
    if not leaving and name:
        artifact = context.registers.give("artifact", name)
        node.said.setdefault("outputs", []).append({"artifact": artifact})
    _account_for_message(element, context)


def boundary_name(event: etree._Element) -> str:
    """What is said of the way that an event at the border of an activity opens."""
    told = definition(event)
    kind = event_kind(event)
    return said(event) or told_time(event) or kind or (name_of(told) if told is not None else "")


def _account_for_message(element: etree._Element, context: Context) -> None:
    told = first(element, "messageEventDefinition", "signalEventDefinition")
    for holder, key in ((told, "messageRef"), (told, "signalRef"), (element, "messageRef")):
        target = context.by_id.get((holder.get(key) or "").rpartition(":")[2]) if holder is not None else None
        if target is not None:
            context.account.imported(target, "named by the artifact that it is")


def _node(event: etree._Element, form: Form, scope: Scope, **more: Any) -> Node:
    own = event.get("id") or ""
    return scope.graph.add(Node(own, form, event, said(event), lane=scope.lanes.role(own), **more))
