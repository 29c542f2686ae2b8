"""Where a process element stands: what is below, before and after it, and how else it is cut."""

from collections.abc import Iterator

from ltcarch.model import Activity, Capability, Element, Grouping, Phase, ProcessElement
from ltcarch.views.context import processes_with_context
from ltcarch.views.flow_map import chained_classifications, groups_with_sequence
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Facts,
    Line,
    Picture,
    Prose,
    Row,
    Section,
    Span,
    Table,
    cell,
    line,
    prose,
    section,
    table,
)
from ltcarch.views.handbook.tables import as_block
from ltcarch.views.tables.scenarios import processes_with_scenarios, scenario_comparison

PROCESS_KINDS = ("classification", "group", "process", "subprocess")


def surroundings(edition: Edition, element: ProcessElement) -> Section | None:
    """The children with their purpose, and the neighbours in the chain of processes."""
    word = edition.word
    children = edition.architecture.hierarchy.children(element, *PROCESS_KINDS)
    return section(
        "position",
        word("Place in the architecture"),
        *pictures(edition, element),
        _children(edition, children),
        _chain(edition, element),
    )


def pictures(edition: Edition, element: ProcessElement) -> Iterator[Picture]:
    """What the element consists of, and how it hangs together with others: as its level asks for it."""
    word, name = edition.word, element.label(edition.language)
    children = edition.architecture.hierarchy.children(element, *PROCESS_KINDS)
    is_chained = element in edition.subjects("chain", chained_classifications)
    if is_chained:
        yield edition.picture("chain", word("{name}: end-to-end chain with its neighbours", name=name), element)
    if element.KIND == "classification" and any(edition.architecture.hierarchy.children(child) for child in children):
        yield edition.picture("tree", word("{name}: its parts", name=name), element)
    if element in edition.subjects("sequence", groups_with_sequence) and not is_chained:
        yield edition.picture("sequence", word("{name}: order of its processes", name=name), element)
    if element in edition.subjects("context", processes_with_context) and not is_chained:
        yield edition.picture("context", word("{name}: who gives, who takes", name=name), element)


def _children(edition: Edition, children: tuple[Element, ...]) -> Table | None:
    word = edition.word
    rows = [
        Row(
            (
                cell(edition.architecture.hierarchy.number(child)),
                cell(edition.link(child.id)),
                cell(edition.text(child.purpose)),  # type: ignore[attr-defined]
                cell(edition.link(owner.id) if (owner := edition.architecture.responsibility.owner(child)) else None),
            )
        )
        for child in children
    ]
    heading = edition.level(children[0]) if children else ""
    return table((word("No."), heading, word("Purpose"), word("Process owner")), rows)


def _chain(edition: Edition, element: ProcessElement) -> Facts | None:
    return edition.facts(
        ("Comes after", cell(*_before(edition, element))),
        ("Is followed by", cell(*_after(edition, element))),
        ("Is run by", cell(*(edition.step(own.id) for own in edition.users(element.id, "calls")))),
    )


def _after(edition: Edition, element: ProcessElement) -> Iterator[Line]:
    for follow in element.next:
        yield (*line(edition.step(follow.to or "")), *_condition(edition, element, follow))


def _before(edition: Edition, element: ProcessElement) -> Iterator[Line]:
    for own, reference in edition.mentions(element.id, "next"):
        if not isinstance(own, (ProcessElement, Activity)):
            continue
        follow = own.next[reference.path[1]]  # type: ignore[index]
        yield (*line(edition.numbered(own)), *_condition(edition, own, follow))


def _condition(edition: Edition, element: Element, follow: object) -> Line:
    """On which end or condition one goes on."""
    end, when = getattr(follow, "on", None), edition.text(getattr(follow, "when", None))
    parts = [edition.word("ending with: {end}", end=edition.end(element, end)) if end else "", when]
    more = edition.word(", ").join(part for part in parts if part)
    return line(Span(edition.word(" ({more})", more=more), style="quiet")) if more else ()


def scenarios(edition: Edition, element: ProcessElement) -> Section | None:
    """The scenarios of a process side by side."""
    if element not in edition.subjects("scenarios", processes_with_scenarios):
        return None
    view = scenario_comparison(edition.architecture, edition.language, element)
    return section("scenarios", view.subtitle, as_block(edition, view))


def phases(edition: Edition, element: ProcessElement) -> Section | None:
    """The phases of a process."""
    word = edition.word
    own = edition.concerning([element.id], Phase, "process")
    return section("phases", word("Phases"), phase_table(edition, own))


def phase_table(edition: Edition, phases: list[Phase], *, marked: bool = False) -> Table | None:
    """Phases with what happens in them, those of one process in their order."""
    word = edition.word
    rows = [
        Row(
            (
                cell(edition.name(phase.id)),
                cell(edition.text(phase.description)),
                edition.links(phase.activities),
                edition.links(phase.outputs),
            ),
            edition.mark(phase) if marked else None,
        )
        for phase in sorted(phases, key=lambda phase: (phase.process or "", phase.order or 0))
    ]
    return table((word("Phase"), word("Description"), word("Covers"), word("Results")), rows)


def decompositions(edition: Edition, element: ProcessElement) -> Section | None:
    """Other ways to cut the same processes."""
    word = edition.word
    own = (
        section("decomposition", edition.name(grouping.id), *decomposition(edition, grouping))
        for grouping in edition.concerning([element.id], Grouping, "of")
    )
    return section("decompositions", word("Other ways to cut it"), *own)


def decomposition(edition: Edition, grouping: Grouping) -> tuple[Prose | Table | None, ...]:
    """What a grouping is, and its parts with their elements."""
    word = edition.word
    rows = [
        (cell(edition.text(part.name) or part.id), cell(*(edition.step(own) for own in part.elements)))
        for part in grouping.parts
    ]
    return prose(edition.text(grouping.description)), table((word("Part"), word("Covers")), rows)


def capability_rows(edition: Edition) -> list[Row]:
    """Every capability with the process elements that realise it."""
    return [
        Row(
            (
                cell(edition.name(own.id)),
                cell(edition.text(own.description)),
                cell(*(edition.step(realising) for realising in own.realised_by)),
            ),
            edition.mark(own),
        )
        for own in edition.architecture.all(Capability)
    ]
