"""The flow of a process as BPMN draws it: as the swimlane shows it, with all that BPMN wants said apart.

Every start and every time-out is an event of its own, ways meet in gateways, and two steps are joined by one way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ltcarch.interchange.bpmn.vocabulary import ACTIVITY_TAGS, GATEWAYS, TASKS
from ltcarch.model import Activity, Architecture, ProcessElement, Subprocess
from ltcarch.model.parts import Trigger
from ltcarch.model.sequence import Step
from ltcarch.views.swimlane import Link, NodeKind, Swimlane
from ltcarch.views.swimlane import Node as Shown
from ltcarch.views.words import value_word, word


@dataclass(frozen=True, slots=True)
class Event:
    """What an event waits for or sends: a message, with its artifact and sender where they are known, or a time."""

    kind: str
    artifact: str | None = None
    sender: str | None = None
    time: str | None = None
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class FlowNode:
    """Something that stands in a lane. `host` is the activity at whose border an event stands.

    `called` is the process that runs in its place, `artifact` what it waits for.
    """

    id: str
    tag: str
    name: str
    lane: str
    step: Step | None = None
    notes: tuple[str, ...] = ()
    event: Event | None = None
    host: str = ""
    called: str = ""
    artifact: str = ""

    @property
    def is_activity(self) -> bool:
        """Whether it stands for an activity."""
        return self.tag in ACTIVITY_TAGS

    @property
    def is_gateway(self) -> bool:
        """Whether ways part or meet here."""
        return self.tag.endswith("Gateway")


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A way from one node to another; its name is its condition where it has one."""

    id: str
    source: str
    target: str
    name: str = ""
    is_conditional: bool = False
    is_default: bool = False


@dataclass(slots=True)
class Flow:
    """The nodes by their ids, and the lines between them."""

    nodes: dict[str, FlowNode] = field(default_factory=dict)
    lines: list[FlowLine] = field(default_factory=list)

    def into(self, own: str) -> list[FlowLine]:
        """The lines that lead to a node."""
        return [line for line in self.lines if line.target == own]

    def out_of(self, own: str) -> list[FlowLine]:
        """The lines that leave a node."""
        return [line for line in self.lines if line.source == own]


def flow_of(architecture: Architecture, process: ProcessElement, view: Swimlane) -> Flow:
    """The flow that a swimlane shows."""
    reading = _Reading(architecture, process, view.language)
    for shown in view.nodes:
        for node in reading.nodes(shown):
            reading.flow.nodes[node.id] = node
    for link in view.links:
        reading.add(link)
    flow = _with_one_line_each(reading.flow)
    return _with_conditions(_with_meetings(flow), reading)


@dataclass(slots=True)
class _Reading:
    architecture: Architecture
    process: ProcessElement
    language: str
    flow: Flow = field(default_factory=Flow)
    starts: dict[str, list[str]] = field(default_factory=dict)

    def nodes(self, shown: Shown) -> Iterable[FlowNode]:
        """What stands for a node of the swimlane."""
        if shown.kind is NodeKind.START:
            return self._starts(shown)
        if shown.kind is NodeKind.ACTIVITY:
            return (self._activity(shown),)
        if shown.kind in (NodeKind.END, NodeKind.ONWARD):
            return (self._end(shown),)
        return (FlowNode(shown.id, GATEWAYS[shown.kind], self._question(shown), shown.lane),)

    def _starts(self, shown: Shown) -> Iterator[FlowNode]:
        """An event for each time and each message that sets it off, and one for all that persons do."""
        holder = self.architecture.get(shown.id.removesuffix(":start"))
        triggers: tuple[Trigger, ...] = getattr(holder, "triggers", ())
        found: list[tuple[str, Event | None]] = [
            (self._trigger(own), _event(own)) for own in triggers if own.type in ("timer", "message")
        ]
        by_hand = dict.fromkeys(self._trigger(own) for own in triggers if own.type not in ("timer", "message"))
        if by_hand or not found:
            found.append((" / ".join(by_hand) or word("Start", self.language), None))
        for index, (name, event) in enumerate(found):
            own = f"{shown.id}:{index + 1}" if len(found) > 1 else shown.id
            self.starts.setdefault(shown.id, []).append(own)
            yield FlowNode(own, "startEvent", name, shown.lane, event=event)

    def _trigger(self, trigger: Trigger) -> str:
        name = trigger.name.in_language(self.language) if trigger.name else ""
        return name or value_word("trigger", trigger.type or "", self.language)

    def _activity(self, shown: Shown) -> FlowNode:
        found = self.architecture.get(shown.id)
        step = found if isinstance(found, (Activity, Subprocess)) else None
        node = FlowNode(
            shown.id,
            "callActivity",
            shown.label.name,
            shown.lane,
            step,
            (*(own.name for own in shown.marks), *shown.notes),
            called=shown.id,
        )
        if not isinstance(step, Activity):
            return node
        if step.calls and step.calls.process:
            return replace(node, called=step.calls.process)
        if step.waits and step.waits.for_:
            return replace(node, tag="receiveTask", called="", artifact=step.waits.for_)
        return replace(node, tag=TASKS.get(step.automation or "", "task"), called="")

    def _end(self, shown: Shown) -> FlowNode:
        if shown.kind is NodeKind.ONWARD:
            return FlowNode(shown.id, "endEvent", shown.tip, shown.lane, event=Event("message"))
        name = shown.label.name or word("End", self.language)
        return FlowNode(shown.id, "endEvent", name, shown.lane, notes=shown.notes)

    def _question(self, shown: Shown) -> str:
        """What a parting of ways asks; the meeting of ways asks nothing."""
        own, _, what = shown.id.rpartition(":")
        if shown.kind is NodeKind.PARALLEL or what == "join":
            return ""
        if shown.kind is NodeKind.INCLUSIVE:
            return word("Which of these?", self.language)
        return word("Result?" if isinstance(self.architecture.get(own), Activity) else "Which case?", self.language)

    def add(self, link: Link) -> None:
        """Add the lines that stand for a link of the swimlane."""
        if link.is_timeout:
            self._add_timeout(link)
            return
        for source in self.starts.get(link.source, (link.source,)):
            own = link.id if source == link.source else f"{source}>{link.target}"
            self.flow.lines.append(FlowLine(own, source, link.target, link.condition))

    def _add_timeout(self, link: Link) -> None:
        host = self.flow.nodes[link.source]
        wait = getattr(host.step, "waits", None)
        own = f"{host.id}:late"
        event = Event("timer", time=wait.timeout if wait else None)
        self.flow.nodes[own] = FlowNode(own, "boundaryEvent", link.condition, host.lane, event=event, host=host.id)
        self.flow.lines.append(FlowLine(f"{own}>{link.target}", own, link.target))

    def default_of(self, gateway: str) -> str | None:
        """The condition under which the way stands in the swimlane that is taken where none else fits."""
        step = self.architecture.get(gateway.removesuffix(":split"))
        ways = step.next if isinstance(step, Activity) else ()
        for way in ways:
            if way.default:
                return way.when.in_language(self.language) if way.when else word("else", self.language)
        return None


