"""What is laid out: stations in lanes, and ways between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """A side of a station."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Station:
    """Something that stands in a lane. Distances are pixels from the point where the row's line meets its middle.

    `half_width`, `up` and `down` are the room that it takes; `reach`, `top` and `bottom` lead to the borders at which
    ways begin and end. Ways leave at its `exits` and arrive at its `entries`; those that lead back, at its `returns`.
    """

    id: str
    lane: str
    half_width: float
    up: float
    down: float
    reach: float
    top: float
    bottom: float
    exits: frozenset[Side] = frozenset({Side.RIGHT})
    entries: frozenset[Side] = frozenset({Side.LEFT})
    returns: frozenset[Side] = frozenset({Side.LEFT, Side.TOP, Side.BOTTOM})


@dataclass(frozen=True, slots=True)
class Way:
    """A line from one station to another, with the width and height of its label if it has one.

    `leaves` is the side at which it must leave, if only one will do.
    """

    id: str
    source: str
    target: str
    label: tuple[float, float] | None = None
    leaves: Side | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """All of it; lanes, stations and ways in the order of reading."""

    lanes: Sequence[str]
    stations: Mapping[str, Station]
    ways: Sequence[Way]
