"""The plan of a swimlane diagram in pixels."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ltcarch.layout.picture import Box, Point
from ltcarch.layout.swimlane.columns import columns
from ltcarch.layout.swimlane.graph import Graph, Station
from ltcarch.layout.swimlane.labels import on_lines
from ltcarch.layout.swimlane.lanes import lane_order
from ltcarch.layout.swimlane.routes import (
    ARRIVING,
    LEAVING,
    Bearing,
    Channel,
    Grid,
    Route,
    Trunk,
    column_place,
    routes,
)  # fmt: skip
from ltcarch.layout.swimlane.rows import rows
from ltcarch.layout.swimlane.tracks import channel_tracks, trunk_tracks
from ltcarch.layout.theme import THEME

_SIZES = THEME.swimlane
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything is, counted from the top left corner of the lanes' inside.

    `lanes` are the top and the height of each lane, in their order; `centres` where a station's middle meets its row.
    """

    width: float
    height: float
    lanes: Mapping[str, tuple[float, float]]
    centres: Mapping[str, Point]
    lines: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Box]
    columns: Mapping[str, int]
    back: frozenset[str]


def plan(graph: Graph, *, is_wrapped: bool = False, row: Mapping[str, int] | None = None) -> Plan:
    """The plan of a graph, its lanes in the order that lets ways cross few.

    If it is wrapped, lanes follow one another like lines of text: as they are listed, each beginning on the left.
    The rows of stations in their lanes can be given; no two of one column may stand in one row.
    """
    column, back = _columns_by_lane(graph) if is_wrapped else columns(graph)
    lanes = list(graph.lanes) if is_wrapped else lane_order(graph)
    row = row or rows(graph, column, back, lanes)
    tops: dict[str, int] = {}
    top = 0
    for lane in lanes:
        tops[lane] = top
        top += 2 * max((row[own.id] + 1 for own in graph.stations.values() if own.lane == lane), default=1) + 1
    height = {own.id: tops[own.lane] + 2 * row[own.id] + 1 for own in graph.stations.values()}
    found = routes(graph, Grid(column, height), back)
    down = _Down(graph, height, found, top)
    across, centres, lines, labels = _settled(graph, Grid(column, height), found, down)
    ends = [*(tops[lane] for lane in lanes[1:]), top]
    return Plan(
        width=across.width,
        height=down.height,
        lanes={
            lane: (down.begin[tops[lane]], down.begin[end] - down.begin[tops[lane]])
            for lane, end in zip(lanes, ends, strict=True)
        },
        centres=centres,
        lines=lines,
        labels=labels,
        columns=column,
        back=back,
    )


def _settled(
    graph: Graph, grid: Grid, found: list[Route], down: "_Down"
) -> tuple["_Across", dict[str, Point], dict[str, tuple[Point, ...]], dict[str, Box]]:
    """Where all is across, with the centres of the stations, the lines and the labels.

    A gap is widened for those labels only that find no room on their lines otherwise.
    """
    labelled = [own for own in found if own.label]
    keeping: set[str] = set()
    while True:
        across = _Across(graph, grid.column, found, keeping)
        centres = {own: (across.at[column_place(grid.column[own])], down.at[grid.height[own]]) for own in grid.column}
        lines = {own.way.id: _corners(graph, own, centres, across, down) for own in found}
        rooms = (_room(own, centres[own.id]) for own in graph.stations.values())
        free = on_lines((own for own in labelled if own.way.id not in keeping), lines, rooms, across.labels)
        without = {own for own, box in free.items() if box is None}
        if not without:
            return (
                across,
                centres,
                lines,
                {own.way.id: free.get(own.way.id) or _label(own, across, down) for own in labelled},
            )
        keeping |= without


def _room(station: Station, centre: Point) -> Box:
    half = station.half_width
    return Box(centre[0] - half, centre[1] - station.up, 2 * half, station.up + station.down)


def _columns_by_lane(graph: Graph) -> tuple[dict[str, int], frozenset[str]]:
    """The columns of the stations of each lane by themselves, and the ways that lead back or straight down."""
    lane = {own.id: own.lane for own in graph.stations.values()}
    inside = [way for way in graph.ways if lane[way.source] == lane[way.target]]
    column, back = columns(Graph(graph.lanes, graph.stations, inside))
    across = {way.id for way in graph.ways if column[way.target] <= column[way.source]}
    return column, back | across


