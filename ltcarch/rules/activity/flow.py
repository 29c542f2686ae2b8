"""The flow of a process as a graph: steps, the crossings between them, and the ways from one to the next.

Sub-processes with steps of their own are dissolved: whoever leads to one leads to its first steps, and its ends lead
on as its `next` says. A called process is one step whose outcomes are its ends. What leads out of the process, to
another one, ends it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ltcarch.model import Activity, Architecture, Element, Process, ProcessElement, Subprocess
from ltcarch.model.sequence import Step, Succession
from ltcarch.rules.activity.branches import lacks_split, split_of, stated_branches, unrepeated_branches
from ltcarch.rules.remembered import remembered
from ltcarch.rules.structure.missing_next import steps_without_next
from ltcarch.source.document import Step as PathStep

EXCLUSIVE = "exclusive"
PARALLEL = "parallel"
INCLUSIVE = "inclusive"
UNSAID = "unsaid"
"""The split of several ways without conditions, one or all of which may be meant."""

_OF_THE_FLOW = frozenset({"next", "split", "join", "waits", "calls"})
"""The attributes of a step on which the flow hangs."""

Key = tuple[str, ...]
START: Key = ("", "start")
END: Key = ("", "end")


class Way(NamedTuple):
    """A way on to another node. `path` leads to the attribute that says it.

    `end` names the end at which it leaves the process or sub-process around the step: empty for one without a name,
    None where it leads to another step or hands over to another process.
    """

    target: Key
    path: tuple[PathStep, ...] = ("next",)
    end: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A step, or a crossing at which nobody works, of the element that says how the ways meet and part there."""

    key: Key
    element: Element
    ways: tuple[Way, ...] = ()
    split: str = EXCLUSIVE
    join: str = EXCLUSIVE
    is_step: bool = False


@dataclass(frozen=True, eq=False)
class Flow:
    """The flow of one process. `parts` are the process and its dissolved sub-processes.

    `ends` names, for each part, the ends that its steps lead to; `unfollowed` are the ends of dissolved sub-processes
    after which nothing is said. It is settled if nothing that was not read, or not written yet, may belong to it.
    """

    process: ProcessElement
    parts: tuple[ProcessElement, ...]
    nodes: Mapping[Key, Node]
    ends: Mapping[str, frozenset[str]]
    unfollowed: tuple[tuple[ProcessElement, str], ...]
    is_settled: bool

    @cached_property
    def line(self) -> tuple[Key, ...]:
        """The nodes from start to end if one follows the other, with nothing else beside; else nothing."""
        found = [START]
        while len(found) <= len(self.nodes):
            ways = self.nodes[found[-1]].ways
            if len(ways) != 1:
                break
            found.append(ways[0].target)
        return tuple(found) if found[-1] == END and len(found) == len(self.nodes) else ()

    @cached_property
    def begins_clearly(self) -> bool:
        """Whether the process and its sub-processes have one start each, or scenarios to start with.

        If not, ACT01 speaks of it.
        """
        nodes = self.nodes.values()
        return not any(node.split == UNSAID and isinstance(node.element, ProcessElement) for node in nodes)

    @cached_property
    def reached(self) -> frozenset[Key]:
        """The nodes to which ways lead from the start."""
        return frozenset(walk(START, {key: [way.target for way in node.ways] for key, node in self.nodes.items()}))

    @cached_property
    def ending(self) -> frozenset[Key]:
        """The nodes from which ways lead to an end."""
        back: dict[Key, list[Key]] = {}
        for key, node in self.nodes.items():
            for way in node.ways:
                back.setdefault(way.target, []).append(key)
        return frozenset(walk(END, back))


def walk(start: Key, links: Mapping[Key, Sequence[Key]]) -> set[Key]:
    """All that can be reached over links."""
    seen = {start}
    pending = [start]
    while pending:
        for onward in links.get(pending.pop(), ()):
            if onward not in seen:
                seen.add(onward)
                pending.append(onward)
    return seen


class _Flows(NamedTuple):
    """The flows that are drawn, and the processes that are plain lists; in reading order."""

    drawn: tuple[Flow, ...]
    plain: tuple[ProcessElement, ...]


def flows(architecture: Architecture) -> tuple[Flow, ...]:
    """The flows of all processes that have steps, and of sub-processes that stand in none; in reading order.

    Those of plain lists are left out, since nothing can be wrong with how their steps follow one another.
    """
    return _flows(architecture).drawn


def flows_to_judge(architecture: Architecture) -> Iterator[Flow]:
    """The settled flows of published processes that are no plain lists."""
    return (flow for flow in flows(architecture) if flow.is_settled and architecture.is_published(flow.process))


def plain_lists(architecture: Architecture) -> Iterator[ProcessElement]:
    """The published processes whose activities run one after the other, as they are listed, to the only end."""
    return (process for process in _flows(architecture).plain if architecture.is_published(process))


