"""Parties outside as pools above and below that of the process, and the lines of messages to them.

A line runs straight up or down, beside shapes and labels and never on another line; where that cannot be, it first
goes aside.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

from ltcarch.interchange.bpmn.writing.drawing import HEAD, Drawing
from ltcarch.interchange.bpmn.writing.figures import label_size
from ltcarch.interchange.bpmn.writing.flow import Flow, FlowNode
from ltcarch.interchange.bpmn.writing.obstacles import Obstacles, Span, without
from ltcarch.interchange.bpmn.writing.parties import MessageLine
from ltcarch.layout.picture import Box, Point, moved_box

_PARTY_HEIGHT = 60
_BETWEEN_PARTIES = 30
_LABEL_WIDTH = 96
_LABEL_GAP = 5
_BEFORE_LABELS = 14
_INSET = 12
_STEP = 4
_JOGS = (10, 14, 18, 22, 26)
_WIDE, _NARROW = _LABEL_WIDTH + 12, 12
"""How far lines of messages stand from one another, if that can be, and at least."""


def draw_messages(drawn: Drawing, flow: Flow, messages: Sequence[MessageLine], names: Mapping[str, str]) -> None:
    """Add the parties, the lines to them and the labels of these; `names` are those of the lines by their ids."""
    above = _above(drawn, messages)
    for is_above in (True, False):
        own = [line for line in messages if (line.party in above) == is_above]
        if own:
            _Side(drawn, flow, is_above).draw(own, names)
    top = min(box.y for box in (drawn.pool, *drawn.parties.values()))
    _move_down(drawn, drawn.pool.x - top)


def _above(drawn: Drawing, messages: Sequence[MessageLine]) -> set[str]:
    """The parties that stand above: those with which the upper half exchanges most."""
    heights: dict[str, list[float]] = {}
    for line in messages:
        heights.setdefault(line.party, []).append(drawn.shapes[line.node].centre[1])
    order = sorted(heights, key=lambda own: fmean(heights[own]))
    if len(order) == 1:
        return set(order) if fmean(heights[order[0]]) <= drawn.pool.centre[1] else set()
    return set(order[: len(order) // 2])


def _move_down(drawn: Drawing, by: float) -> None:
    drawn.pool = moved_box(drawn.pool, 0, by)
    for boxes in (drawn.lanes, drawn.shapes, drawn.labels, drawn.parties):
        boxes.update({own: moved_box(box, 0, by) for own, box in boxes.items()})
    drawn.lines.update({own: tuple((x, y + by) for x, y in line) for own, line in drawn.lines.items()})


@dataclass(slots=True)
class _Side:
    """What is drawn above the pool of the process, or below it."""

    drawn: Drawing
    flow: Flow
    is_above: bool
    taken: list[float] = field(default_factory=list)

    @property
    def edge(self) -> float:
        """The y of the border of the pool."""
        return self.drawn.pool.y if self.is_above else self.drawn.pool.bottom

    def draw(self, messages: Sequence[MessageLine], names: Mapping[str, str]) -> None:
        """Add the parties, lines and labels of this side."""
        routes = {}
        for line in sorted(messages, key=lambda own: self.drawn.shapes[own.node].x):
            routes[line.id] = self._route(self.flow.nodes[line.node])
            self.taken.append(routes[line.id][-1][0])
        depth = self._label(routes, names)
        outward = -1 if self.is_above else 1
        at = self.edge + outward * depth
        edges = {}
        for party in dict.fromkeys(line.party for line in messages):
            edges[party] = at
            pool = self.drawn.pool
            y = at - _PARTY_HEIGHT if self.is_above else at
            self.drawn.parties[party] = Box(pool.x, y, pool.width, _PARTY_HEIGHT)
            at += outward * (_PARTY_HEIGHT + _BETWEEN_PARTIES)
        for line in messages:
            route = (*routes[line.id][:-1], (routes[line.id][-1][0], edges[line.party]))
            self.drawn.lines[line.id] = route if line.is_to_party else route[::-1]

    def _label(self, routes: Mapping[str, tuple[Point, ...]], names: Mapping[str, str]) -> float:
        """Place the labels beside their lines, below one another where they would overlap; how deep they reach."""
        placed: list[Box] = []
        for own, route in sorted(routes.items(), key=lambda item: item[1][-1][0]):
            width, height = label_size(names[own], _LABEL_WIDTH)
            x = self._beside(route[-1][0], width)
            y = float(_BEFORE_LABELS)
            while any(Box(x, y, width, height).overlaps(other) for other in placed):
                y += 4
            placed.append(Box(x, y, width, height))
            top = self.edge - y - height if self.is_above else self.edge + y
            self.drawn.labels[own] = Box(x, top, width, height)
        return max(box.bottom for box in placed) + _BEFORE_LABELS

    def _beside(self, x: float, width: float) -> float:
        """The left end of a label: right of its line if no other line runs there, else left of it."""
        others = [own for own in self.taken if own != x]
        fits = [not any(left < own < left + width for own in others) for left in (x, x - width - _LABEL_GAP)]
        right_end = x + _LABEL_GAP + width <= self.drawn.pool.right
        return x - _LABEL_GAP - width if (not fits[0] or not right_end) and fits[1] else x + _LABEL_GAP

    def _route(self, node: FlowNode) -> tuple[Point, ...]:
        """From a node to the border of the pool: the shortest of the free ways."""
        body = self.drawn.shapes[node.id]
        obstacles = Obstacles(
            (*without(self.drawn.shapes, node.id), *self.drawn.labels.values()), self.drawn.lines.values(), body
        )
        for apart in (_WIDE, _NARROW):
            ways = list(self._ways(node, body, obstacles, apart))
            if ways:
                return min(ways, key=_length)
        return ((body.centre[0], body.y if self.is_above else body.bottom), (body.centre[0], self.edge))

    def _ways(self, node: FlowNode, body: Box, free: Obstacles, apart: float) -> Iterator[tuple[Point, ...]]:
        begins = list(_exits(node, body))
        near = body.y if self.is_above else body.bottom
        for x in begins:
            if self._is_apart(x, apart) and free.upright(x, near, self.edge):
                yield ((x, near), (x, self.edge))
        for x in begins:
            for jog in _JOGS:
                for start, y in ((body.y, body.y - jog), (body.bottom, body.bottom + jog)):
                    if free.upright(x, start, y):
                        yield from self._aside(((x, start), (x, y)), free, apart)
        if node.tag == "startEvent":
            yield from self._aside(((body.x, body.centre[1]),), free, apart, only_left=True)

    def _aside(
        self, begin: tuple[Point, ...], free: Obstacles, apart: float, *, only_left: bool = False
    ) -> Iterator[tuple[Point, ...]]:
        """The nearest free ways to the left and to the right."""
        x, y = begin[-1]
        beside = free.beside(y)
        if any(low < x < high for low, high in beside):
            return
        blocked = [*free.across(y, self.edge), *((own - apart, own + apart) for own in self.taken)]
        left, right = self.drawn.pool.x + 2 * HEAD + _STEP, self.drawn.pool.right - _STEP
        at = _nearest(x, blocked, -_STEP)
        if at >= max((left, *(high for _, high in beside if high <= x))):
            yield (*begin, (at, y), (at, self.edge))
        at = _nearest(x, blocked, _STEP)
        if not only_left and at <= min((right, *(low for low, _ in beside if low >= x))):
            yield (*begin, (at, y), (at, self.edge))

    def _is_apart(self, x: float, apart: float) -> bool:
        return all(abs(x - other) >= apart for other in self.taken)


def _nearest(x: float, blocked: Sequence[Span], step: float) -> float:
    """The nearest place on one side that nothing blocks."""
    at = x + step
    while hit := [own for own in blocked if own[0] < at < own[1]]:
        at = min(low for low, _ in hit) if step < 0 else max(high for _, high in hit)
    return at


def _exits(node: FlowNode, body: Box) -> Iterator[float]:
    """Where lines may begin: at the middle, for a task also beside it."""
    yield body.centre[0]
    if node.is_activity:
        beside = _INSET
        while beside < body.width / 2 - _INSET:
            yield body.centre[0] + beside
            yield body.centre[0] - beside
            beside += _INSET


def _length(route: tuple[Point, ...]) -> float:
    bends = 60 * (len(route) - 2)
    return bends + sum(abs(one[0] - other[0]) + abs(one[1] - other[1]) for one, other in pairwise(route))
