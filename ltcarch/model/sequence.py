"""In which order the steps of a process run."""

from collections.abc import Mapping
from typing import NamedTuple

from ltcarch.model.activity import Activity
from ltcarch.model.element import Element
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.process import ProcessElement, Subprocess
from ltcarch.model.text import Text

Step = Activity | Subprocess


class Succession(NamedTuple):
    """One way on from a step: to another element, or to an end of the process, on a condition.

    `on` is the end of the step itself, or of the process that it calls, from which this way leads on; any end where it
    is None. `implied` says that the order of the list, and no `next`, leads there. An implied end without a name
    has an empty `end`.
    """

    to: str | None
    end: str | None
    when: Text | None = None
    default: bool = False
    implied: bool = False
    on: str | None = None


class ProcessSequence:
    """The flow of steps inside processes.

    Steps are the activities and sub-processes of one parent, in their order. Until one activity says `next`,
    they run one after the other; sub-processes that follow one another with values of one scenario dimension
    are alternatives.
    """

    def __init__(self, elements: Mapping[str, Element], hierarchy: Hierarchy) -> None:
        self._elements = elements
        self._hierarchy = hierarchy
        self._steps: dict[str, tuple[Step, ...]] = {}
        self._linked: dict[str, bool] = {}
        self._starts: dict[str, tuple[Step, ...]] = {}
        self._plans: dict[str, dict[str, tuple[Succession, ...]]] = {}

    def steps(self, process: Element) -> tuple[Step, ...]:
        """The activities and sub-processes of a process, in their order."""
        if process.id not in self._steps:
            children = self._hierarchy.children(process, "activity", "subprocess")
            self._steps[process.id] = tuple(child for child in children if isinstance(child, (Activity, Subprocess)))
        return self._steps[process.id]

    def is_linked(self, process: Element) -> bool:
        """Whether some activity of the process says what follows, so that the order of the list no longer counts."""
        if process.id not in self._linked:
            self._linked[process.id] = any(isinstance(step, Activity) and step.next for step in self.steps(process))
        return self._linked[process.id]

    def starts(self, process: Element) -> tuple[Step, ...]:
        """Where a process begins: the steps to which none leads, else the first step or group of alternatives.

        The first step counts as well where none of the others leads to it, as in a loop that goes back to it.
        """
        if process.id not in self._starts:
            self._starts[process.id] = self._found_starts(process)
        return self._starts[process.id]

    def _found_starts(self, process: Element) -> tuple[Step, ...]:
        steps = self.steps(process)
        if self.is_linked(process):
            followers = {step.id: self._followers(step, process) for step in steps}
            reached = set().union(*followers.values())
            free = tuple(step for step in steps if step.id not in reached)
            if free:
                return free if _leads_to(steps[0].id, free, followers) else (steps[0], *free)
        blocks = _blocks(steps)
        return tuple(blocks[0]) if blocks else ()

    def _followers(self, step: Step, process: Element) -> set[str]:
        """The ids of the steps of the same process that follow a step, or that hold what follows it."""
        targets = {way.to for way in self.successors(step)}
        if isinstance(step, Activity) and step.waits:
            targets.add(step.waits.then)
        found: set[str] = set()
        for target in targets:
            above = self._elements.get(target or "")
            while above is not None and self._hierarchy.parent(above) is not process:
                above = self._hierarchy.parent(above)
            if above is not None:
                found.add(above.id)
        return found

    def successors(self, step: Step) -> tuple[Succession, ...]:
        """What follows a step. Nothing follows an activity that says no `next` where others of its process do."""
        parent = self._hierarchy.parent(step)
        if parent is None:
            return _stated(step)
        if parent.id not in self._plans:
            self._plans[parent.id] = self._plan(parent)
        return self._plans[parent.id][step.id]

    def _plan(self, process: Element) -> dict[str, tuple[Succession, ...]]:
        """What follows each step of a process."""
        stated = {step.id: _stated(step) for step in self.steps(process)}
        if self.is_linked(process):
            return stated
        blocks = _blocks(self.steps(process))
        ends = process.ends if isinstance(process, ProcessElement) else ()
        last = (Succession(None, ends[0].id if len(ends) == 1 else "", implied=True),)
        followers = [tuple(Succession(step.id, None, implied=True) for step in block) for block in blocks[1:]]
        implied = zip(blocks, [*followers, last], strict=True)
        return {step.id: stated[step.id] or ways for block, ways in implied for step in block}


def _blocks(steps: tuple[Step, ...]) -> list[list[Step]]:
    """The steps in order, alternatives together."""
    blocks: list[list[Step]] = []
    dimension: str | None = None
    for step in steps:
        own = step.scenario.dimension if isinstance(step, Subprocess) and step.scenario else None
        if own is not None and own == dimension:
            blocks[-1].append(step)
        else:
            blocks.append([step])
        dimension = own
    return blocks


def _leads_to(wanted: str, starts: tuple[Step, ...], followers: Mapping[str, set[str]]) -> bool:
    """Whether one of the starts is this step or leads to it."""
    seen = {start.id for start in starts}
    pending = list(seen)
    while pending and wanted not in seen:
        onward = followers.get(pending.pop(), set()) - seen
        seen |= onward
        pending += onward
    return wanted in seen


def _stated(step: Step) -> tuple[Succession, ...]:
    if isinstance(step, Activity):
        return tuple(Succession(way.to, way.end, way.when, way.default, on=way.on) for way in step.next)
    return tuple(Succession(way.to, None, way.when, on=way.on) for way in step.next)
