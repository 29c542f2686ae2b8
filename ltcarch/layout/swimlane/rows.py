"""In which row of its lane each station stands, so that most ways run straight."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ltcarch.layout.swimlane.graph import Graph, Way

_BLOCKED = 3.0
_NEW_ROW = 2.5
_AWAY = 2.0


def rows(graph: Graph, column: Mapping[str, int], back: frozenset[str], lanes: list[str]) -> dict[str, int]:
    """The row of each station, counted from the top of its lane."""
    forward = [way for way in graph.ways if way.id not in back]
    into: dict[str, list[Way]] = {own: [] for own in graph.stations}
    first: dict[str, str] = {}
    for way in forward:
        into[way.target].append(way)
        first.setdefault(way.source, way.id)
    place = {lane: index for index, lane in enumerate(lanes)}
    listed = {own: index for index, own in enumerate(graph.stations)}
    assigning = _Assigning(graph, column, into, first)
    by_column: dict[int, list[str]] = {}
    for own in graph.stations:
        by_column.setdefault(column[own], []).append(own)
    for at in sorted(by_column):
        for own in sorted(by_column[at], key=lambda one: assigning.urgency(one, place, listed)):
            assigning.put(own)
    return assigning.row


@dataclass(slots=True)
class _Assigning:
    graph: Graph
    column: Mapping[str, int]
    into: Mapping[str, list[Way]]
    first: Mapping[str, str]
    row: dict[str, int] = field(default_factory=dict)
    heights: dict[str, int] = field(default_factory=dict)
    latest: dict[str, int] = field(default_factory=dict)
    taken: set[tuple[str, int, int]] = field(default_factory=set)

    def main(self, own: str) -> Way | None:
        """The way into a station that should run straight: the first of its source, from the same lane, the nearest."""
        lane = self.graph.stations[own].lane

        def rank(way: Way) -> tuple[bool, bool, int]:
            is_other_lane = self.graph.stations[way.source].lane != lane
            return (is_other_lane, self.first.get(way.source) != way.id, -self.column[way.source])

        return min(self.into[own], key=rank, default=None)

    def urgency(self, own: str, place: Mapping[str, int], listed: Mapping[str, int]) -> tuple[int, float, int]:
        """Stations that continue a straight way choose their row first, then the others by where they come from."""
        way = self.main(own)
        if way is None:
            return (1, 0.0, listed[own])
        lane, source = self.graph.stations[own].lane, self.graph.stations[way.source]
        continues = source.lane == lane and self.first.get(way.source) == way.id
        return (0 if continues else 1, place[source.lane] + 0.01 * self.row.get(way.source, 0), listed[own])

    def put(self, own: str) -> None:
        """Choose the row of a station."""
        lane = self.graph.stations[own].lane
        at, height = self.column[own], self.heights.get(lane, 0)
        way = self.main(own)
        source = way.source if way else None
        wanted = self.latest.get(lane, 0)
        if source is not None and self.graph.stations[source].lane == lane:
            wanted = self.row[source]
        begin = self.column[source] + 1 if source is not None else at

        def cost(row: int) -> float:
            is_blocked = any((lane, row, between) in self.taken for between in range(begin, at))
            return _AWAY * abs(row - wanted) + _BLOCKED * is_blocked + _NEW_ROW * (row >= height)

        free = [row for row in range(height + 1) if (lane, row, at) not in self.taken]
        row = min(free, key=lambda one: (cost(one), one))
        self.row[own] = self.latest[lane] = row
        self.heights[lane] = max(height, row + 1)
        self.taken.update((lane, row, between) for between in range(begin, at + 1))