def _event(trigger: Trigger) -> Event:
    if trigger.type == "timer":
        return Event("timer", time=trigger.every, is_repeated=True)
    return Event("message", trigger.artifact, trigger.from_)


def _with_one_line_each(flow: Flow) -> Flow:
    """The flow with one line from a node to another, which names all its conditions."""
    first: dict[tuple[str, str], FlowLine] = {}
    for line in flow.lines:
        known = first.setdefault((line.source, line.target), line)
        if line.name and line.name not in (known.name, *known.name.split(" / ")):
            name = f"{known.name} / {line.name}" if known.name else line.name
            first[line.source, line.target] = replace(known, name=name)
    return _without_idle_gateways(Flow(flow.nodes, list(first.values())))


def _without_idle_gateways(flow: Flow) -> Flow:
    """The flow without gateways that neither part nor join anything."""
    for node in flow.nodes.values():
        into, out = flow.into(node.id), flow.out_of(node.id)
        if node.is_gateway and len(into) == len(out) == 1 and into[0].source != node.id:
            nodes = {own: other for own, other in flow.nodes.items() if own != node.id}
            kept = [line for line in flow.lines if line not in (into[0], out[0])]
            past = replace(into[0], id=f"{into[0].source}>{out[0].target}", target=out[0].target)
            return _with_one_line_each(Flow(nodes, [*kept, past]))
    return flow


def _with_meetings(flow: Flow) -> Flow:
    """The flow with a gateway wherever several ways meet, unless they do so in one that only joins them."""
    found = Flow({}, list(flow.lines))
    for node in flow.nodes.values():
        if len(flow.into(node.id)) > 1 and not (node.is_gateway and len(flow.out_of(node.id)) < 2):
            own = f"{node.id}:merge"
            found.nodes[own] = FlowNode(own, "exclusiveGateway", "", node.lane)
            found.lines = [replace(line, target=own) if line.target == node.id else line for line in found.lines]
            found.lines.append(FlowLine(f"{own}>{node.id}", own, node.id))
        found.nodes[node.id] = node
    return found


def _with_conditions(flow: Flow, reading: _Reading) -> Flow:
    """The flow in which each line of a choice is told by a condition or is the default."""
    by_source: dict[str, list[FlowLine]] = {}
    for line in flow.lines:
        by_source.setdefault(line.source, []).append(line)
    lines = {line.id: line for own in by_source.values() for line in _decided(flow, own, reading)}
    return Flow(flow.nodes, [lines[line.id] for line in flow.lines])


def _decided(flow: Flow, lines: list[FlowLine], reading: _Reading) -> list[FlowLine]:
    source = flow.nodes[lines[0].source]
    if source.tag == "parallelGateway" or source.tag.endswith("Event"):
        return [replace(line, name="") for line in lines]
    if not any(line.name for line in lines):
        return lines
    is_choice = len(lines) > 1
    default = _default(lines, reading.default_of(source.id)) if is_choice else None
    return [
        replace(
            line,
            name=line.name or flow.nodes[line.target].name,
            is_conditional=line is not default,
            is_default=line is default,
        )
        for line in lines
    ]


def _default(lines: list[FlowLine], stated: str | None) -> FlowLine | None:
    """The line that is stated to be the default, else the first that says no condition."""
    if stated is not None:
        found = next((line for line in lines if line.name and line.name.endswith(stated)), None)
        if found:
            return found
    return next((line for line in lines if not line.name), None)
