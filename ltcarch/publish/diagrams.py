"""Every diagram: of what it can be drawn, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ltcarch.layout import flow_map as flow_layout
from ltcarch.layout import hierarchy_tree as tree_layout
from ltcarch.layout import interface_map as map_layout
from ltcarch.layout import process_house as house_layout
from ltcarch.layout import process_map as process_map_layout
from ltcarch.layout import swimlane as swimlane_layout
from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.picture import Picture
from ltcarch.model import LEVELS, Architecture, Classification, Element, Subprocess
from ltcarch.views.artifact_life import artifact_life, artifacts_with_life
from ltcarch.views.context import context, processes_with_context
from ltcarch.views.flow_map import chained_classifications, end_to_end_chain, groups_with_sequence, sequence_map
from ltcarch.views.heat_map import Findings, heat_map
from ltcarch.views.hierarchy_tree import hierarchy_tree
from ltcarch.views.interface_map import interface_map
from ltcarch.views.kpi_tree import kpi_tree
from ltcarch.views.process_house import process_house
from ltcarch.views.road_map import changes_with_steps, road_map
from ltcarch.views.swimlane import processes_with_flow, swimlane


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a diagram shall be drawn.

    `axis` is the one whose values are bands, `measure` what a heat map shows. What takes time is asked for when it is
    needed: `engine` finds Graphviz, `findings` counts what the rules find, by element.
    """

    language: str
    engine: Callable[[], Engine]
    depth: int = 2
    axis: str | None = None
    measure: str = "findings"
    findings: Findings = dict
    with_artifacts: bool = False


Fitting = Callable[[Architecture], Iterable[Element]]


@dataclass(frozen=True, slots=True)
class Diagram:
    """One kind of diagram: what is shown of an element, or of the company, and where it stands.

    `fits` lists what one can be drawn of, None if it is always of the whole company; `needs_subject` says that it is
    never of the whole company. `each` lists what all diagrams of the kind are drawn of, if not all that fits.
    """

    name: str
    view: Callable[[Architecture, Any, Wishes], Any]
    place: Callable[[Any, Wishes], Picture]
    fits: Fitting | None = None
    needs_subject: bool = False
    each: Fitting | None = None

    def draw(self, architecture: Architecture, subject: Element | None, wishes: Wishes) -> Picture:
        """The picture of an element; of the company if there is none. Raises EngineFault."""
        return self.place(self.view(architecture, subject, wishes), wishes)

    def subjects(self, architecture: Architecture) -> tuple[Element | None, ...]:
        """What all diagrams of this kind are drawn of; None for the company."""
        each = self.each or self.fits
        found = tuple(each(architecture)) if each else ()
        return found if self.needs_subject else (None, *found)


def _in_hierarchy(architecture: Architecture) -> Iterable[Element]:
    return (own for own in architecture.elements.values() if own.KIND in LEVELS and own is not architecture.company)


def _whole_processes(architecture: Architecture) -> Iterable[Element]:
    """The processes with a flow that is not shown in that of another one."""
    shown = {part.id for own in processes_with_flow(architecture) for part in architecture.sequence.steps(own)}
    return (own for own in processes_with_flow(architecture) if own.id not in shown or not isinstance(own, Subprocess))


def _of_element(name: str, view: Callable, place: Callable, fits: Fitting, each: Fitting | None = None) -> Diagram:
    """A diagram of one element that nobody can wish otherwise."""
    return Diagram(
        name,
        lambda architecture, subject, wishes: view(architecture, wishes.language, subject),
        lambda view, _: place(view),
        fits,
        needs_subject=True,
        each=each,
    )


DIAGRAMS: Mapping[str, Diagram] = {
    own.name: own
    for own in (
        Diagram(
            "house",
            lambda architecture, _, wishes: process_house(architecture, wishes.language, wishes.axis),
            lambda view, _: house_layout.place(view),
        ),
        Diagram(
            "map",
            lambda architecture, _, wishes: process_house(architecture, wishes.language, wishes.axis),
            lambda view, _: process_map_layout.place(view),
        ),
        Diagram(
            "tree",
            lambda architecture, root, wishes: hierarchy_tree(architecture, wishes.language, root, wishes.depth),
            lambda view, _: tree_layout.place(view),
            fits=_in_hierarchy,
            each=lambda architecture: architecture.all(Classification),
        ),
        Diagram(
            "interfaces",
            lambda architecture, _, wishes: interface_map(architecture, wishes.language),
            lambda view, wishes: map_layout.place(view, wishes.engine()),
        ),
        Diagram(
            "heat",
            lambda architecture, _, wishes: heat_map(architecture, wishes.language, wishes.measure, wishes.findings),
            lambda view, _: house_layout.place(view),
        ),
        _of_element("chain", end_to_end_chain, flow_layout.place, chained_classifications),
        _of_element("context", context, flow_layout.place, processes_with_context),
        _of_element("sequence", sequence_map, flow_layout.place, groups_with_sequence),
        Diagram(
            "swimlane",
            lambda architecture, process, wishes: swimlane(
                architecture, wishes.language, process, with_artifacts=wishes.with_artifacts
            ),
            lambda view, _: swimlane_layout.place(view),
            fits=processes_with_flow,
            needs_subject=True,
            each=_whole_processes,
        ),
        _of_element("life", artifact_life, flow_layout.place, artifacts_with_life),
        Diagram(
            "kpis",
            lambda architecture, _, wishes: kpi_tree(architecture, wishes.language),
            lambda view, _: tree_layout.place(view),
        ),
        _of_element("roadmap", road_map, flow_layout.place, changes_with_steps),
    )
}
