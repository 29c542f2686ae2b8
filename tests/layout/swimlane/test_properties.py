"""Whatever is laid out: nothing covers anything else, and every line can be followed."""

from itertools import combinations, pairwise

import pytest

from ltcarch.layout.picture import Box
from ltcarch.layout.swimlane import Graph, Plan, plan
from tests.layout.swimlane.random_flows import random_flow

FLOWS = 100
AT_ONCE = 20


def room_of(graph: Graph, laid: Plan, own: str) -> Box:
    station, (x, y) = graph.stations[own], laid.centres[own]
    return Box(x - station.half_width, y - station.up, 2 * station.half_width, station.up + station.down)


def body_of(graph: Graph, laid: Plan, own: str) -> Box:
    station, (x, y) = graph.stations[own], laid.centres[own]
    return Box(x - station.reach, y - station.top, 2 * station.reach, station.top + station.bottom)


def stretches(laid: Plan, way: str) -> list[Box]:
    return [
        Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in pairwise(laid.lines[way])
    ]


def is_on_border(point, box: Box) -> bool:
    x, y = point
    return (x in (box.x, box.right) and box.y <= y <= box.bottom) or (
        y in (box.y, box.bottom) and box.x <= x <= box.right
    )


def near(boxes: dict[str, Box], other: Box) -> list[str]:
    return [own for own, box in boxes.items() if box.overlaps(other, 0.5)]


def faults(graph: Graph) -> list[str]:
    """All that is wrong with the plan of a graph."""
    laid = plan(graph)
    rooms = {own: room_of(graph, laid, own) for own in graph.stations}
    bodies = {own: body_of(graph, laid, own) for own in graph.stations}
    found = [f"{one} and {other} overlap" for one, other in combinations(rooms, 2) if rooms[one].overlaps(rooms[other])]
    for own, room in rooms.items():
        top, height = laid.lanes[graph.stations[own].lane]
        if not Box(0, top, laid.width, height).holds(room):
            found.append(f"{own} leaves its lane")
    for way in graph.ways:
        line = laid.lines[way.id]
        found += [f"{way.id} is askew" for one, other in pairwise(line) if one[0] != other[0] and one[1] != other[1]]
        if not is_on_border(line[0], bodies[way.source]) or not is_on_border(line[-1], bodies[way.target]):
            found.append(f"{way.id} ends beside its station")
        for index, stretch in enumerate(stretches(laid, way.id)):
            ends = {way.source} if index == 0 else set()
            ends |= {way.target} if index == len(line) - 2 else set()
            found += [f"{way.id} runs through {own}" for own in near(rooms, stretch) if own not in ends]
            found += [f"{way.id} runs over its end" for own in ends if bodies[own].overlaps(stretch, 0.5)]
            found += [f"{way.id} runs under label {own}" for own in near(laid.labels, stretch)]
            if not Box(0, 0, laid.width, laid.height).holds(stretch):
                found.append(f"{way.id} leaves the picture")
    found += [f"way {way.id} lacks its label" for way in graph.ways if way.label and way.id not in laid.labels]
    for own, label in laid.labels.items():
        found += [f"label {own} covers {other}" for other in near(rooms, label)]
    found += [
        f"labels {one} and {other}"
        for one, other in combinations(laid.labels, 2)
        if laid.labels[one].overlaps(laid.labels[other])
    ]
    return [*found, *lines_on_lines(graph, laid)]


def lines_on_lines(graph: Graph, laid: Plan) -> list[str]:
    """Lines may run on one another only where they come from one station or lead to one."""
    by_place: dict[tuple[bool, float], list] = {}
    for way in graph.ways:
        for (x1, y1), (x2, y2) in pairwise(laid.lines[way.id]):
            is_level = y1 == y2
            low, high = sorted((x1, x2) if is_level else (y1, y2))
            by_place.setdefault((is_level, y1 if is_level else x1), []).append((low, high, way))
    return [
        f"{one.id} runs on {other.id}"
        for beside in by_place.values()
        for (low, high, one), (begin, end, other) in combinations(beside, 2)
        if min(high, end) - max(low, begin) > 0.5 and one.source != other.source and one.target != other.target
    ]


@pytest.mark.parametrize("first", range(0, FLOWS, AT_ONCE))
def test_random_flows(first):
    found = {seed: faults(random_flow(seed)) for seed in range(first, first + AT_ONCE)}
    assert {seed: own for seed, own in found.items() if own} == {}
