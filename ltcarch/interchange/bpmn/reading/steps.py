"""Activities of a file: what they are, how they are done, and what is repeated."""

from lxml import etree

from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.events import send_message, wait_for_message
from ltcarch.interchange.bpmn.reading.graph import Form, Node
from ltcarch.interchange.bpmn.reading.tags import AUTOMATION, first, name_of, reference, said, text_of
from ltcarch.views.words import is_chinese

_LOOP, _EACH, _TOGETHER = (
    ("Repeat: {condition}", "重复执行:{condition}"),
    ("Do it for each: {condition}, one after the other", "逐一执行:{condition}"),
    ("Do it for each: {condition}, at the same time", "对每一项同时执行:{condition}"),
)
_LIKE_SUBPROCESSES = {
    "transaction": "a sub-process; that it is a transaction is left out",
    "adHocSubProcess": "a sub-process whose activities stand in the order of the file, since it tells none",
}


def add_step(element: etree._Element, scope: Scope, context: Context) -> Node:
    """The activity that an element of the flow is."""
    own, name = element.get("id") or "", said(element)
    node = scope.graph.add(Node(own, Form.STEP, element, name, lane=scope.lanes.role(own)))
    kind = name_of(element)
    if not name:
        context.account.changed(element, "it has no name, so its id stands for one")
    if kind in AUTOMATION:
        node.said["automation"] = AUTOMATION[kind]
    if kind == "businessRuleTask":
        node.said["decision"] = True
    if kind == "receiveTask":
        wait_for_message(node, element, context)
    if kind == "sendTask":
        send_message(node, element, context)
    if kind == "callActivity":
        node.said["called"] = reference(element.get("calledElement"))
    if text := context.account.documentation(element):
        node.said["description"] = text
    if kind in _LIKE_SUBPROCESSES:
        context.account.changed(element, _LIKE_SUBPROCESSES[kind])
    _add_messages(node, context)
    _add_loop(element, node, context)
    return node


def _add_messages(node: Node, context: Context) -> None:
    waits = node.said.get("waits", {})
    for message in context.messages.arriving.get(node.key, ()):
        use = {"artifact": message.artifact, "from": message.party}
        if waits.get("for") != message.artifact and use not in node.said.get("inputs", ()):
            node.said.setdefault("inputs", []).append(use)
    for message in context.messages.leaving.get(node.key, ()):
        node.said.setdefault("outputs", []).append({"artifact": message.artifact, "to": message.party})


def _add_loop(element: etree._Element, node: Node, context: Context) -> None:
    loop = first(element, "standardLoopCharacteristics", "multiInstanceLoopCharacteristics")
    if loop is None:
        return
    told = ("loopCondition", "loopCardinality", "completionCondition")
    parts = (" ".join(text_of(first(loop, own)).split()) for own in told)
    condition = ", ".join(filter(None, parts)) or "…"
    kind = _LOOP if name_of(loop) == "standardLoopCharacteristics" else _EACH
    if kind is _EACH and loop.get("isSequential") != "true":
        kind = _TOGETHER
    rule = kind[is_chinese(context.registers.language)].format(condition=condition)
    node.said["rules"] = [context.text(rule)]
    context.account.changed(element, f"that it is repeated is said in words: {rule}")
