"""The nodes and links of a flow, as its steps, their ends and what follows them say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ltcarch.model import Activity, Architecture, Artifact, Control, Element, ProcessElement, Subprocess, Text
from ltcarch.model.naming import natural_key
from ltcarch.model.parts import ArtifactUse, Authority, Trigger
from ltcarch.model.sequence import Step, Succession
from ltcarch.views.amounts import duration, number
from ltcarch.views.labels import Label, label
from ltcarch.views.swimlane.graph import CROSSINGS, Lane, Link, Mark, Marked, Node, NodeKind
from ltcarch.views.words import value_word, word


@dataclass(slots=True)
class Drawing:
    """One flow while it is drawn. Sub-processes with activities of their own are dissolved into these."""

    architecture: Architecture
    language: str
    process: ProcessElement
    with_artifacts: bool
    nodes: dict[str, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    parts: dict[str, ProcessElement] = field(default_factory=dict)
    lane_of: dict[str, str] = field(default_factory=dict)
    key_controls: dict[str, list[Control]] = field(default_factory=dict)
    drawn: Counter[tuple[str, str]] = field(default_factory=Counter)

    def draw(self) -> None:
        for control in sorted(self.architecture.all(Control), key=lambda own: natural_key(own.id)):
            for activity in dict.fromkeys(control.activities) if control.key else ():
                self.key_controls.setdefault(activity, []).append(control)
        steps = list(self._gather(self.process))
        for step, _ in steps:
            if step.id not in self.parts:
                self._add_step(step)
        self._start()
        for step, part in steps:
            if step.id not in self.parts:
                self._follow(step, part)

    def lanes(self, used: Iterable[str]) -> tuple[Lane, ...]:
        """The lanes by the ids of their roles."""
        return tuple(self._lane(own) for own in used)

    def _lane(self, role_id: str) -> Lane:
        role = self.architecture.get(role_id)
        if role is None:
            return Lane(role_id, role_id or word("No role", self.language))
        positions = word(", ", self.language).join(
            own.label(self.language) for own in self.architecture.responsibility.positions(role_id)
        )
        tip = f"{role.label(self.language)} ({role.id})"
        return Lane(role_id, role.label(self.language), f"{tip}\n{positions}" if positions else tip)

    def _gather(self, part: ProcessElement) -> Iterator[tuple[Step, ProcessElement]]:
        """The steps in reading order, each with the process or sub-process around it, and the lane of each."""
        self.parts[part.id] = part
        lane = ""
        for step in self.architecture.sequence.steps(part):
            if isinstance(step, Subprocess) and any(activities_in(self.architecture, step)):
                yield from self._gather(step)
            else:
                lane = step.roles[0] if isinstance(step, Activity) and step.roles else lane
                self.lane_of[step.id] = lane
            yield step, part

    def _add_step(self, step: Step) -> None:
        own = label(self.architecture, step, self.language)
        notes, marks = (tuple(self._notes(step)), tuple(self._marks(step))) if isinstance(step, Activity) else ((), ())
        tip = "\n".join((own.whole, self._text(step.description), *(mark.name for mark in marks), *notes)).replace(
            "\n\n", "\n"
        )
        self.nodes[step.id] = Node(step.id, NodeKind.ACTIVITY, self.lane_of[step.id], own, notes, marks, tip)

    def _notes(self, step: Activity) -> Iterator[str]:
        yield from self._limits(step.authority) if step.authority else ()
        if self.with_artifacts:
            yield from (f"→ {self._artifact(use)}" for use in self.architecture.exchange.inputs(step))
            yield from (f"{self._artifact(use)} →" for use in self.architecture.exchange.outputs(step))

    def _limits(self, authority: Authority) -> Iterator[str]:
        """Who may decide up to which amount, a line each; an amount that is no money is named before."""
        if authority.amount and not authority.currency:
            yield self._text(authority.amount)
        has_amount = any(own.up_to is not None for own in authority.limits)
        for limit in authority.limits:
            who = self.architecture.name(limit.role, self.language) if limit.role else ""
            most = word("above that" if has_amount else "without limit", self.language)
            if limit.up_to is not None:
                most = f"≤ {number(limit.up_to)} {authority.currency or ''}".strip()
            yield word("{name}: {members}", self.language, name=most, members=who) if who else most

    def _artifact(self, use: ArtifactUse) -> str:
        """An artifact and the state in which it is taken or made."""
        name = self.architecture.name(use.artifact or "", self.language)
        artifact = self.architecture.get(use.artifact, Artifact)
        named = next((own.name for own in artifact.states if own.id == use.state), None) if artifact else None
        state = self._text(named) or use.state or ""
        return name + (word(" ({more})", self.language, more=state) if state else "")

    def _marks(self, step: Activity) -> Iterator[Marked]:
        language = self.language
        for control in self.key_controls.get(step.id, ()):
            yield Marked(Mark.CONTROL, word("KCP: ", language) + control.label(language))
        if step.key:
            yield Marked(Mark.KEY, word("key activity", language))
        if step.decision:
            yield Marked(Mark.DECISION, word("decision", language))
        if step.calls and step.calls.process:
            called = self.architecture.get(step.calls.process)
            name = (
                label(self.architecture, called, language)
                if called
                else Label(step.calls.process, "", step.calls.process)
            )
            yield Marked(Mark.CALL, word("runs ", language) + f"{name.code} {name.name}".strip())
        if step.waits and step.waits.for_:
            awaited = self.architecture.name(step.waits.for_, language)
            yield Marked(Mark.WAIT, word("waits for {name}", language, name=awaited))

    def _text(self, text: Text | None) -> str:
        return text.in_language(self.language) if text else ""

    def _start(self) -> None:
        """What sets the process off, and each of its later starts that something else sets off."""
        starts = self.architecture.sequence.starts(self.process)
        if not starts:
            return
        first = [step for step in starts if step is starts[0] or not step.triggers]
        lane = self._lane_at(starts[0])
        own, name = f"{self.process.id}:start", self._triggers(self.process.triggers)
        self._add_event(own, NodeKind.START, lane, name, name)
        self._branch(own, lane, [(self._entry(step), self._scenario(step, first)) for step in first], None)
        for step in starts:
            if step not in first:
                name = self._triggers(step.triggers)
                self._add_event(f"{step.id}:start", NodeKind.START, self._lane_at(step), name, name)
                self._link(f"{step.id}:start", self._entry(step))

    def _lane_at(self, step: Element) -> str:
        part = self.parts.get(step.id)
        if part is None:
            return self.lane_of.get(step.id, "")
        activities = activities_in(self.architecture, part)
        return next((self.lane_of[own.id] for own in activities if own.id in self.lane_of), "")

    def _triggers(self, triggers: Iterable[Trigger]) -> str:
        names = [self._text(own.name) or value_word("trigger", own.type or "", self.language) for own in triggers]
        return " / ".join(dict.fromkeys(names))

    def _scenario(self, step: Element, rivals: Sequence[object]) -> str:
        """The value of its scenario, where several sub-processes are alternatives."""
        if not isinstance(step, Subprocess) or not step.scenario or len(rivals) < 2:
            return ""
        dimension = self.architecture.get(step.scenario.dimension)
        values = getattr(dimension, "values", ())
        name = next((own.name for own in values if own.id == step.scenario.value), None)
        return self._text(name) or step.label(self.language)

    def _entry(self, step: Element) -> str:
        """The node at which a step begins; several of a sub-process are parted by a crossing before them."""
        if step.id not in self.parts:
            return step.id
        starts = self.architecture.sequence.starts(step)
        if len(starts) == 1:
            return self._entry(starts[0])
        own = f"{step.id}:begin"
        if own not in self.nodes:
            self._crossing(own, NodeKind.EXCLUSIVE, self._lane_at(step))
            for start in starts:
                self._link(own, self._entry(start), self._scenario(start, list(starts)))
        return own

    def _follow(self, step: Step, part: ProcessElement) -> None:
        """The links from a step to what follows it."""
        ways = self.architecture.sequence.successors(step)
        if isinstance(step, Subprocess) and not ways:
            ways = (Succession(None, "", implied=True),)
        lane = self.lane_of[step.id]
        found = [
            (target, self._condition(step, way, ways)) for way in ways for target in self._targets(way, part, lane)
        ]
        split = step.split if isinstance(step, Activity) else None
        self._branch(step.id, lane, found, split)
        wait = step.waits if isinstance(step, Activity) else None
        if wait and wait.then and wait.timeout:
            name = word("after {duration}", self.language, duration=duration(wait.timeout, self.language))
            for target in self._targets(Succession(wait.then, None), part, lane):
                self._link(step.id, target, name, is_timeout=True)

    def _branch(self, source: str, lane: str, ways: list[tuple[str, str]], split: str | None) -> None:
        """Links to several nodes, by a crossing where it is known how they part."""
        ways = list(dict.fromkeys(ways))
        if split is None and any(condition for _, condition in ways):
            split = NodeKind.EXCLUSIVE
        if len(ways) > 1 and split in (NodeKind.EXCLUSIVE, NodeKind.PARALLEL, NodeKind.INCLUSIVE):
            own = f"{source}:split"
            self._crossing(own, NodeKind(split), lane)
            self._link(source, own)
            source = own
        for target, condition in ways:
            self._link(source, target, condition)

    def _condition(self, step: Step, way: Succession, ways: tuple[Succession, ...]) -> str:
        named = [self._text(way.when)]
        if way.on:
            run = (
                self.architecture.get(step.calls.process, ProcessElement)
                if isinstance(step, Activity) and step.calls
                else step
            )
            named.insert(0, self._end_name(run, way.on))
        if way.default and not any(named):
            named = [word("else", self.language)]
        if way.implied and way.to in self.parts and len(ways) > 1:
            named = [self._scenario(self.parts[way.to], list(ways))]
        return word(", ", self.language).join(own for own in named if own)

    def _targets(self, way: Succession, part: ProcessElement, lane: str) -> list[str]:
        """The nodes to which a way leads: a step, an end, or another process."""
        if way.to is None:
            return self._leave(part, way.end or "", lane)
        target = self.architecture.get(way.to)
        if target is None:
            return []
        if way.to in self.parts or way.to in self.nodes:
            return [self._entry(target)]
        own = f"onward:{way.to}@{lane}"
        if own not in self.nodes:
            named = label(self.architecture, target, self.language)
            self.nodes[own] = Node(
                own, NodeKind.ONWARD, lane, named, tip=word("hands over to {name}", self.language, name=named.whole)
            )
        return [own]

    def _leave(self, part: ProcessElement, end: str, lane: str) -> list[str]:
        """The nodes to which an end leads: of the process itself, or what follows a sub-process by that end."""
        end = end or (part.ends[0].id or "" if len(part.ends) == 1 else "")
        if part is self.process:
            return [self._end(end, lane)]
        around = self.architecture.hierarchy.parent(part)
        if not isinstance(around, ProcessElement) or not isinstance(part, Subprocess):
            return []
        ways = self.architecture.sequence.successors(part)
        fitting = [way for way in ways if way.on in (None, end)] or (list(ways) if not end else [])
        fitting = [_named_end(way, end, around) for way in fitting] or [
            Succession(None, end if _knows(around, end) else "")
        ]
        found = [target for way in fitting for target in self._targets(way, around, lane)]
        return list(dict.fromkeys(found))

    def _end(self, end: str, lane: str) -> str:
        own = f"end:{end}@{lane}"
        if own not in self.nodes:
            name = self._end_name(self.process, end) if end else ""
            onward = [way.to for way in self.process.next if way.to and way.on in (None, end)]
            after = [
                label(self.architecture, found, self.language) for found in map(self.architecture.get, onward) if found
            ]
            notes = tuple(f"→ {one.code} {one.name}" for one in after)
            self._add_event(
                own, NodeKind.END, lane, name, "\n".join((name or word("End", self.language), *notes)), notes
            )
        return own

    def _end_name(self, process: Element | None, end: str) -> str:
        ends = process.ends if isinstance(process, ProcessElement) else ()
        return next((self._text(own.name) or end for own in ends if own.id == end), end)

    def _add_event(self, own: str, kind: NodeKind, lane: str, name: str, tip: str, notes: tuple[str, ...] = ()) -> None:
        self.nodes[own] = Node(own, kind, lane, Label(own, "", name), notes, tip=tip)

    def _crossing(self, own: str, kind: NodeKind, lane: str) -> None:
        name = word(CROSSINGS[kind], self.language)
        self.nodes[own] = Node(own, kind, lane, Label(own, "", ""), tip=name)

    def _link(self, source: str, target: str, condition: str = "", *, is_timeout: bool = False) -> None:
        self.drawn[source, target] += 1
        amount = self.drawn[source, target]
        own = f"{source}>{target}" + (f":{amount}" if amount > 1 else "")
        self.links.append(Link(own, source, target, condition, is_timeout))


def activities_in(architecture: Architecture, process: Element) -> Iterator[Activity]:
    """The activities of a process, those of its sub-processes included."""
    for step in architecture.sequence.steps(process):
        if isinstance(step, Activity):
            yield step
        else:
            yield from activities_in(architecture, step)


def _named_end(way: Succession, end: str, around: ProcessElement) -> Succession:
    """The end of the process that bears the name of the end of its sub-process, where nothing else is said."""
    if way.to is None and not way.end and _knows(around, end):
        return Succession(None, end, implied=True)
    return way


def _knows(part: ProcessElement, end: str) -> bool:
    return any(own.id == end for own in part.ends)
