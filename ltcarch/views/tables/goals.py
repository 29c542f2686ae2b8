"""Which processes serve which goals of the strategy."""

from collections.abc import Iterator

from ltcarch.model import Architecture, Classification, Goal, KeyTask, ProcessElement
from ltcarch.views.labels import label
from ltcarch.views.tables.rows import title
from ltcarch.views.tables.table import (
    DOT,
    EMPTY,
    RING,
    Cell,
    Column,
    Mark,
    Row,
    Table,
    cell,
    marked,
    without_empty_columns,
)
from ltcarch.views.words import word

_KPIS, _KEY_TASKS = "kpis", "key-tasks"


def goal_map(architecture: Architecture, language: str) -> Table:
    """Each goal below the one that it belongs to: how it is measured, its key tasks, and the L1 that serve it."""
    serving = _serving(architecture)
    processes = [own for own in architecture.all(Classification) if any(own.id in some for some in serving.values())]
    columns = (
        Column(_KPIS, word("KPIs", language)),
        Column(_KEY_TASKS, word("Key tasks", language)),
        *(_column(architecture, language, own) for own in processes),
    )
    rows = [_row(architecture, language, goal, depth, columns, serving) for goal, depth in _goals(architecture)]
    kept, made = without_empty_columns(columns, rows)
    signs = {mark.text for row in made for own in row.cells for mark in own.marks}
    return Table(
        title=title(architecture, language, None),
        subtitle=word("Goals and the processes that serve them", language),
        description=word(", ", language).join(own.name for own in made) or word("Goals", language),
        language=language,
        corner=word("Goal", language),
        columns=kept,
        rows=made,
        legend=tuple(own for own in _legend(language) if own.text in signs),
    )


def _legend(language: str) -> tuple[Mark, Mark]:
    return (
        Mark(DOT, word("Serves the goal", language), 0, is_loud=True),
        Mark(RING, word("A part of it serves the goal", language), 0),
    )


def _column(architecture: Architecture, language: str, process: Classification) -> Column:
    own = label(architecture, process, language)
    return Column(process.id, process.id, word("Served by", language), is_centred=True, tip=own.whole)


def _goals(architecture: Architecture) -> Iterator[tuple[Goal, int]]:
    """The goals, each followed by those that belong to it; a circle begins with its first."""
    below: dict[str | None, list[Goal]] = {}
    for goal in architecture.all(Goal):
        below.setdefault(goal.parent if architecture.get(goal.parent, Goal) else None, []).append(goal)
    met: set[str] = set()

    def walk(goal: Goal, depth: int) -> Iterator[tuple[Goal, int]]:
        if goal.id not in met:
            met.add(goal.id)
            yield goal, depth
            for own in below.get(goal.id, ()):
                yield from walk(own, depth + 1)

    for goal in (*below.get(None, ()), *architecture.all(Goal)):
        yield from walk(goal, 0)


def _serving(architecture: Architecture) -> dict[str, dict[str, list[ProcessElement]]]:
    """By goal and classification, the elements that name the goal."""
    found: dict[str, dict[str, list[ProcessElement]]] = {}
    for process in architecture.all(ProcessElement):
        top = architecture.hierarchy.classification(process)
        for goal in process.goals if top else ():
            found.setdefault(goal, {}).setdefault(top.id if top else "", []).append(process)
    return found


def _row(
    architecture: Architecture,
    language: str,
    goal: Goal,
    depth: int,
    columns: tuple[Column, ...],
    serving: dict[str, dict[str, list[ProcessElement]]],
) -> Row:
    tasks = (own for own in architecture.all(KeyTask) if goal.id in own.goals)
    stated = {
        _KPIS: cell(*(architecture.name(own, language) for own in goal.kpis)),
        _KEY_TASKS: cell(*(own.label(language) for own in tasks)),
    }
    served = serving.get(goal.id, {})
    cells = tuple(
        stated[column.id] if column.id in stated else _served(architecture, language, column.id, served)
        for column in columns
    )
    tip = f"{goal.label(language)} ({goal.id})"
    return Row(goal.id, goal.label(language), cells, depth=depth, is_strong=depth == 0, tip=tip)


def _served(
    architecture: Architecture, language: str, classification: str, served: dict[str, list[ProcessElement]]
) -> Cell:
    by = served.get(classification, [])
    if not by:
        return EMPTY
    whole, part = _legend(language)
    own = whole if any(process.id == classification for process in by) else part
    return marked(own, tip="\n".join(label(architecture, process, language).whole for process in by))
