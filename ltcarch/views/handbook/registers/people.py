"""Roles and teams, units, positions, and parties outside."""

from collections.abc import Iterator

from ltcarch.model import External, Position, ProcessElement, Role, Team, Unit
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Section,
    cell,
    section,
)
from ltcarch.views.handbook.process.roles import authority
from ltcarch.views.handbook.registers.table import processes_of, register_card, register_table


def roles(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    roles = (register_card(edition, role, _role_facts(edition, role)) for role in architecture.all(Role))
    teams = (register_card(edition, team, _team_facts(edition, team)) for team in architecture.all(Team))
    return section("roles", word("Roles"), *roles), section("teams", word("Teams"), *teams)


def _role_facts(edition: Edition, role: Role) -> Iterator[tuple[str, Cell]]:
    text, responsibility = edition.text, edition.architecture.responsibility
    yield "Responsibility", cell(text(role.responsibility))
    yield "Authority", authority(edition, role)
    yield "Rules", cell(*(text(rule) for rule in role.rules))
    yield "Skills", cell(edition.word("; ").join(text(skill) for skill in role.skills))
    yield "Acts in", processes_of(edition, responsibility.activities(role.id))
    yield "Held by", cell(edition.in_a_row(edition.holders(role.id)))
    yield "Team", cell(edition.in_a_row(_teams(edition, role)))
    yield "KPIs", cell(edition.in_a_row(role.kpis))
    yield "Documents", cell(edition.in_a_row(role.documents))


def _team_facts(edition: Edition, team: Team) -> Iterator[tuple[str, Cell]]:
    yield "Members", cell(edition.in_a_row(_members(edition, team)))
    yield "Decision rights", authority(edition, team)
    yield "Acts in", processes_of(edition, edition.architecture.responsibility.activities(team.id))


def _teams(edition: Edition, role: Role) -> list[str]:
    teams = (team.id for team in edition.architecture.all(Team) if role.id in team.members)
    return list(dict.fromkeys([*([role.team] if role.team else []), *teams]))


def _members(edition: Edition, team: Team) -> list[str]:
    roles = (role.id for role in edition.architecture.all(Role) if role.team == team.id)
    return list(dict.fromkeys([*team.members, *roles]))


def organisation(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def owned(position: Position) -> Cell:
        own = (user for user in edition.users(position.id, "owner") if isinstance(user, ProcessElement))
        return cell(*(edition.numbered(element) for element in own))

    return (
        register_table(
            edition,
            "units",
            edition.word("Organisation units"),
            architecture.all(Unit),
            ("Kind", lambda own: cell(edition.value("unit_kind", own.kind))),
            ("Part of", lambda own: cell(edition.link(own.parent))),
            ("Head", lambda own: cell(edition.link(own.head))),
        ),
        register_table(
            edition,
            "positions",
            edition.word("Positions"),
            architecture.all(Position),
            ("Organisation unit", lambda own: cell(edition.link(own.unit))),
            ("Reports to", lambda own: cell(edition.link(own.reports_to))),
            ("Holder", lambda own: cell(own.holder)),
            ("Owns", owned),
            ("Plays the roles", lambda own: edition.links(own.roles)),
        ),
        register_table(
            edition,
            "externals",
            edition.word("Parties outside"),
            architecture.all(External),
            ("Kind", lambda own: cell(edition.value("external", own.kind))),
        ),
    )
