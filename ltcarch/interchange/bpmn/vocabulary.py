"""The names that BPMN 2.0 and our extension of it use in XML."""

from ltcarch.model.kinds import CLASSES

NAMESPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ltcarch": "urn:ltcarch:bpmn:1",
}
"""The namespaces by the prefixes under which they are written."""

TARGET_NAMESPACE = "urn:ltcarch:processes"
"""To which the ids of a file belong."""

FORMAL_EXPRESSION = "bpmn:tFormalExpression"

TASKS = {"manual": "manualTask", "assisted": "userTask", "automatic": "serviceTask"}
"""The kind of task by how far an IT system does the activity."""

ACTIVITY_TAGS = frozenset((*TASKS.values(), "task", "receiveTask", "callActivity"))
"""What stands for an activity, or for a sub-process that is described elsewhere."""

GATEWAYS = {"exclusive": "exclusiveGateway", "parallel": "parallelGateway", "inclusive": "inclusiveGateway"}
"""The kind of gateway by how ways part or meet."""

SHOWN_AS = {
    "process": ("bpmn:process",),
    "subprocess": ("bpmn:process", "bpmn:categoryValue", "bpmn:callActivity"),
    "activity": tuple(f"bpmn:{tag}" for tag in sorted(ACTIVITY_TAGS)),
    "role": ("bpmn:lane",),
    "team": ("bpmn:lane",),
    "external": ("bpmn:participant",),
}
"""In which elements of BPMN the record of an element of ours is kept, by its kind; all others in the collaboration."""

KINDS = tuple(of.KIND for of in CLASSES.values())
"""Our kinds of elements, in the order in which their records are written."""
