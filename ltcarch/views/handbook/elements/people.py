"""The pages of positions and organisation units."""

from collections.abc import Iterator

from ltcarch.model import Change, Position, ProcessElement, Role, Unit
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import responsibility
from ltcarch.views.handbook.elements.role import other_parts
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Cell, Section, cell, section, table
from ltcarch.views.handbook.registers.table import processes_of


def position_sheet(edition: Edition, position: Position) -> Sheet:
    """What stands on the page of a position."""
    return Sheet(_position_card(edition, position), _position_sections(edition, position))


def _position_card(edition: Edition, position: Position) -> Iterator[tuple[str, Cell]]:
    yield "Holder", cell(position.holder)
    yield "Organisation unit", cell(edition.link(position.unit))
    yield "Heads the unit", edition.links(own.id for own in edition.users(position.id, "head"))
    yield "Reports to", cell(edition.link(position.reports_to))
    yield "Is reported to by", edition.links(own.id for own in edition.users(position.id, "reports_to"))


def _position_sections(edition: Edition, position: Position) -> Iterator[Section | None]:
    yield responsibility.owned_processes(edition, position)
    yield responsibility.owned_processes(edition, position, "deputies")
    yield _roles(edition, position)
    yield from other_parts(edition, position)
    yield responsibility.decisions(edition, position)
    yield responsibility.approvals(edition, position)
    yield responsibility.escalations(edition, position)
    yield responsibility.owned_elements(edition, position)
    yield responsibility.tested_controls(edition, position)


def _roles(edition: Edition, position: Position) -> Section | None:
    """The roles of a position, with what is expected of each."""
    word = edition.word
    rows = [
        (
            cell(edition.link(own)),
            cell(edition.text(role.responsibility)) if (role := edition.architecture.get(own, Role)) else (),
            processes_of(edition, edition.architecture.responsibility.activities(own)),
        )
        for own in position.roles
    ]
    columns = (word("Role"), word("Responsibility"), word("Acts in"))
    return section("roles", word("Plays the roles"), table(columns, rows))


def unit_sheet(edition: Edition, unit: Unit) -> Sheet:
    """What stands on the page of an organisation unit."""
    return Sheet(_unit_card(edition, unit), _unit_sections(edition, unit))


def _unit_card(edition: Edition, unit: Unit) -> Iterator[tuple[str, Cell]]:
    yield "Kind", cell(edition.value("unit_kind", unit.kind))
    yield "Part of", cell(edition.link(unit.parent))
    yield "Head", cell(edition.link(unit.head))
    yield "Has the parts", edition.links(own.id for own in edition.users(unit.id, "parent"))


def _unit_sections(edition: Edition, unit: Unit) -> Iterator[Section | None]:
    word, architecture = edition.word, edition.architecture
    staff = architecture.responsibility.staff(unit.id)
    rows = [
        (
            cell(edition.link(own.id)),
            cell(own.holder),
            edition.links(own.roles),
            cell(
                *(edition.step(user.id) for user in edition.users(own.id, "owner") if isinstance(user, ProcessElement))
            ),
        )
        for own in sorted(staff, key=edition.order)
    ]
    columns = ("Position", "Holder", "Plays the roles", "Owns")
    yield section("positions", word("Positions"), table([word(column) for column in columns], rows))
    yield responsibility.owned_processes(edition, unit)
    takes_part = cell(
        *(edition.step(own.id) for own in edition.users(unit.id, "units") if isinstance(own, ProcessElement))
    )
    staffed = processes_of(
        edition,
        sorted(
            {
                activity.id: activity
                for position in staff
                for role in position.roles
                for activity in architecture.responsibility.activities(role)
            }.values(),
            key=edition.order,
        ),
    )
    changes = edition.links(own.id for own in edition.users(unit.id, "steps") if isinstance(own, Change))
    part = edition.facts(
        ("Takes part, as stated", takes_part),
        ("Its positions play roles in", staffed),
        ("Changes", changes),
    )
    yield section("part", word("Part in processes"), part)
    yield responsibility.owned_elements(edition, unit)
    yield responsibility.tested_controls(edition, unit)
