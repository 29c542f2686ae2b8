"""How large each sign of a BPMN diagram is, around the point where its row and its middle meet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from ltcarch.interchange.bpmn.writing.data_objects import DataObject
from ltcarch.interchange.bpmn.writing.flow import FlowNode
from ltcarch.layout.picture import Box, moved_box
from ltcarch.layout.swimlane import Side, Station
from ltcarch.layout.text import widest, wrap
from ltcarch.layout.theme import TextStyle

INSIDE = TextStyle(12, 14.4)
BESIDE = TextStyle(11, 13.2)
"""The sizes in which modelling tools write what stands in a shape and beside it."""
_ANY_NUMBER = 99
_TASK_WIDTH = 140
_TASK_PADDING = 8
_SIGN_ROOM = 27
"""The room above and below the name of a task, where its signs stand."""
_LEAST_TASK = 64
_EVENT, _GATEWAY = 36, 50
_EVENT_LABEL, _GATEWAY_LABEL, _DATA_LABEL, LINE_LABEL, LATE_LABEL = 104, 90, 78, 110, 50
_DATA = (36, 50)
_DATA_CELL = 84
_DATA_GAP = 18
_BESIDE = 4
_ACROSS = frozenset({Side.LEFT, Side.TOP, Side.BOTTOM})
_LEFT = frozenset({Side.LEFT})


@dataclass(frozen=True, slots=True)
class Figure:
    """A sign, its label, the event on its lower border, and the data objects above and below it."""

    body: Box
    label: Box | None = None
    late: Box | None = None
    late_label: Box | None = None
    data: dict[str, tuple[Box, Box]] = field(default_factory=dict)

    @property
    def boxes(self) -> list[Box]:
        """All that takes room."""
        found = [self.body, self.label, self.late, self.late_label]
        return [own for own in found if own] + [box for pair in self.data.values() for box in pair]


def label_size(text: str, width: float) -> tuple[float, float]:
    """The width and height of a label that breaks at a width."""
    lines = wrap(text, BESIDE, width, _ANY_NUMBER)
    return ceil(widest(lines, BESIDE)) + 6, ceil(len(lines) * BESIDE.line)


def figure(node: FlowNode, late: FlowNode | None, data: Sequence[DataObject]) -> Figure:
    """The sign of a node with all that stands around it; `late` is the event of its time-out."""
    if node.is_gateway:
        return _gateway(node)
    if not node.is_activity:
        return _event(node)
    width, height = _TASK_WIDTH, _task_height(node.name)
    body = Box(-width / 2, -height / 2, width, height)
    event = Box(-_EVENT / 2, body.bottom - _EVENT / 2, _EVENT, _EVENT) if late else None
    label = None
    if late and event:
        size = label_size(late.name, LATE_LABEL)
        label = Box(event.right + 2, body.bottom + 3, *size)
    above = [own for own in data if own.is_input or late]
    below = [own for own in data if own not in above]
    return Figure(body, None, event, label, {**_row(above, body, -1), **_row(below, body, 1)})


def _task_height(name: str) -> int:
    lines = wrap(name, INSIDE, _TASK_WIDTH - 2 * _TASK_PADDING, _ANY_NUMBER)
    return max(_LEAST_TASK, 2 * ceil(_SIGN_ROOM + len(lines) * INSIDE.line / 2))


def _event(node: FlowNode) -> Figure:
    """A circle with its name below."""
    body = Box(-_EVENT / 2, -_EVENT / 2, _EVENT, _EVENT)
    width, height = label_size(node.name, _EVENT_LABEL)
    return Figure(body, Box(-width / 2, body.bottom + _BESIDE, width, height))


def _gateway(node: FlowNode) -> Figure:
    """A diamond; what it asks stands above on the left, beside a line that leaves at its top."""
    body = Box(-_GATEWAY / 2, -_GATEWAY / 2, _GATEWAY, _GATEWAY)
    if not node.name:
        return Figure(body)
    width, height = label_size(node.name, _GATEWAY_LABEL)
    return Figure(body, Box(-width - 7, body.y - height + 4, width, height))


def _row(data: Sequence[DataObject], body: Box, side: int) -> dict[str, tuple[Box, Box]]:
    """Data objects side by side above a task (-1) or below it (1), their names on the far side."""
    width, height = _DATA
    found = {}
    for index, own in enumerate(data):
        x = (index - (len(data) - 1) / 2) * _DATA_CELL
        label_width, label_height = label_size(own.name, _DATA_LABEL)
        y = body.y - _DATA_GAP - height if side < 0 else body.bottom + _DATA_GAP
        label_y = y - _BESIDE - label_height if side < 0 else y + height + _BESIDE
        found[own.id] = (
            Box(x - width / 2, y, width, height),
            Box(x - label_width / 2, label_y, label_width, label_height),
        )
    return found


def station(node: FlowNode, drawn: Figure) -> Station:
    """The room of a figure in the layout, and the sides at which ways may touch it."""
    boxes, body = drawn.boxes, drawn.body
    half = max(max(-box.x, box.right) for box in boxes)
    up, down = max(-box.y for box in boxes), max(box.bottom for box in boxes)
    exits, entries, returns = frozenset({Side.RIGHT}), _LEFT, _ACROSS
    if node.is_gateway:
        exits, entries = frozenset({Side.RIGHT, Side.TOP, Side.BOTTOM}), _ACROSS
    elif not node.is_activity or drawn.data:
        returns = _LEFT
    elif drawn.late:
        returns = frozenset({Side.LEFT, Side.TOP})
    bottom = drawn.late.bottom if drawn.late else body.bottom
    return Station(node.id, node.lane, half, up, down, body.right, -body.y, bottom, exits, entries, returns)


def moved_figure(drawn: Figure, x: float, y: float) -> Figure:
    """The same figure elsewhere."""

    def there(box: Box | None) -> Box | None:
        return moved_box(box, x, y) if box else None

    data = {own: (moved_box(one, x, y), moved_box(other, x, y)) for own, (one, other) in drawn.data.items()}
    return Figure(moved_box(drawn.body, x, y), there(drawn.label), there(drawn.late), there(drawn.late_label), data)
