"""Where everything of a BPMN diagram stands: our own layout of the flow, with the room that BPMN's signs take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ltcarch.interchange.bpmn.writing.data_objects import DataObject
from ltcarch.interchange.bpmn.writing.figures import (
    INSIDE,
    LINE_LABEL,
    Figure,
    figure,
    label_size,
    moved_figure,
    station,
)
from ltcarch.interchange.bpmn.writing.flow import Flow
from ltcarch.interchange.bpmn.writing.loops import straightened
from ltcarch.layout.picture import Box, Point, moved_box
from ltcarch.layout.swimlane import Graph, Plan, Side, Way, plan
from ltcarch.layout.text import text_width, wrap
from ltcarch.views.swimlane import Lane

HEAD = 30
"""The width of the strip on the left of a pool or lane, in which its name runs upwards."""
_CORNER = 40
_LONG_NAME = 170
"""How long a name may be to stand in one line of a head; longer ones take two, for more there is no room."""
_HEAD_PADDING = 12


@dataclass(slots=True)
class Drawing:
    """Boxes and lines by the ids of what they show; lines from border to border."""

    pool: Box
    lanes: dict[str, Box]
    shapes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)
    lines: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    parties: dict[str, Box] = field(default_factory=dict)


def drawing_of(flow: Flow, lanes: Sequence[Lane], title: str, data: Mapping[str, tuple[DataObject, ...]]) -> Drawing:
    """The pool of the process with its lanes in the order of our layout, and the flow in them."""
    late = {node.host: node for node in flow.nodes.values() if node.host}
    figures = {
        node.id: figure(node, late.get(node.id), data.get(node.id, ())) for node in flow.nodes.values() if not node.host
    }
    laid = plan(_graph(flow, lanes, figures))
    heights = _heights(laid, {lane.id: lane.name for lane in lanes}, title)
    down = _Down(laid, heights)
    drawn = Drawing(
        Box(_CORNER, _CORNER, 2 * HEAD + laid.width, sum(heights.values())),
        {own: Box(_CORNER + HEAD, top, HEAD + laid.width, heights[own]) for own, top in down.tops.items()},
    )
    _draw_flow(drawn, flow, laid, down, figures)
    return drawn


def _graph(flow: Flow, lanes: Sequence[Lane], figures: Mapping[str, Figure]) -> Graph:
    stations = {own: station(flow.nodes[own], drawn) for own, drawn in figures.items()}
    ways = [
        Way(
            line.id,
            flow.nodes[line.source].host or line.source,
            line.target,
            label_size(line.name, LINE_LABEL) if line.name else None,
            Side.BOTTOM if flow.nodes[line.source].host else None,
        )
        for line in flow.lines
    ]
    return Graph([lane.id for lane in lanes], stations, ways)


def _heights(laid: Plan, names: Mapping[str, str], title: str) -> dict[str, float]:
    """The heights of the lanes, so that their names and that of the pool have room beside them."""
    heights = {own: max(height, _room(names[own])) for own, (_, height) in laid.lanes.items()}
    missing = _room(title) - sum(heights.values())
    return {own: height + max(0.0, missing) / len(heights) for own, height in heights.items()}


def _room(name: str) -> float:
    """The least height beside which a name runs upwards in one line or two."""
    width = text_width(name, INSIDE)
    lines = 1 if width <= _LONG_NAME else 2
    least = width / lines + _HEAD_PADDING
    while len(wrap(name, INSIDE, least - _HEAD_PADDING, 99)) > lines:
        least += 6
    return float(2 * round(least / 2))


class _Down:
    """The y at which something stands: lanes that are higher than they need be have their content in the middle."""

    def __init__(self, laid: Plan, heights: Mapping[str, float]) -> None:
        self.tops: dict[str, float] = {}
        self._moved: list[tuple[float, float]] = []
        y = float(_CORNER)
        for own, (top, height) in laid.lanes.items():
            self.tops[own] = y
            self._moved.append((top + height, y + (heights[own] - height) / 2 - top))
            y += heights[own]

    def __call__(self, y: float) -> float:
        return y + next((down for bottom, down in self._moved if y < bottom), self._moved[-1][1])


def _draw_flow(drawn: Drawing, flow: Flow, laid: Plan, down: _Down, figures: Mapping[str, Figure]) -> None:
    left = _CORNER + 2 * HEAD
    for own, relative in figures.items():
        x, y = laid.centres[own]
        _put(drawn, own, moved_figure(relative, left + x, down(y)))
    for line in flow.lines:
        drawn.lines[line.id] = tuple((left + x, down(y)) for x, y in laid.lines[line.id])
        if line.id in laid.labels:
            box = laid.labels[line.id]
            drawn.labels[line.id] = moved_box(box, left, down(box.y) - box.y)
    drawn.lines = straightened(flow.lines, flow.nodes, drawn.lines, drawn.shapes, drawn.labels)


def _put(drawn: Drawing, own: str, there: Figure) -> None:
    drawn.shapes[own] = there.body
    if there.label:
        drawn.labels[own] = there.label
    if there.late and there.late_label:
        drawn.shapes[f"{own}:late"], drawn.labels[f"{own}:late"] = there.late, there.late_label
    for part, (box, label) in there.data.items():
        drawn.shapes[part], drawn.labels[part] = box, label
