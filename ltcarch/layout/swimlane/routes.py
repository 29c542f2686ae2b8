"""Which way each line takes over the grid: straight if it can, else by gaps and channels with few bends and crossings.

Heights are numbered from the top: each lane has a channel, then a row and a channel in turn. Places are numbered from
the left, four to a column: the gap before it in three zones (where lines leave, where labels stand, where lines
arrive), then the column itself.

A route is a chain of bearings, level and upright in turn. A level one is a row or a channel; an upright one is a
column, or a trunk in a zone of a gap. Lines share a stretch only where all of them come from one station or all lead to
one. In a zone, what comes along a row from the left must turn before what leads on along that row to the right;
trunks that would wait for one another in a circle are refused. A route through channels can always be had, since a
channel has room for any number of lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from ltcarch.layout.swimlane.graph import Graph, Side, Way

LEAVING, LABELS, ARRIVING, COLUMN = range(4)
_BEND = 6.0
_RISE = 1.0
_RUN = 0.15
_CHANNEL = 3.0
_CROSSING = 4.0


class Stub(NamedTuple):
    """Where a level line meets a trunk, and whether it lies to the right of it."""

    height: int
    is_right: bool
    in_channel: bool


@dataclass(slots=True, eq=False)
class Trunk:
    """An upright stretch in a zone of a gap."""

    place: int
    stubs: set[Stub] = field(default_factory=set)

    @property
    def span(self) -> tuple[int, int]:
        """The least and the greatest height."""
        heights = [stub.height for stub in self.stubs]
        return min(heights), max(heights)


class Bend(NamedTuple):
    """Where an upright line meets a channel, and whether it lies below it."""

    place: int
    is_below: bool


@dataclass(slots=True, eq=False)
class Channel:
    """A level stretch between rows, perhaps with the size of a label that stands on it."""

    height: int
    bends: tuple[Bend, Bend]
    label: tuple[float, float] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The least and the greatest place."""
        one, other = self.bends
        return min(one.place, other.place), max(one.place, other.place)


