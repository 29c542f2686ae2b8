"""Every diagram: of what it can be drawn, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ltcarch.layout import flow_map as flow_layout
from ltcarch.layout import hierarchy_tree as tree_layout
from ltcarch.layout import interface_map as map_layout
from ltcarch.layout import process_house as house_layout
from ltcarch.layout import process_map as process_map_layout
from ltcarch.layout import sipoc as sipoc_layout
from ltcarch.layout import swimlane as swimlane_layout
from ltcarch.layout import table as table_layout
from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.picture import Picture
from ltcarch.model import LEVELS, Architecture, Classification, Element, Process, Subprocess
from ltcarch.views.artifact_life import artifact_life, artifacts_with_life
from ltcarch.views.context import context, processes_with_context
from ltcarch.views.flow_map import chained_classifications, end_to_end_chain, groups_with_sequence, sequence_map
from ltcarch.views.heat_map import Findings, heat_map
from ltcarch.views.hierarchy_tree import hierarchy_tree
from ltcarch.views.interface_map import interface_map
from ltcarch.views.kpi_tree import kpi_tree
from ltcarch.views.process_house import process_house
from ltcarch.views.road_map import changes_with_steps, road_map
from ltcarch.views.sipoc import processes_with_exchange, sipoc, whole_processes_with_exchange
from ltcarch.views.swimlane import processes_with_flow, swimlane
from ltcarch.views.tables.authority import authority_matrix, processes_with_decisions
from ltcarch.views.tables.coverage import process_systems, process_units, upper_processes
from ltcarch.views.tables.goals import goal_map
from ltcarch.views.tables.groupings import grouped_elements, grouping_comparison
from ltcarch.views.tables.interfaces import interface_list, interface_matrix
from ltcarch.views.tables.raci import elements_with_activities, raci
from ltcarch.views.tables.risk_control import processes_with_risks, risk_control_matrix
from ltcarch.views.tables.role_card import role_card, roles_with_activities
from ltcarch.views.tables.scenarios import processes_with_scenarios, scenario_comparison
from ltcarch.views.tables.segregation import segregation_map


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
    never of the whole company. `each` lists what all diagrams of the kind are drawn of, if not all that fits. `nothing`
    says in one line why one may be empty.
    """

    name: str
    view: Callable[[Architecture, Any, Wishes], Any]
    place: Callable[[Any, Wishes], Picture]
    fits: Fitting | None = None
    needs_subject: bool = False
    each: Fitting | None = None
    nothing: str = "there is no process to draw"

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


def _of_element(
    name: str, view: Callable[..., Any], place: Callable[[Any], Picture], fits: Fitting, each: Fitting | None = None
) -> Diagram:
    """A diagram of one element that nobody can wish otherwise."""
    return Diagram(
        name,
        lambda architecture, subject, wishes: view(architecture, wishes.language, subject),
        lambda view, _: place(view),
        fits,
        needs_subject=True,
        each=each,
    )


def _of_company(name: str, view: Callable[..., Any], place: Callable[[Any], Picture], nothing: str) -> Diagram:
    """A diagram that is always of the whole company, and that nobody can wish otherwise."""
    return Diagram(
        name,
        lambda architecture, _, wishes: view(architecture, wishes.language),
        lambda view, _: place(view),
        nothing=nothing,
    )


def _of_company_or_element(name: str, view: Callable[..., Any], fits: Fitting, nothing: str) -> Diagram:
    """A table of the company, or of what somebody names."""
    return Diagram(
        name,
        lambda architecture, subject, wishes: view(architecture, wishes.language, subject),
        lambda view, _: table_layout.place(view),
        fits,
        each=lambda _: (),
        nothing=nothing,
    )


def _processes_with_activities(architecture: Architecture) -> Iterable[Element]:
    return (own for own in elements_with_activities(architecture) if isinstance(own, Process))


_TABLES = (
    _of_element("raci", raci, table_layout.place, elements_with_activities, each=_processes_with_activities),
    _of_element("sipoc", sipoc, sipoc_layout.place, processes_with_exchange, each=whole_processes_with_exchange),
    _of_company_or_element("authority", authority_matrix, processes_with_decisions, "no activity decides anything"),
    _of_company("interface-matrix", interface_matrix, table_layout.place, "no L1 process exchanges anything"),
    _of_company("interface-list", interface_list, table_layout.place, "no L1 process exchanges anything"),
    _of_company_or_element("units", process_units, upper_processes, "no organisation unit has a part in a process"),
    _of_company_or_element("systems", process_systems, upper_processes, "no process or activity names an IT system"),
    _of_company_or_element(
        "risk-control", risk_control_matrix, processes_with_risks, "the project has no risk and no control"
    ),
    _of_company("segregation", segregation_map, table_layout.place, "the project keeps no duties apart"),
    _of_company("goals", goal_map, table_layout.place, "the project has no goal"),
    _of_element("role", role_card, table_layout.place, roles_with_activities),
    _of_element("scenarios", scenario_comparison, table_layout.place, processes_with_scenarios),
    Diagram(
        "groupings",
        lambda architecture, subject, wishes: grouping_comparison(architecture, wishes.language, subject),
        lambda view, _: table_layout.place(view),
        fits=grouped_elements,
        nothing="the project has no grouping of its L1 processes",
    ),
)
"""What stands in rows and columns."""

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
        *_TABLES,
    )
}
