"""In which order the steps of a process run."""

from collections.abc import Mapping
from dataclasses import dataclass

from ltcarch.model.activity import Activity
from ltcarch.model.element import Element
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.process import ProcessElement, Subprocess
from ltcarch.model.text import Text


@dataclass(frozen=True, slots=True)
class Succession:
    """One way on from a step: to another element, or to an end of the process, on a condition.

    `implied` says that the order of the list, and no `next`, leads there. An implied end without a name has an
    empty `end`.
    """

    to: str | None
    end: str | None
    when: Text | None = None
    default: bool = False
    implied: bool = False


class ProcessSequence:
    """The flow of steps inside processes.

    Steps are the activities and sub-processes of one parent, in their order. Until one activity says `next`,
    they run one after the other; sub-processes that follow one another with values of one scenario dimension
    are alternatives.
    """

    def __init__(self, elements: Mapping[str, Element], hierarchy: Hierarchy) -> None:
        self._elements = elements
        self._hierarchy = hierarchy

    def steps(self, process: Element) -> tuple[Activity | Subprocess, ...]:
        """The activities and sub-processes of a process, in their order."""
        return tuple(
            child
            for child in self._hierarchy.children(process, "activity", "subprocess")
            if isinstance(child, (Activity, Subprocess))
        )

    def is_linked(self, process: Element) -> bool:
        """Whether some activity of the process says what follows, so that the order of the list no longer counts."""
        return any(isinstance(step, Activity) and step.next for step in self.steps(process))

    def starts(self, process: Element) -> tuple[Activity | Subprocess, ...]:
        """Where a process begins: the first step, or the first group of alternatives."""
        blocks = self._blocks(process)
        return tuple(blocks[0]) if blocks else ()

    def successors(self, step: Activity | Subprocess) -> tuple[Succession, ...]:
        """What follows a step. Nothing follows an activity that says no `next` where others of its process do."""
        stated = tuple(_stated(step))
        parent = self._hierarchy.parent(step)
        if stated or parent is None or (self.is_linked(parent) and isinstance(step, Activity)):
            return stated
        blocks = self._blocks(parent)
        index = next(at for at, block in enumerate(blocks) if step in block)
        if self.is_linked(parent):
            return ()
        if index + 1 < len(blocks):
            return tuple(Succession(follower.id, None, implied=True) for follower in blocks[index + 1])
        ends = parent.ends if isinstance(parent, ProcessElement) else ()
        return (Succession(None, ends[0].id if len(ends) == 1 else "", implied=True),)

    def _blocks(self, process: Element) -> list[list[Activity | Subprocess]]:
        """The steps in order, alternatives together."""
        blocks: list[list[Activity | Subprocess]] = []
        dimension: str | None = None
        for step in self.steps(process):
            own = step.scenario.dimension if isinstance(step, Subprocess) and step.scenario else None
            if own is not None and own == dimension:
                blocks[-1].append(step)
            else:
                blocks.append([step])
            dimension = own
        return blocks


def _stated(step: Activity | Subprocess) -> list[Succession]:
    if isinstance(step, Activity):
        return [Succession(follow.to, follow.end, follow.when, follow.default) for follow in step.next]
    return [Succession(follow.to, None, follow.when) for follow in step.next]
