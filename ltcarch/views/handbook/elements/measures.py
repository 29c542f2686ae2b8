"""The pages of KPIs and strategy goals."""

from collections.abc import Iterator

from ltcarch.model import Activity, Goal, KeyTask, Kpi, ProcessElement, Role
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import work
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Cell, Section, Span, cell, section, table
from ltcarch.views.handbook.process.measures import formula, kpi_table, target
from ltcarch.views.handbook.registers.table import key_task_table


def kpi_sheet(edition: Edition, kpi: Kpi) -> Sheet:
    """What stands on the page of a KPI."""
    return Sheet(_kpi_card(edition, kpi), _kpi_sections(edition, kpi))


def _kpi_card(edition: Edition, kpi: Kpi) -> Iterator[tuple[str, Cell]]:
    yield "Formula", cell(Span(formula(edition, kpi), style="formula"))
    yield "Unit", cell(edition.value("unit", kpi.unit))
    yield "Target", target(edition, kpi)
    yield "Sensible values", cell(_bounds(edition, kpi))
    yield "Dimension", cell(edition.value("dimension", kpi.dimension))
    yield "Measured", cell(edition.value("frequency", kpi.frequency))
    yield "Source", cell(edition.link(kpi.source))
    yield "Owner", cell(edition.link(kpi.owner))
    yield "Drives", cell(edition.link(kpi.parent))
    yield "Is driven by", edition.links(own.id for own in edition.users(kpi.id, "parent"))


def _bounds(edition: Edition, kpi: Kpi) -> str:
    if kpi.bounds is None:
        return ""
    low, high = (edition.number(value) if value is not None else "" for value in (kpi.bounds.min, kpi.bounds.max))
    if low and high:
        return edition.word("{low} to {high}", low=low, high=high)
    return edition.word("at least {low}", low=low) if low else edition.word("at most {high}", high=high)


def _kpi_sections(edition: Edition, kpi: Kpi) -> Iterator[Section | None]:
    word = edition.word
    terms = [
        (cell(edition.text(own.name) or own.id), cell(Span(own.id or "", style="formula"))) for own in kpi.measures
    ]
    yield section("terms", word("What goes into it"), table((word("Meaning"), word("In the formula")), terms))
    users = edition.users(kpi.id, "kpis")
    where = [own for own in users if isinstance(own, (Activity, ProcessElement))]
    yield section("measured", word("Measures"), work.work_table(edition, where, work.done_by(edition)))
    serves = edition.facts(
        ("Roles", edition.links(own.id for own in users if isinstance(own, Role))),
        ("Strategy goals", edition.links(own.id for own in users if isinstance(own, Goal))),
        ("Key tasks", edition.links(own.id for own in users if isinstance(own, KeyTask))),
    )
    yield section("serves", word("Used for"), serves)


def goal_sheet(edition: Edition, goal: Goal) -> Sheet:
    """What stands on the page of a strategy goal."""
    return Sheet(_goal_card(edition, goal), _goal_sections(edition, goal))


def _goal_card(edition: Edition, goal: Goal) -> Iterator[tuple[str, Cell]]:
    yield "Period", cell(goal.period)
    yield "Owner", cell(edition.link(goal.owner))
    yield "Part of", cell(edition.link(goal.parent))
    yield "Has the parts", edition.links(own.id for own in edition.users(goal.id, "parent"))


def _goal_sections(edition: Edition, goal: Goal) -> Iterator[Section | None]:
    word = edition.word
    kpis = [kpi for own in goal.kpis if (kpi := edition.architecture.get(own, Kpi))]
    yield section("measures", word("Key performance indicators (KPI)"), kpi_table(edition, kpis))
    rows = [
        (cell(edition.numbered(own)), cell(edition.text(own.purpose)), _owner(edition, own))
        for own in edition.users(goal.id, "goals")
        if isinstance(own, ProcessElement)
    ]
    columns = (word("Process"), word("Purpose"), word("Process owner"))
    yield section("served", word("Served by"), table(columns, rows))
    tasks = edition.concerning([goal.id], KeyTask, "goals")
    yield section("key-tasks", word("Key tasks"), key_task_table(edition, tasks))


def _owner(edition: Edition, process: ProcessElement) -> Cell:
    owner = edition.architecture.responsibility.owner(process)
    return cell(edition.link(owner.id) if owner else None)
