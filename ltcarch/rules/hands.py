"""Under which names somebody acts."""

from ltcarch.model import Architecture, Position, Role, Unit


def hands(architecture: Architecture, element_id: str) -> frozenset[str]:
    """All names under which the people behind a position, role, team or unit may act.

    These are the positions, all roles that they play, and the teams of these roles.
    """
    responsibility = architecture.responsibility
    element = architecture.get(element_id)
    roles = {element_id} if isinstance(element, Role) else set(responsibility.members(element_id))
    positions = {own for role in roles for own in responsibility.positions(role)}
    if isinstance(element, Position):
        positions.add(element)
    elif isinstance(element, Unit):
        positions.update(responsibility.staff(element_id))
    roles.update(role for position in positions for role in position.roles)
    teams = {team for role in roles for team in responsibility.teams(role)}
    return frozenset({element_id, *roles, *teams, *(position.id for position in positions)})
