"""Who acts on the two sides of segregated duties."""

from collections.abc import Iterable
from dataclasses import dataclass

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, Role, Segregation


@dataclass(frozen=True, slots=True)
class Sides:
    """For each role and team on a side, the members of teams included: the activity by which it is there, or itself."""

    first: dict[str, Element]
    second: dict[str, Element]

    @property
    def shared(self) -> tuple[str, ...]:
        """Who acts on both sides."""
        return tuple(own for own in self.first if own in self.second)


def sides_of(architecture: Architecture, pair: Segregation) -> Sides:
    """The roles and teams that a pair of duties keeps apart."""
    return Sides(_acting(architecture, pair.first), _acting(architecture, pair.second))


def _acting(architecture: Architecture, duties: Iterable[str]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for duty in map(architecture.elements.get, duties):
        if isinstance(duty, Activity):
            for own in architecture.responsibility.performers(duty):
                found.setdefault(own, duty)
        elif isinstance(duty, Role):
            found.setdefault(duty.id, duty)
    return found


def lowered(pair: Segregation) -> Severity | None:
    """Information only, where a control makes up for duties that cannot be kept apart."""
    return Severity.INFO if pair.compensating_control else None
