"""The roles of a process: what each does there, and the parts they play in single activities."""

from collections.abc import Callable

from ltcarch.model import Activity, Element, ProcessElement, Role, Team
from ltcarch.model.parts import Raci
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Section, cell, section, table
from ltcarch.views.handbook.process.steps import activities_of, role_ids
from ltcarch.views.handbook.tables import as_block, legend
from ltcarch.views.tables.raci import raci


def roles(edition: Edition, element: ProcessElement) -> Section | None:
    """Who takes part in a process, and as what."""
    word = edition.word
    activities = activities_of(edition.architecture, element)
    columns = (
        "Role", "Responsibility", "Authority", "Responsible for", "Accountable for", "Consulted on", "Informed of",
        "Held by",
    )  # fmt: skip
    rows = [_row(edition, role, activities) for role in role_ids(activities)]
    own = table([word(column) for column in columns], rows)
    return section("roles", word("Roles and responsibilities"), own, _raci_matrix(edition, element, activities))


def _raci_matrix(edition: Edition, element: ProcessElement, activities: list[Activity]) -> Section | None:
    """Which part each role plays in each activity, where some plays another than doing it."""
    if not any(activity.raci for activity in activities):
        return None
    view = raci(edition.architecture, edition.language, element)
    return section("raci", edition.word("RACI matrix"), as_block(edition, view), legend(edition, view.legend))


def _row(edition: Edition, role_id: str, activities: list[Activity]) -> tuple[Cell, ...]:
    role = edition.architecture.get(role_id)
    return (
        cell(edition.link(role_id)),
        cell(edition.text(role.responsibility)) if isinstance(role, Role) else _members(edition, role),
        authority(edition, role),
        _where(edition, activities, lambda own: role_id in own.roles or role_id in _raci(own).responsible),
        _where(edition, activities, lambda own: role_id in _raci(own).accountable),
        _where(edition, activities, lambda own: role_id in _raci(own).consulted),
        _where(edition, activities, lambda own: role_id in _raci(own).informed),
        edition.links(edition.holders(role_id)),
    )


def _raci(activity: Activity) -> Raci:
    return activity.raci or Raci()


def _where(edition: Edition, activities: list[Activity], plays: Callable[[Activity], bool]) -> Cell:
    return cell(*(edition.numbered(own) for own in activities if plays(own)))


def _members(edition: Edition, team: Element | None) -> Cell:
    if not isinstance(team, Team) or not team.members:
        return ()
    return cell((*cell(edition.word("Team of: "))[0], *edition.in_a_row(team.members)))


def authority(edition: Edition, role: Element | None) -> Cell:
    """What a role may decide, or a team as one."""
    if isinstance(role, Team):
        return cell(*(edition.text(right) for right in role.decision_rights))
    return cell(edition.text(role.authority)) if isinstance(role, Role) else ()
