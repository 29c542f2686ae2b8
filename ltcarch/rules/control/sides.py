"""Who acts on the two sides of segregated duties. A team stands for its members."""

from collections.abc import Iterable
from typing import NamedTuple

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, Role, Segregation, Team


class Side(NamedTuple):
    """One side: for each role and team that is named, the activity by which it is there, or itself."""

    architecture: Architecture
    named: dict[str, Element]

    def duty(self, role_or_team: str) -> Element | None:
        """By what a role or team is on this side, if need be as a member of a team; None where it is not."""
        names = (role_or_team, *self.architecture.responsibility.teams(role_or_team))
        return next((self.named[name] for name in names if name in self.named), None)

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that are named."""
        return tuple(name for name in self.named if self.architecture.get(name, Team))

    @property
    def everybody(self) -> tuple[str, ...]:
        """All roles and teams, the members of teams included."""
        members = (role for team in self.teams for role in self.architecture.responsibility.members(team))
        return tuple(dict.fromkeys((*self.named, *members)))


def sides_of(architecture: Architecture, pair: Segregation) -> tuple[Side, Side]:
    """The two sides of a pair of duties."""
    return Side(architecture, _named(architecture, pair.first)), Side(architecture, _named(architecture, pair.second))


def _named(architecture: Architecture, duties: Iterable[str]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for duty in map(architecture.elements.get, duties):
        if isinstance(duty, Activity):
            for own in architecture.responsibility.performers(duty):
                found.setdefault(own, duty)
        elif isinstance(duty, Role):
            found.setdefault(duty.id, duty)
    return found


def on_both(first: Side, second: Side) -> dict[str, tuple[Element, Element]]:
    """The roles and teams that are on both sides, each with its duty on either."""
    found: dict[str, tuple[Element, Element]] = {}
    for own in (*(first.everybody if second.teams else first.named), *second.named):
        duties = first.duty(own), second.duty(own)
        if duties[0] and duties[1]:
            found[own] = duties[0], duties[1]
    return found


def lowered(pair: Segregation) -> Severity | None:
    """Information only, where a control makes up for duties that cannot be kept apart."""
    return Severity.INFO if pair.compensating_control else None
