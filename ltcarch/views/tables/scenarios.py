"""The scenarios of a process side by side: what sets them apart, and the steps of each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from ltcarch.model import Activity, Architecture, Process, ProcessElement, Scenario, Subprocess
from ltcarch.views.labels import label
from ltcarch.views.tables.rows import names, title
from ltcarch.views.tables.table import EMPTY, Cell, Column, Row, Table, cell, quiet
from ltcarch.views.words import word


def processes_with_scenarios(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The processes with several sub-processes for scenarios."""
    return tuple(own for own in architecture.all(Process) if len(_scenarios(architecture, own)) > 1)


def _scenarios(architecture: Architecture, process: ProcessElement) -> list[Subprocess]:
    below = architecture.hierarchy.children(process, "subprocess")
    return [own for own in below if isinstance(own, Subprocess) and own.scenario]


def scenario_comparison(architecture: Architecture, language: str, process: ProcessElement) -> Table:
    """A column for each scenario of a process."""
    own = _scenarios(architecture, process)
    columns = tuple(_column(architecture, language, part) for part in own)
    rows = (*_differences(architecture, language, own), *_steps(architecture, language, own))
    dimensions = dict.fromkeys(part.scenario.dimension or "" for part in own if part.scenario)
    return Table(
        title=title(architecture, language, process),
        subtitle=word("Scenarios by {dimension}", language, dimension=names(architecture, language, dimensions)),
        description=word(", ", language).join(column.name for column in columns),
        language=language,
        corner=word("Compared", language),
        columns=columns,
        rows=rows,
    )


def _column(architecture: Architecture, language: str, part: Subprocess) -> Column:
    own = label(architecture, part, language)
    return Column(part.id, own.name, tip=own.whole)


def _value(architecture: Architecture, language: str, part: Subprocess) -> str:
    """The name of the value that a scenario has in its dimension."""
    dimension = architecture.get(part.scenario.dimension, Scenario) if part.scenario else None
    named = {value.id: value.name for value in dimension.values} if dimension else {}
    stated = part.scenario.value or "" if part.scenario else ""
    name = named.get(stated)
    return name.in_language(language) if name else stated


def _differences(architecture: Architecture, language: str, parts: list[Subprocess]) -> Iterator[Row]:
    exchange = architecture.exchange
    told: tuple[tuple[str, str, Callable[[Subprocess], Iterable[str]]], ...] = (
        ("value", "Applies when", lambda part: [_value(architecture, language, part)]),
        ("purpose", "Purpose", lambda part: [part.purpose.in_language(language)] if part.purpose else []),
        ("roles", "Roles", lambda part: _named(architecture, language, _roles(architecture, part))),
        (
            "inputs",
            "Inputs",
            lambda part: _named(architecture, language, (use.artifact or "" for use in exchange.inputs(part))),
        ),
        (
            "outputs",
            "Outputs",
            lambda part: _named(architecture, language, (use.artifact or "" for use in exchange.outputs(part))),
        ),
        ("kpis", "KPIs", lambda part: _named(architecture, language, part.kpis)),
        (
            "ends",
            "Ends",
            lambda part: [end.name.in_language(language) if end.name else end.id or "" for end in part.ends],
        ),
    )
    for key, name, of in told:
        cells = tuple(cell(*of(part)) for part in parts)
        if any(not own.is_empty for own in cells):
            yield Row(f"picture:{key}", word(name, language), cells, is_strong=True)


def _named(architecture: Architecture, language: str, ids: Iterable[str]) -> list[str]:
    return [architecture.name(own, language) for own in dict.fromkeys(ids)]


def _activities(architecture: Architecture, part: Subprocess) -> list[Activity]:
    return [own for own in architecture.hierarchy.descendants(part, "activity") if isinstance(own, Activity)]


def _roles(architecture: Architecture, part: Subprocess) -> tuple[str, ...]:
    return architecture.responsibility.roles_of(_activities(architecture, part))


def _steps(architecture: Architecture, language: str, parts: list[Subprocess]) -> Iterator[Row]:
    columns = [_activities(architecture, part) for part in parts]
    if any(columns):
        yield Row("picture:steps", word("Steps", language), is_heading=True)
    for index, steps in enumerate(zip_longest(*columns), start=1):
        cells = tuple(_step(architecture, language, own) for own in steps)
        yield Row(f"picture:step-{index}", word("Step {number}", language, number=index), cells)


def _step(architecture: Architecture, language: str, activity: Activity | None) -> Cell:
    if activity is None:
        return EMPTY
    own = label(architecture, activity, language)
    by = names(architecture, language, activity.roles)
    return cell(own.name, quiet(word("{code} · {role}", language, code=own.code, role=by) if by else own.code))
