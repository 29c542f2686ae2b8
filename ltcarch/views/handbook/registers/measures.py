"""KPIs, goals and key tasks."""

from ltcarch.model import Goal, KeyTask, Kpi, ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Picture, Section, cell
from ltcarch.views.handbook.process.measures import target
from ltcarch.views.handbook.registers.table import count, processes_of, register_table


def kpis(edition: Edition) -> tuple[Section | None, ...]:
    own = edition.architecture.all(Kpi)
    listed = register_table(
        edition,
        "kpis",
        edition.word("KPIs"),
        own,
        ("Dimension", lambda own: cell(edition.value("dimension", own.dimension))),
        ("Target", lambda own: target(edition, own)),
        ("Unit", lambda own: cell(edition.value("unit", own.unit))),
        ("Owner", lambda own: cell(edition.link(own.owner))),
        ("Drives", lambda own: cell(edition.link(own.parent))),
        ("Used", lambda own: count(len(edition.users(own.id, "kpis")))),
    )
    return (listed,)


def kpi_tree(edition: Edition) -> Picture | None:
    """The picture of how KPIs drive one another; none where none does."""
    drives = any(own.parent for own in edition.architecture.all(Kpi))
    return edition.picture("kpis", edition.word("KPI tree")) if drives else None


def goals(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

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
    )
