"""The names of BPMN 2.0 as its files hold them, and small looks into their elements."""

from collections.abc import Iterator

from lxml import etree

from ltcarch.interchange.bpmn.vocabulary import NAMESPACES

MODEL = NAMESPACES["bpmn"]
OURS = NAMESPACES["ltcarch"]

AUTOMATION = {
    "manualTask": "manual",
    "userTask": "assisted",
    "serviceTask": "automatic",
    "scriptTask": "automatic",
    "businessRuleTask": "automatic",
}
TASKS = frozenset((*AUTOMATION, "task", "sendTask", "receiveTask"))
SUBPROCESSES = frozenset(("subProcess", "transaction", "adHocSubProcess"))
ACTIVITIES = TASKS | SUBPROCESSES | {"callActivity"}
GATEWAYS = {
    "exclusiveGateway": "exclusive",
    "parallelGateway": "parallel",
    "inclusiveGateway": "inclusive",
    "complexGateway": "inclusive",
    "eventBasedGateway": "exclusive",
}
EVENTS = frozenset(("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"))
FLOW_NODES = ACTIVITIES | frozenset(GATEWAYS) | EVENTS
DATA = frozenset(("dataObjectReference", "dataStoreReference", "dataObject", "dataInput", "dataOutput"))

_PARTS = """
    incoming outgoing flowNodeRef sourceRef targetRef documentation text conditionExpression timeDuration timeCycle
    timeDate condition categoryValueRef ioSpecification inputSet outputSet dataInputRefs dataOutputRefs dataState
    supportedInterfaceRef eventDefinitionRef loopCondition loopCardinality completionCondition inputDataItem
    outputDataItem loopDataInputRef loopDataOutputRef property childLaneSet laneSet extensionElements script
    messageEventDefinition timerEventDefinition signalEventDefinition conditionalEventDefinition linkEventDefinition
    errorEventDefinition escalationEventDefinition compensateEventDefinition cancelEventDefinition
    terminateEventDefinition standardLoopCharacteristics multiInstanceLoopCharacteristics dataInputAssociation
    dataOutputAssociation source target participantMultiplicity innerParticipantRef operationRef"""
PARTS = frozenset(_PARTS.split())
"""What says something of the element in which it stands, and goes the way of that element."""


def name_of(element: etree._Element) -> str:
    """The name of its tag without the namespace."""
    return etree.QName(element).localname


def is_model(element: etree._Element) -> bool:
    """Whether BPMN itself has this element."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{MODEL}}}")


def said(element: etree._Element, key: str = "name") -> str:
    """An attribute on one line."""
    return " ".join((element.get(key) or "").split())


def reference(text: str | None) -> str:
    """The id to which a reference leads, without the prefix that some tools write before it."""
    plain = (text or "").strip()
    return plain.rpartition(":")[2] if ":" in plain else plain


def inside(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of BPMN directly inside, of these names if any are told."""
    for child in element:
        if is_model(child) and (not names or name_of(child) in names):
            yield child


def first(element: etree._Element, *names: str) -> etree._Element | None:
    """The first of these inside."""
    return next(inside(element, *names), None)


def text_of(element: etree._Element | None) -> str:
    """The text inside, with line breaks but without blanks around it."""
    return "".join(map(str, element.itertext())).strip() if element is not None else ""


def documentation(element: etree._Element) -> str:
    """What is documented of an element."""
    return "\n".join(filter(None, map(text_of, inside(element, "documentation"))))


def definition(element: etree._Element) -> etree._Element | None:
    """What an event waits for or sends; the first where several are told."""
    return next((own for own in inside(element) if name_of(own).endswith("EventDefinition")), None)


def event_kind(element: etree._Element) -> str:
    """`message`, `timer`, and so on; empty where nothing is told."""
    found = definition(element)
    return name_of(found).removesuffix("EventDefinition") if found is not None else ""