def drawn(architecture: Architecture, process: ProcessElement) -> Flow:
    """The flow of one process that has steps."""
    return _Drawing(architecture, process).flow()


@remembered
def _flows(architecture: Architecture) -> _Flows:
    found: list[Flow] = []
    plain: list[ProcessElement] = []
    dissolved: set[str] = set()
    for process in architecture.all(ProcessElement):
        if process.id in dissolved or not isinstance(process, (Process, Subprocess)):
            continue
        steps = architecture.sequence.steps(process)
        if steps and architecture.is_whole and len(process.ends) < 2 and all(map(_is_plain, steps)):
            plain.append(process)
        elif steps:
            flow = drawn(architecture, process)
            dissolved.update(part.id for part in flow.parts)
            found.append(flow)
    return _Flows(tuple(found), tuple(plain))


def _is_plain(step: Step) -> bool:
    """Whether it is an activity that says nothing of what comes before and after it."""
    said = isinstance(step, Subprocess) or step.next or step.waits or step.split or step.join
    return not said and (not step.faulty or step.faulty.isdisjoint(_OF_THE_FLOW))


def later_starts(architecture: Architecture, part: ProcessElement) -> list[Step]:
    """The starts of a process beyond the first one of which nothing says what sets them off."""
    starts = architecture.sequence.starts(part)
    silent = [step for step in starts if not step.triggers]
    dimensions = {
        step.scenario.dimension if isinstance(step, Subprocess) and step.scenario else None for step in silent
    }
    are_alternatives = len(dimensions) == 1 and None not in dimensions
    return [] if are_alternatives else silent[1:]


