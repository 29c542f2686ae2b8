"""Ways that lead back meet their gateway from above or below, where the way there is free.

Our layout lets them join the line that comes from the left just before it, as is usual for activities.
"""

from collections.abc import Mapping

from ltcarch.interchange.bpmn.writing.flow import FlowLine, FlowNode
from ltcarch.interchange.bpmn.writing.obstacles import Obstacles, without
from ltcarch.layout.picture import Box, Point


def straightened(
    lines: list[FlowLine],
    nodes: Mapping[str, FlowNode],
    corners: Mapping[str, tuple[Point, ...]],
    shapes: Mapping[str, Box],
    labels: Mapping[str, Box],
) -> dict[str, tuple[Point, ...]]:
    """The corners of all lines, those of loops drawn straight into their gateway."""
    found = dict(corners)
    for line in lines:
        if nodes[line.target].is_gateway:
            short = _into(shapes[line.target], corners[line.id])
            others = [found[own.id] for own in lines if own.target != line.target]
            if short and _is_free(short, Obstacles((*without(shapes, line.target), *labels.values()), others)):
                found[line.id] = short
    return found


def _into(gateway: Box, corners: tuple[Point, ...]) -> tuple[Point, ...] | None:
    """The way without its last turn, if it passes above or below the gateway before it turns to its left."""
    if len(corners) < 4:
        return None
    before, turn, last, end = corners[-4:]
    middle = gateway.centre[0]
    is_loop = last[1] == end[1] and turn[0] == last[0] and before[1] == turn[1]
    if not is_loop or end[0] > middle or not turn[0] < middle < before[0]:
        return None
    border = gateway.y if turn[1] < gateway.y else gateway.bottom
    return (*corners[:-3], (middle, turn[1]), (middle, border))


def _is_free(corners: tuple[Point, ...], obstacles: Obstacles) -> bool:
    (x, y), (_, end) = corners[-2:]
    return obstacles.upright(x, y, end)