class _Across:
    """The x of columns and trunks, and where labels begin in each gap. `keeping` are the ways whose labels widen it."""

    def __init__(self, graph: Graph, column: Mapping[str, int], found: list[Route], keeping: set[str]) -> None:
        self.at: dict[int, float] = {}
        self.labels: dict[int, float] = {}
        self.trunk: dict[Trunk, float] = {}
        by_zone = _by(lambda own: own.place, (own for own in _tracks(found) if isinstance(own, Trunk)))
        widths: dict[int, float] = {}
        for route in found:
            if route.label and route.way.label and route.way.id in keeping:
                gap = route.label[1]
                widths[gap] = max(widths.get(gap, 0.0), route.way.label[0])
        half: dict[int, float] = {}
        for own in graph.stations.values():
            half[column[own.id]] = max(half.get(column[own.id], 0.0), own.half_width)
        x = 0.0
        count = max(half, default=-1) + 1
        for gap in range(count + 1):
            begin = x
            x += _SIZES.station_gap
            x = self._place_trunks(by_zone.get(4 * gap + LEAVING, []), x)
            self.labels[gap] = x
            x += widths[gap] + 4 * _SIZES.label_gap if gap in widths else 0
            x = self._place_trunks(by_zone.get(4 * gap + ARRIVING, []), x)
            x = max(x + _SIZES.arrow_room, begin + _SIZES.least_gap)
            if gap < count:
                self.at[column_place(gap)] = x + half[gap]
                x += 2 * half[gap]
        self.width = x

    def _place_trunks(self, trunks: list[Trunk], x: float) -> float:
        tracks = trunk_tracks(trunks)
        for trunk, track in tracks.items():
            self.trunk[trunk] = x + track * _SIZES.track
        return x + (max(tracks.values()) * _SIZES.track + _SIZES.track / 2 if tracks else 0)


class _Down:
    """The y of rows and channels, and where each height begins."""

    def __init__(self, graph: Graph, height: Mapping[str, int], found: list[Route], count: int) -> None:
        self.at: dict[int, float] = {}
        self.begin: dict[int, float] = {}
        self.channel: dict[Channel, float] = {}
        by_height = _by(lambda own: own.height, (own for own in _tracks(found) if isinstance(own, Channel)))
        up: dict[int, float] = {}
        below: dict[int, float] = {}
        for own in graph.stations.values():
            at = height[own.id]
            up[at], below[at] = max(up.get(at, 0.0), own.up), max(below.get(at, 0.0), own.down)
        for route in found:
            if route.label and route.way.label and route.label[0] not in route.tracks:
                at = route.bearings[route.label[0]].at
                up[at] = max(up.get(at, 0.0), route.way.label[1] + _SIZES.label_gap)
        y = 0.0
        for at in range(count):
            self.begin[at] = y
            if at in up:
                self.at[at] = y + up[at]
                y += up[at] + below.get(at, 0.0)
            else:
                y = self._place_channels(by_height.get(at, []), y + _SIZES.channel_padding) + _SIZES.channel_padding
        self.begin[count] = self.height = y

    def _place_channels(self, channels: list[Channel], y: float) -> float:
        tracks = channel_tracks(channels)
        by_track = _by(lambda own: tracks[own], tracks)
        for track in sorted(by_track):
            room = max((own.label[1] + 2 * _SIZES.label_gap for own in by_track[track] if own.label), default=0.0)
            y += max(room, _SIZES.track if track else 0.0)
            for channel in by_track[track]:
                self.channel[channel] = y
        return y


def _by(key: Callable[[_Item], int], items: Iterable[_Item]) -> dict[int, list[_Item]]:
    found: dict[int, list[_Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _tracks(found: list[Route]) -> dict[Trunk | Channel, None]:
    return dict.fromkeys(own for route in found for own in route.tracks.values())


def _corners(
    graph: Graph, route: Route, centres: Mapping[str, Point], across: _Across, down: _Down
) -> tuple[Point, ...]:
    """The corners of a way, from border to border."""
    source, target = graph.stations[route.way.source], graph.stations[route.way.target]
    (x, y), (to_x, to_y) = centres[source.id], centres[target.id]
    values = [_value(route, index, bearing, across, down) for index, bearing in enumerate(route.bearings)]
    if route.bearings[0].is_level:
        corners = [(x + source.reach, y)]
    else:
        is_down = (values[1] if len(values) > 1 else to_y) > y
        corners = [(x, y + source.bottom if is_down else y - source.top)]
    for index, value in enumerate(values):
        last = corners[-1]
        corners[-1] = (last[0], value) if route.bearings[index].is_level else (value, last[1])
        following = values[index + 1] if index + 1 < len(values) else None
        if following is not None:
            corners.append((following, value) if route.bearings[index].is_level else (value, following))
    if route.bearings[-1].is_level:
        corners.append((to_x - target.reach, to_y))
    else:
        is_from_above = corners[-1][1] < to_y
        corners.append((to_x, to_y - target.top if is_from_above else to_y + target.bottom))
    return tuple(corners)


def _value(route: Route, index: int, bearing: Bearing, across: _Across, down: _Down) -> float:
    own = route.tracks.get(index)
    if isinstance(own, Trunk):
        return across.trunk[own]
    if isinstance(own, Channel):
        return down.channel[own]
    return down.at[bearing.at] if bearing.is_level else across.at[bearing.at]


def _label(route: Route, across: _Across, down: _Down) -> Box:
    """The room of a label: above its line, at the begin of the gap's zone for labels."""
    assert route.label is not None and route.way.label is not None
    index, gap = route.label
    width, height = route.way.label
    y = _value(route, index, route.bearings[index], across, down)
    return Box(across.labels[gap] + _SIZES.label_gap, y - _SIZES.label_gap - height, width, height)
