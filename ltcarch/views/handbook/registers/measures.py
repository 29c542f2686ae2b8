"""Goals, key tasks and KPIs."""

from ltcarch.model import Goal, KeyTask, Kpi, ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Section,
    cell,
    section,
)
from ltcarch.views.handbook.process.measures import kpi_table
from ltcarch.views.handbook.registers.table import processes_of, register_table


def measures(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word

    def served_by(goal: Goal) -> Cell:
        own = edition.users(goal.id, "goals")
        return processes_of(edition, (user for user in own if isinstance(user, ProcessElement)))

    return (
        register_table(
            edition,
            "goals",
            edition.word("Strategy goals"),
            architecture.all(Goal),
            ("Period", lambda own: cell(own.period)),
            ("Part of", lambda own: cell(edition.link(own.parent))),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("KPIs", lambda own: edition.links(own.kpis)),
            ("Served by", served_by),
        ),
        register_table(
            edition,
            "key-tasks",
            edition.word("Key tasks"),
            architecture.all(KeyTask),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Due", lambda own: cell(own.due)),
            ("Goals", lambda own: edition.links(own.goals)),
            ("KPIs", lambda own: edition.links(own.kpis)),
            ("Concerns", lambda own: cell(*(edition.step(process) for process in own.processes))),
        ),
        section(
            "kpis",
            word("Key performance indicators (KPI)"),
            kpi_table(edition, architecture.all(Kpi), register=True),
        ),
    )
