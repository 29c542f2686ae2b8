"""Which organisation units take part in which processes, and which IT systems carry them."""

from collections.abc import Callable, Iterable, Iterator

from ltcarch.model import Activity, Architecture, Element, Position, ProcessElement, System, Task, Unit
from ltcarch.views.labels import label
from ltcarch.views.tables.rows import title
from ltcarch.views.tables.table import EMPTY, RING, Cell, Column, Mark, Row, Table, marked
from ltcarch.views.words import value_word, word

_SHOWN_BELOW = 2
"""How many levels below the subject have rows."""


def upper_processes(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The elements that have others below them."""
    return tuple(own for own in architecture.all(ProcessElement) if any(_processes(architecture, own, 0)))


def process_units(architecture: Architecture, language: str, element: ProcessElement | None = None) -> Table:
    """Each process by the units that own it or take part."""
    marks = tuple(_unit_marks(language).values())

    def parts(process: ProcessElement) -> dict[str, Cell]:
        return _unit_parts(architecture, language, process)

    return _matrix(architecture, language, element, Unit, "Processes and units", parts, marks)


def _unit_marks(language: str) -> dict[str, Mark]:
    return {
        "owner": Mark(
            value_word("unit_part", "owner", language), word("The process owner is there", language), 0, True
        ),
        "named": Mark(value_word("unit_part", "named", language), word("Takes part, as stated", language), 1),
        "roles": Mark(value_word("unit_part", "roles", language), word("Its positions play roles there", language)),
    }


def _unit_parts(architecture: Architecture, language: str, process: ProcessElement) -> dict[str, Cell]:
    marks = _unit_marks(language)
    found: dict[str, list[Mark]] = {}
    owner = architecture.responsibility.owner(process)
    own_unit = owner.unit if isinstance(owner, Position) else owner.id if isinstance(owner, Unit) else None
    if own_unit:
        found.setdefault(own_unit, []).append(marks["owner"])
    stated = {
        unit for own in _with_all_below(architecture, process) if isinstance(own, ProcessElement) for unit in own.units
    }
    playing = _units_of_roles(architecture, process)
    for unit in (*sorted(stated), *sorted(playing - stated)):
        found.setdefault(unit, []).append(marks["named" if unit in stated else "roles"])
    return {unit: marked(*own[:1], tip=_tip(architecture, language, process, unit, own)) for unit, own in found.items()}


def _tip(architecture: Architecture, language: str, process: Element, unit: str, marks: Iterable[Mark]) -> str:
    told = (mark.name for mark in marks)
    return "\n".join((f"{process.label(language)} × {architecture.name(unit, language)}", *told))


def _units_of_roles(architecture: Architecture, process: ProcessElement) -> set[str]:
    activities = [own for own in _with_all_below(architecture, process) if isinstance(own, Activity)]
    roles = architecture.responsibility.roles_of(activities)
    return {held.unit for role in roles for held in architecture.responsibility.positions(role) if held.unit}


def process_systems(architecture: Architecture, language: str, element: ProcessElement | None = None) -> Table:
    """Each process by the IT systems that carry it, with the number of activities that use them."""
    legend = (
        Mark("3", word("So many activities use it", language), 0),
        Mark(RING, word("Carries the process as a whole", language)),
    )

    def parts(process: ProcessElement) -> dict[str, Cell]:
        return _system_parts(architecture, language, process)

    return _matrix(architecture, language, element, System, "Processes and IT systems", parts, legend)


def _system_parts(architecture: Architecture, language: str, process: ProcessElement) -> dict[str, Cell]:
    users: dict[str, list[Activity]] = {}
    stated: dict[str, None] = {}
    for own in _with_all_below(architecture, process):
        if isinstance(own, ProcessElement):
            stated.update(dict.fromkeys(own.systems))
        elif isinstance(own, Activity):
            for system in _systems_of(architecture, own):
                users.setdefault(system, []).append(own)
    cells: dict[str, Cell] = {}
    for system in (*users, *stated):
        using = users.get(system, [])
        name = f"{process.label(language)} × {architecture.name(system, language)}"
        tip = "\n".join((name, *(own.label(language) for own in using)))
        cells[system] = marked(Mark(str(len(using)) if using else RING, name, 0 if using else None), tip=tip)
    return cells


def _systems_of(architecture: Architecture, activity: Activity) -> Iterable[str]:
    tasks = (own for own in architecture.hierarchy.children(activity) if isinstance(own, Task))
    return dict.fromkeys((*activity.systems, *(task.system for task in tasks if task.system)))


def _with_all_below(architecture: Architecture, element: Element) -> Iterator[Element]:
    yield element
    yield from architecture.hierarchy.descendants(element)


def _matrix(
    architecture: Architecture,
    language: str,
    element: ProcessElement | None,
    of: type[Element],
    name: str,
    parts: Callable[[ProcessElement], dict[str, Cell]],
    legend: tuple[Mark, ...],
) -> Table:
    """The processes of some levels by the elements of a register that have a part in one of them."""
    found = tuple(_processes(architecture, element, 0))
    cells = {process.id: parts(process) for process, _ in found}
    telling = {_parent(architecture, process) for process, depth in found if depth and _tells(process, cells)}
    rows = tuple(own for own in found if not own[1] or _parent(architecture, own[0]) in telling)
    used = {column for own in cells.values() for column in own}
    columns = tuple(
        Column(own.id, own.label(language), is_centred=True, tip=f"{own.label(language)} ({own.id})")
        for own in architecture.all(of)
        if own.id in used
    )
    named = (label(architecture, process, language) for process, _ in rows)
    tones = {mark.tone for process, _ in rows for own in cells[process.id].values() for mark in own.marks}
    return Table(
        title=title(architecture, language, element),
        subtitle=word(name, language),
        description=word(", ", language).join(column.name for column in columns) or word(name, language),
        language=language,
        corner=word("Process", language),
        columns=columns,
        rows=tuple(
            Row(
                process.id,
                own.name,
                tuple(cells[process.id].get(column.id, EMPTY) for column in columns),
                own.code,
                depth=depth,
                is_strong=depth == 0 and any(other for _, other in rows),
                tip=own.whole,
            )
            for (process, depth), own in zip(rows, named, strict=True)
        )
        if columns
        else (),
        legend=tuple(own for own in legend if own.tone in tones),
    )


def _tells(process: ProcessElement, cells: dict[str, dict[str, Cell]]) -> bool:
    """Whether a process says more than that it has the owner of the one above it."""
    return bool(process.owners) or any(not mark.is_loud for own in cells[process.id].values() for mark in own.marks)


def _parent(architecture: Architecture, element: Element) -> str:
    above = architecture.hierarchy.parent(element)
    return above.id if above else ""


def _processes(
    architecture: Architecture, element: ProcessElement | None, depth: int
) -> Iterator[tuple[ProcessElement, int]]:
    """What stands below an element, or at the top, each with its depth."""
    below = architecture.hierarchy.children(element) if element else architecture.hierarchy.roots
    for child in below:
        if isinstance(child, ProcessElement):
            yield child, depth
            if depth + 1 < _SHOWN_BELOW:
                yield from _processes(architecture, child, depth + 1)