class Bearing(NamedTuple):
    """One stretch of a route: `at` is a height if it is level, else a place. Channels and zones have many tracks."""

    is_level: bool
    at: int
    has_tracks: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns and the heights of the stations."""

    column: Mapping[str, int]
    height: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Route:
    """How one way runs. `tracks` are its trunks and channels, by the index of the bearing.

    `label` is the index of the level bearing on which the label stands, and the gap in which it does.
    """

    way: Way
    bearings: tuple[Bearing, ...]
    tracks: Mapping[int, Trunk | Channel]
    label: tuple[int, int] | None = None


def routes(graph: Graph, grid: Grid, back: frozenset[str]) -> list[Route]:
    """The routes of all ways, in the order of the ways; `back` are the ids of those that lead back."""
    routing = _Routing(graph, grid, back)
    listed = {way.id: index for index, way in enumerate(graph.ways)}

    def turn(way: Way) -> tuple[bool, bool, int, int, int]:
        run = abs(grid.column[way.target] - grid.column[way.source])
        rise = abs(grid.height[way.target] - grid.height[way.source])
        return (way.leaves is None, way.id in back, run, rise, listed[way.id])

    found = {way.id: routing.route(way) for way in sorted(graph.ways, key=turn)}
    return [found[way.id] for way in graph.ways]


def column_place(column: int) -> int:
    """The place of a column."""
    return 4 * column + COLUMN


def must_precede(stubs: Mapping[Trunk, set[Stub]]) -> dict[Trunk, set[Trunk]]:
    """The trunks that must stand to the left of each: those reached along a row on which it leads on to the right."""
    reached: dict[int, list[Trunk]] = {}
    for own, ends in stubs.items():
        for stub in ends:
            if not stub.is_right and not stub.in_channel:
                reached.setdefault(stub.height, []).append(own)
    return {
        own: {
            one
            for stub in ends
            if stub.is_right and not stub.in_channel
            for one in reached.get(stub.height, ())
            if one is not own
        }
        for own, ends in stubs.items()
    }


class _Use(NamedTuple):
    """A way that uses a place. `turn` says how it turns there: from the left, to the right, or not at all."""

    way: Way
    turn: str = ""


class _Stretch(NamedTuple):
    """A bearing of a trial with its ends, in the order in which the way passes them."""

    position: int
    bearing: Bearing
    begin: int
    end: int

    @property
    def low(self) -> int:
        return min(self.begin, self.end)

    @property
    def high(self) -> int:
        return max(self.begin, self.end)


_FROM_LEFT, _TO_RIGHT = "from the left", "to the right"


@dataclass(slots=True)
class _Routing:
    graph: Graph
    grid: Grid
    back: frozenset[str]
    uses: dict[tuple[bool, int, int], list[_Use]] = field(default_factory=dict)
    blocked: set[tuple[int, int]] = field(default_factory=set)
    labelled: set[tuple[int, int]] = field(default_factory=set)
    level: dict[int, list[tuple[int, int, Way]]] = field(default_factory=dict)
    upright: dict[int, list[tuple[int, int, Way]]] = field(default_factory=dict)
    trunks: dict[int, list[Trunk]] = field(default_factory=dict)
    shared: dict[tuple[int, str, str], Trunk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for own in self.graph.stations:
            self.blocked.add((self.grid.height[own], column_place(self.grid.column[own])))
        for way in self.graph.ways:
            if way.leaves in (Side.TOP, Side.BOTTOM):  # the place beside the only side at which it can leave is its own
                height = self.grid.height[way.source] + (1 if way.leaves is Side.BOTTOM else -1)
                place = column_place(self.grid.column[way.source])
                self.uses.setdefault((False, height, place), []).append(_Use(way))

    def route(self, way: Way) -> Route:
        """The cheapest route that is free. What it crosses is counted only for those that are cheap otherwise."""
        trials = [self._stretches(way, bearings) for bearings in dict.fromkeys(self._chains(way))]
        queue: list[tuple[float, bool, int]] = [(_cost(trial), False, index) for index, trial in enumerate(trials)]
        heapify(queue)
        while queue:
            cost, is_free, index = heappop(queue)
            trial = trials[index]
            if is_free:
                made = self._made(way, trial)
                if made is not None:
                    return made
            elif self._is_free(way, trial):
                heappush(queue, (cost + _CROSSING * self._crossings(way, trial), True, index))
        raise AssertionError(f"no route for {way.id}")

    def _chains(self, way: Way) -> Iterator[tuple[Bearing, ...]]:
        """All chains of bearings that are worth a try."""
        source, target = self.graph.stations[way.source], self.graph.stations[way.target]
        begin, end = self.grid.column[way.source], self.grid.column[way.target]
        here, there = self.grid.height[way.source], self.grid.height[way.target]
        exits = {way.leaves} if way.leaves else source.exits
        entries = target.returns if way.id in self.back else target.entries
        leave, arrive = Bearing(True, here), Bearing(True, there)
        rise, fall = Bearing(False, column_place(begin)), Bearing(False, column_place(end))
        after = [_zone(begin + 1, zone) for zone in (LEAVING, ARRIVING)]
        before = [_zone(end, zone) for zone in (ARRIVING, LEAVING)]
        is_right = Side.RIGHT in exits
        if begin < end and here == there and is_right:
            yield (leave,)
        if begin < end and here != there:
            if is_right:
                yield from ((leave, turn, arrive) for turn in (*after, *before))
            if _side(here, there) in exits:
                yield (rise, arrive)
            if is_right and _side(there, here) in entries:
                yield (leave, fall)
        for height in dict.fromkeys((here - 1, here + 1, there - 1, there + 1)):
            heads: list[tuple[Bearing, ...]] = [(leave, turn) for turn in after] if is_right else []
            tails: list[tuple[Bearing, ...]] = [(turn, arrive) for turn in before]
            if abs(height - here) == 1 and _side(here, height) in exits:
                heads.append((rise,))
            if abs(height - there) == 1 and _side(there, height) in entries:
                tails.append((fall,))
            for head in heads:
                for tail in tails:
                    if head[-1] != tail[0]:
                        yield (*head, Bearing(True, height, True), *tail)

    def _stretches(self, way: Way, bearings: tuple[Bearing, ...]) -> list[_Stretch]:
        begins = {True: column_place(self.grid.column[way.source]) + 1, False: self.grid.height[way.source]}
        ends = {True: column_place(self.grid.column[way.target]) - 1, False: self.grid.height[way.target]}
        found = []
        for index, bearing in enumerate(bearings):
            begin = bearings[index - 1].at if index else begins[bearing.is_level]
            end = bearings[index + 1].at if index + 1 < len(bearings) else ends[bearing.is_level]
            found.append(_Stretch(index, bearing, begin, end))
        return found

    def _is_free(self, way: Way, trial: list[_Stretch]) -> bool:
        """Whether no station, label or unrelated line is in the way."""
        ends = {(self.grid.height[own], column_place(self.grid.column[own])) for own in (way.source, way.target)}
        for own in trial:
            if own.bearing.has_tracks:
                continue
            is_level, at = own.bearing.is_level, own.bearing.at
            turns = _turns(trial, own) if is_level else {}
            for along in range(own.low, own.high + 1):
                spot = (at, along) if is_level else (along, at)
                if spot in ends and not is_level:
                    continue
                if spot in self.blocked or (is_level and spot in self.labelled):
                    return False
                others = self.uses.get((is_level, *spot))
                if others and not _may_meet(way, turns.get(along, ""), others):
                    return False
        return True

    def _crossings(self, way: Way, trial: list[_Stretch]) -> int:
        amount = 0
        for own in trial:
            across = self.upright if own.bearing.is_level else self.level
            for along in range(own.low + 1, own.high):
                for low, high, other in across.get(along, ()):
                    is_related = way.source == other.source or way.target == other.target
                    amount += low < own.bearing.at < high and not is_related
        return amount

    def _made(self, way: Way, trial: list[_Stretch]) -> Route | None:
        """The route, with what it takes marked as taken; None if its trunks or its label find no room."""
        label = self._room_for_label(trial) if way.label else None
        if way.label and label is None:
            return None
        trunks = {own.position: self._trunk(way, trial, own) for own in trial if _is_trunk(own.bearing)}
        stubs = {trunk: _stubs(trial, index) for index, trunk in trunks.items()}
        if not all(self._has_order(place, stubs) for place in {trunk.place for trunk in stubs}):
            return None
        for index, trunk in trunks.items():
            self._take_trunk(way, trial, index, trunk, stubs[trunk])
        channels = {
            own.position: Channel(
                own.bearing.at, _bends(trial, own), way.label if label and label[0] == own.position else None
            )
            for own in trial
            if own.bearing.is_level and own.bearing.has_tracks
        }
        for own in trial:
            self._take(way, trial, own)
        if label and label[0] not in channels:
            self.labelled.add((trial[label[0]].bearing.at, 4 * label[1] + LABELS))
        return Route(way, tuple(own.bearing for own in trial), {**trunks, **channels}, label)

    def _take(self, way: Way, trial: list[_Stretch], own: _Stretch) -> None:
        is_level, at = own.bearing.is_level, own.bearing.at
        spans = self.level if is_level else self.upright
        spans.setdefault(at, []).append((own.low, own.high, way))
        if own.bearing.has_tracks:
            return
        turns = _turns(trial, own) if is_level else {}
        for along in range(own.low, own.high + 1):
            spot = (at, along) if is_level else (along, at)
            self.uses.setdefault((is_level, *spot), []).append(_Use(way, turns.get(along, "")))

    def _room_for_label(self, trial: list[_Stretch]) -> tuple[int, int] | None:
        """The level bearing and the gap that a way has for itself, as near to its source as can be."""
        for own in trial:
            if not own.bearing.is_level:
                continue
            gaps = [gap for gap in range(own.low // 4, own.high // 4 + 1) if own.low < 4 * gap + LABELS < own.high]
            for gap in sorted(gaps, reverse=own.end < own.begin):
                if own.bearing.has_tracks or not self.uses.get((True, own.bearing.at, 4 * gap + LABELS)):
                    return own.position, gap
        return None

    def _trunk(self, way: Way, trial: list[_Stretch], own: _Stretch) -> Trunk:
        """A trunk that leaves the same station or leads to the same one, else a new one."""
        known = (self.shared.get(key) for key in _keys(way, trial, own.position))
        return next((trunk for trunk in known if trunk), None) or Trunk(own.bearing.at)

    def _take_trunk(self, way: Way, trial: list[_Stretch], index: int, trunk: Trunk, stubs: set[Stub]) -> None:
        """Add stubs to a trunk. A new one may be shared either way; once it is, it stays open for that way alone."""
        keys = _keys(way, trial, index)
        if trunk.stubs:
            kept = next(key for key in keys if self.shared.get(key) is trunk)
            for key in [own for own, value in self.shared.items() if value is trunk and own != kept]:
                del self.shared[key]
        else:
            self.trunks.setdefault(trunk.place, []).append(trunk)
            for key in keys:
                self.shared.setdefault(key, trunk)
        trunk.stubs |= stubs

    def _has_order(self, place: int, more: Mapping[Trunk, set[Stub]]) -> bool:
        """Whether all trunks of a zone can stand side by side so that no line runs on another one."""
        all_ = dict.fromkeys((*self.trunks.get(place, ()), *(trunk for trunk in more if trunk.place == place)))
        before = must_precede({trunk: trunk.stubs | more.get(trunk, set()) for trunk in all_})
        while before:
            free = [trunk for trunk, earlier in before.items() if not any(one in before for one in earlier)]
            if not free:
                return False
            for trunk in free:
                del before[trunk]
        return True


def _cost(trial: list[_Stretch]) -> float:
    cost = _BEND * (len(trial) - 1)
    for own in trial:
        cost += (_RUN if own.bearing.is_level else _RISE) * (own.high - own.low)
        cost += _CHANNEL if own.bearing.is_level and own.bearing.has_tracks else 0
    return cost


def _turns(trial: list[_Stretch], own: _Stretch) -> dict[int, str]:
    """How a level stretch turns where it meets a trunk."""
    found = {}
    for beside in (own.position - 1, own.position + 1):
        if 0 <= beside < len(trial) and _is_trunk(trial[beside].bearing):
            found[trial[beside].bearing.at] = _TO_RIGHT if _is_right(own, trial[beside]) else _FROM_LEFT
    return found


def _is_right(level: _Stretch, trunk: _Stretch) -> bool:
    """Whether a level stretch lies to the right of a trunk beside it."""
    place = trunk.bearing.at
    return level.begin > place if level.position < trunk.position else level.end >= place


def _stubs(trial: list[_Stretch], index: int) -> set[Stub]:
    beside = (trial[index - 1], trial[index + 1])
    return {Stub(own.bearing.at, _is_right(own, trial[index]), own.bearing.has_tracks) for own in beside}


def _bends(trial: list[_Stretch], channel: _Stretch) -> tuple[Bend, Bend]:
    before, after = trial[channel.position - 1], trial[channel.position + 1]
    height = channel.bearing.at
    return (
        Bend(before.bearing.at, before.begin > height),
        Bend(after.bearing.at, after.end > height),
    )


def _keys(way: Way, trial: list[_Stretch], index: int) -> list[tuple[int, str, str]]:
    """By what a trunk can be shared: the station from which its ways come, or that to which they lead."""
    place = trial[index].bearing.at
    keys = [(place, "from", way.source)] if index == 1 else []
    return [*keys, (place, "to", way.target)] if index == len(trial) - 2 else keys


def _may_meet(way: Way, turn: str, others: Sequence[_Use]) -> bool:
    """Whether a way may use a place that others use: lines that turn there on opposite sides do not touch."""
    rivals = [own for own in others if not (turn and own.turn and own.turn != turn)]
    same_source = all(own.way.source == way.source for own in rivals)
    return same_source or all(own.way.target == way.target for own in rivals)


def _is_trunk(bearing: Bearing) -> bool:
    return bearing.has_tracks and not bearing.is_level


def _zone(gap: int, zone: int) -> Bearing:
    return Bearing(False, 4 * gap + zone, True)


def _side(here: int, there: int) -> Side:
    return Side.BOTTOM if there > here else Side.TOP
