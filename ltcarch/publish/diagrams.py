"""Every diagram: of what it can be drawn, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ltcarch.layout import hierarchy_tree as tree_layout
from ltcarch.layout import interface_map as map_layout
from ltcarch.layout import process_house as house_layout
from ltcarch.layout import swimlane as swimlane_layout
from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.picture import Picture
from ltcarch.model import LEVELS, Architecture, Classification, Element, ProcessElement, Subprocess
from ltcarch.views.hierarchy_tree import hierarchy_tree
from ltcarch.views.interface_map import interface_map
from ltcarch.views.process_house import process_house
from ltcarch.views.swimlane import processes_with_flow, swimlane


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a diagram shall be drawn. `axis` is the one whose values are bands; `engine` finds Graphviz when needed."""

    language: str
    engine: Callable[[], Engine]
    depth: int = 2
    axis: str | None = None
    with_artifacts: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """One kind of diagram.

    `fits` lists what one can be drawn of, None if it is always of the whole company; `needs_subject` says that it is
    never of the whole company. `each` lists what all diagrams of the kind are drawn of, if not all that fits.
    """

    name: str
    draw: Callable[[Architecture, Element | None, Wishes], Picture]
    fits: Callable[[Architecture], Iterable[Element]] | None = None
    needs_subject: bool = False
    each: Callable[[Architecture], Iterable[Element]] | None = None

    def subjects(self, architecture: Architecture) -> tuple[Element | None, ...]:
        """What all diagrams of this kind are drawn of; None for the company."""
        each = self.each or self.fits
        found = tuple(each(architecture)) if each else ()
        return found if self.needs_subject else (None, *found)


def _house(architecture: Architecture, _: Element | None, wishes: Wishes) -> Picture:
    return house_layout.place(process_house(architecture, wishes.language, wishes.axis))


def _tree(architecture: Architecture, root: Element | None, wishes: Wishes) -> Picture:
    return tree_layout.place(hierarchy_tree(architecture, wishes.language, root, wishes.depth))


def _interfaces(architecture: Architecture, _: Element | None, wishes: Wishes) -> Picture:
    return map_layout.place(interface_map(architecture, wishes.language), wishes.engine())


def _swimlane(architecture: Architecture, process: Element | None, wishes: Wishes) -> Picture:
    assert isinstance(process, ProcessElement)
    return swimlane_layout.place(swimlane(architecture, wishes.language, process, with_artifacts=wishes.with_artifacts))


def _in_hierarchy(architecture: Architecture) -> Iterable[Element]:
    return (own for own in architecture.elements.values() if own.KIND in LEVELS and own is not architecture.company)


def _whole_processes(architecture: Architecture) -> Iterable[Element]:
    """The processes with a flow that is not shown in that of another one."""
    shown = {part.id for own in processes_with_flow(architecture) for part in architecture.sequence.steps(own)}
    return (own for own in processes_with_flow(architecture) if own.id not in shown or not isinstance(own, Subprocess))


DIAGRAMS: Mapping[str, Diagram] = {
    own.name: own
    for own in (
        Diagram("house", _house),
        Diagram("tree", _tree, fits=_in_hierarchy, each=lambda own: own.all(Classification)),
        Diagram("interfaces", _interfaces),
        Diagram("swimlane", _swimlane, fits=processes_with_flow, needs_subject=True, each=_whole_processes),
    )
}
