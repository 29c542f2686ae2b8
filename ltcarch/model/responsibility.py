"""Who answers for what: owners, roles and the positions that hold them."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from ltcarch.model.activity import Activity
from ltcarch.model.element import Element
from ltcarch.model.hierarchy import Hierarchy
from ltcarch.model.naming import natural_key
from ltcarch.model.people import Position, Role, Team
from ltcarch.model.process import ProcessElement


class Responsibility:
    """Owners of processes, and what roles and positions do."""

    def __init__(self, elements: Mapping[str, Element], hierarchy: Hierarchy) -> None:
        self._elements = elements
        self._hierarchy = hierarchy

    def owner_stated_at(self, element: Element) -> ProcessElement | None:
        """The element itself or the nearest one above it that states an owner, or knowingly none."""
        for above in self._hierarchy.lineage(element):
            if isinstance(above, ProcessElement) and (above.owners or "owner" in above.unset):
                return above
        return None

    def owner(self, element: Element) -> Element | None:
        """Who answers for it, by its own word or an ancestor's; None where nobody is named or the name is unknown."""
        stated = self.owner_stated_at(element)
        return self._elements.get(stated.owners[0]) if stated and stated.owners else None

    def role(self, activity: Activity) -> Element | None:
        """The one responsible role or team."""
        return self._elements.get(activity.roles[0]) if len(activity.roles) == 1 else None

    @cached_property
    def _activities_by_role(self) -> dict[str, list[Activity]]:
        found: dict[str, list[Activity]] = {}
        for element in self._hierarchy.in_order:
            if isinstance(element, Activity):
                for role in element.roles:
                    found.setdefault(role, []).append(element)
        return found

    def activities(self, role_id: str) -> tuple[Activity, ...]:
        """The activities for which a role or team is responsible, in reading order."""
        return tuple(self._activities_by_role.get(role_id, ()))

    def roles_of(self, activities: Iterable[Activity]) -> tuple[str, ...]:
        """The ids of the responsible roles, each once, in order of first appearance."""
        return tuple(dict.fromkeys(role for activity in activities for role in activity.roles))

    def performers(self, activity: Activity) -> tuple[str, ...]:
        """The ids of the roles and teams that do an activity."""
        return tuple(dict.fromkeys((*activity.roles, *(activity.raci.responsible if activity.raci else ()))))

    @cached_property
    def _memberships(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The roles by team and the teams by role, whether the team names the role or the role the team."""
        pairs = {(own.id, role) for own in self._elements.values() if isinstance(own, Team) for role in own.members}
        pairs |= {(own.team, own.id) for own in self._elements.values() if isinstance(own, Role) and own.team}
        roles: dict[str, list[str]] = {}
        teams: dict[str, list[str]] = {}
        for team, role in sorted(pairs, key=lambda pair: (natural_key(pair[0]), natural_key(pair[1]))):
            roles.setdefault(team, []).append(role)
            teams.setdefault(role, []).append(team)
        return roles, teams

    def members(self, team_id: str) -> tuple[str, ...]:
        """The ids of the roles in a team."""
        return tuple(self._memberships[0].get(team_id, ()))

    def teams(self, role_id: str) -> tuple[str, ...]:
        """The ids of the teams to which a role belongs."""
        return tuple(self._memberships[1].get(role_id, ()))

    @cached_property
    def _positions_by_role(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = {}
        for element in self._elements.values():
            if isinstance(element, Position):
                for role in element.roles:
                    found.setdefault(role, []).append(element)
        return found

    @cached_property
    def _positions_by_unit(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = {}
        for element in self._elements.values():
            if isinstance(element, Position) and element.unit:
                found.setdefault(element.unit, []).append(element)
        return found

    def staff(self, unit_id: str) -> tuple[Position, ...]:
        """The positions of a unit."""
        return tuple(self._positions_by_unit.get(unit_id, ()))

    def positions(self, role_id: str) -> tuple[Position, ...]:
        """The positions that hold a role, in the order of their ids."""
        return tuple(sorted(self._positions_by_role.get(role_id, ()), key=lambda own: natural_key(own.id)))