class _Drawing:
    """One flow while it is drawn."""

    def __init__(self, architecture: Architecture, process: ProcessElement) -> None:
        self.architecture = architecture
        self.process = process
        self.parts: dict[str, ProcessElement] = {process.id: process}
        self.steps: dict[str, tuple[Step, ProcessElement]] = {}
        self.nodes: dict[Key, Node] = {}
        self.ends: dict[str, set[str]] = {}
        self.exits: list[tuple[ProcessElement, str]] = []
        self.unfollowed: list[tuple[ProcessElement, str]] = []
        self.is_settled = True

    def flow(self) -> Flow:
        self._gather()
        self._enter(START, self.process)
        for step, part in tuple(self.steps.values()):
            if step.id in self.parts:
                self._enter((step.id, "in"), self.parts[step.id])
            else:
                self._draw(step, part)
        for subprocess, end in self.exits:  # grows while sub-processes lead out of sub-processes
            self._leave(subprocess, end)
        self._add(END, self.process)
        ends = {own: frozenset(names) for own, names in self.ends.items()}
        parts = tuple(self.parts.values())
        return Flow(self.process, parts, self.nodes, ends, tuple(self.unfollowed), self._is_settled())

    def _gather(self) -> None:
        """All steps, those of dissolved sub-processes included, in reading order."""
        sequence = self.architecture.sequence
        pending = [(step, self.process) for step in reversed(sequence.steps(self.process))]
        while pending:
            step, part = pending.pop()
            self.steps[step.id] = (step, part)
            inner = sequence.steps(step) if isinstance(step, Subprocess) else ()
            if isinstance(step, Subprocess) and inner:
                self.parts[step.id] = step
                pending += [(own, step) for own in reversed(inner)]

    def _is_settled(self) -> bool:
        """Whether all that is said of the flow could be read, and all of it is said."""
        architecture = self.architecture
        own = [*self.parts, *self.steps]
        return (
            self.is_settled
            and not architecture.is_out_of_sight(*own)
            and all(_OF_THE_FLOW.isdisjoint(step.faulty) for step, _ in self.steps.values())
            and not any(steps_without_next(architecture, part) for part in self.parts.values())
        )

    def _add(
        self,
        key: Key,
        element: Element,
        ways: Sequence[Way] = (),
        split: str = EXCLUSIVE,
        join: str = EXCLUSIVE,
        is_step: bool = False,
    ) -> None:
        self.nodes[key] = Node(key, element, tuple(ways), split, join, is_step)

    def _enter(self, key: Key, part: ProcessElement) -> None:
        starts = self.architecture.sequence.starts(part)
        split = UNSAID if later_starts(self.architecture, part) else EXCLUSIVE
        self._add(key, part, [Way(self._key(step.id)) for step in starts], split)

    def _key(self, step_id: str) -> Key:
        return (step_id, "in") if step_id in self.parts else (step_id,)

    def _draw(self, step: Step, part: ProcessElement) -> None:
        """The node of a step, with crossings behind it for outcomes and a time that may run out."""
        split = UNSAID if lacks_split(self.architecture, step) else split_of(step) or EXCLUSIVE
        key = self._key(step.id)
        if isinstance(step, Subprocess):
            ways, split = self._exits(step), EXCLUSIVE
        elif any(branch.way.on for branch in stated_branches(self.architecture, step)):
            ways, split = self._outcomes(step, part, split), EXCLUSIVE
        else:
            ways = self._ways(step, part)
        if isinstance(step, Activity) and step.waits and step.waits.then:
            late = self._way(Succession(step.waits.then, None), part, ("waits", "then"))
            if split != EXCLUSIVE and len(ways) > 1:
                self._add((step.id, "met"), step, ways, split)
                ways, split = [Way((step.id, "met"))], EXCLUSIVE
            ways = [*ways, late]
        join = step.join if isinstance(step, Activity) else None
        self._add(key, step, ways, split if len(ways) > 1 else EXCLUSIVE, join or EXCLUSIVE, is_step=True)

    def _exits(self, subprocess: Subprocess) -> list[Way]:
        """The ways to the ends of a sub-process whose steps are not written."""
        ends = [end.id for end in subprocess.ends if end.id] or [""]
        return [self._end(end, subprocess, ("next",)) for end in ends]

    def _ways(self, activity: Activity, part: ProcessElement) -> list[Way]:
        """The ways on from an activity."""
        branches = unrepeated_branches(self.architecture, activity)
        if branches:
            return [self._way(branch.way, part, branch.path) for branch in branches]
        implied = self.architecture.sequence.successors(activity) or (Succession(None, "", implied=True),)
        return [self._way(way, part, ("next",)) for way in implied]

    def _outcomes(self, step: Activity, part: ProcessElement, split: str) -> list[Way]:
        """The ways on from an activity that calls a process, by crossings for the ends that lead on in several ways."""
        branches = unrepeated_branches(self.architecture, step)
        by_end: dict[tuple[int, ...], list[Way]] = {}
        for end in self._called_ends(step):
            eligible = [branch for branch in branches if branch.way.on in (None, end)]
            by_end[tuple(branch.position for branch in eligible)] = [
                self._way(branch.way, part, branch.path) for branch in eligible
            ]
        ways = []
        for number, after in enumerate(own for own in by_end.values() if own):
            if len(after) == 1:
                ways += after
            else:
                self._add((step.id, "on", str(number)), step, after, split)
                ways.append(Way((step.id, "on", str(number))))
        return ways or [self._way(branch.way, part, branch.path) for branch in branches]

    def _called_ends(self, activity: Activity) -> list[str]:
        """The ends of the process that an activity calls."""
        run = self.architecture.get(activity.calls.process, ProcessElement) if activity.calls else None
        return [end.id for end in run.ends if end.id] if run else []

    def _way(self, way: Succession, part: ProcessElement, path: tuple[PathStep, ...]) -> Way:
        if way.to in self.steps:
            return Way(self._key(way.to), path)
        if way.to is not None:
            self.is_settled &= self.architecture.get(way.to) is not None
            return Way(END, path)  # hands over to another process
        return self._end(way.end or "", part, path)

    def _end(self, end: str, part: ProcessElement, path: tuple[PathStep, ...]) -> Way:
        """A way to an end of the process, or of a sub-process, which leads on from there."""
        end = end or (part.ends[0].id or "" if len(part.ends) == 1 else "")
        known = self.ends.setdefault(part.id, set())
        if part is self.process:
            known.add(end)
            return Way(END, path, end)
        if end not in known:
            known.add(end)
            self.exits.append((part, end))
        return Way((part.id, "out", end), path, end)

    def _leave(self, subprocess: ProcessElement, end: str) -> None:
        """The crossing at which a sub-process is left by one of its ends."""
        step, part = self.steps[subprocess.id]
        branches = unrepeated_branches(self.architecture, step)
        eligible = [branch for branch in branches if branch.way.on in (None, end)]
        if not end:
            eligible = eligible or branches
        ways = [self._way(branch.way, part, branch.path) for branch in eligible]
        if not branches:
            implied = self.architecture.sequence.successors(step) or (Succession(None, "", implied=True),)
            ways = [self._way(self._named(way, end, part), part, ("next",)) for way in implied]
        elif not ways:
            if not self._knows(part, end):
                self.unfollowed.append((subprocess, end))
            ways = [self._end(end if self._knows(part, end) else "", part, ("next",))]
        split = UNSAID if lacks_split(self.architecture, step) else EXCLUSIVE
        self._add((subprocess.id, "out", end), subprocess, ways, split if len(ways) > 1 else EXCLUSIVE)

    def _named(self, way: Succession, end: str, part: ProcessElement) -> Succession:
        """The end of the process that bears the name of the end of its sub-process, where nothing else is said."""
        if way.to is None and not way.end and self._knows(part, end):
            return Succession(None, end, implied=True)
        return way

    @staticmethod
    def _knows(part: ProcessElement, end: str) -> bool:
        return any(own.id == end for own in part.ends)
