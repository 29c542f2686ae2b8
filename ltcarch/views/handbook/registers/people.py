"""Roles and teams, positions, units, and parties outside."""

from collections.abc import Iterator

from ltcarch.model import Activity, External, Position, ProcessElement, Role, Team, Unit
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Section, cell, section
from ltcarch.views.handbook.process.roles import authority
from ltcarch.views.handbook.registers.table import count, process_ids, processes_of, register_card, register_table


def roles(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    responsibility = architecture.responsibility
    listed = register_table(
        edition,
        "roles",
        word("Roles"),
        architecture.all(Role),
        ("Responsibility", lambda own: cell(edition.text(own.responsibility))),
        ("Team", lambda own: edition.links(responsibility.teams(own.id))),
        ("Held by", lambda own: edition.links(edition.holders(own.id))),
        ("Processes", lambda own: count(len(process_ids(edition, responsibility.activities(own.id))))),
        ("Activities", lambda own: count(len(responsibility.activities(own.id)))),
    )
    teams = (register_card(edition, team, _team_facts(edition, team)) for team in architecture.all(Team))
    return listed, section("teams", word("Teams"), *teams)


def _team_facts(edition: Edition, team: Team) -> Iterator[tuple[str, Cell]]:
    responsibility = edition.architecture.responsibility
    consulted = [own for own in edition.users(team.id, "raci") if isinstance(own, Activity)]
    yield "Members", cell(edition.in_a_row(responsibility.members(team.id)))
    yield "Decision rights", authority(edition, team)
    yield "Responsible for", cell(*(edition.step(own.id) for own in responsibility.activities(team.id)))
    yield "Takes part in", cell(*(edition.step(own.id) for own in consulted))


def positions(edition: Edition) -> tuple[Section | None, ...]:
    def owned(position: Position) -> Cell:
        own = [user for user in edition.users(position.id, "owner") if isinstance(user, ProcessElement)]
        return edition.some_steps((element.id for element in own), edition.places.get(position.id))

    return (
        register_table(
            edition,
            "positions",
            edition.word("Positions"),
            edition.architecture.all(Position),
            ("Organisation unit", lambda own: cell(edition.link(own.unit))),
            ("Holder", lambda own: cell(own.holder)),
            ("Owns", owned),
            ("Plays the roles", lambda own: edition.links(own.roles)),
        ),
    )


def organisation(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture
    staff = architecture.responsibility.staff

    def exchanges(external: External) -> Cell:
        users = edition.users(external.id, "inputs", "outputs", "waits", "triggers", "from", "to")
        return processes_of(edition, (own for own in users if edition.in_hierarchy(own)))

    return (
        register_table(
            edition,
            "units",
            edition.word("Organisation units"),
            architecture.all(Unit),
            ("Kind", lambda own: cell(edition.value("unit_kind", own.kind))),
            ("Part of", lambda own: cell(edition.link(own.parent))),
            ("Head", lambda own: cell(edition.link(own.head))),
            ("Positions", lambda own: count(len(staff(own.id)))),
        ),
        register_table(
            edition,
            "externals",
            edition.word("Parties outside"),
            architecture.all(External),
            ("Kind", lambda own: cell(edition.value("external", own.kind))),
            ("Exchanges something in", exchanges),
        ),
    )
