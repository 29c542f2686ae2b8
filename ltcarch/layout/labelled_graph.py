"""A graph from top to bottom, each line at right angles with its label on it, placed by Graphviz.

A label is a node on the way from one box to the other, so that nothing covers it and it is never in doubt which line
it belongs to. Graphviz sees sizes only, no text. It is asked several times with other distances, and of its drawings
the one that is easiest to follow is taken; parts of the graph that no line connects stand in rows below the largest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ltcarch.layout.graphviz_engine import Engine, EngineFault
from ltcarch.layout.line_spacing import Line, faults, spaced
from ltcarch.layout.picture import Box, Point, moved_box

Size = tuple[float, float]

_DISTANCES = (24.0, 18.0, 20.0, 22.0, 27.0, 30.0, 34.0, 38.0)
"""Distances between neighbours, the preferred one first."""
_BETWEEN_RANKS = 24.0
_BETWEEN_PARTS = 44.0
_SHORTEST_ROW = 900.0
_MOST_LINKS = 500
"""How many links are placed in all tries together, so that a large graph does not take long."""
_RIGHT_ANGLES, _STRAIGHT = "ortho", "polyline"
_POINTS = 72


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one node to another, by their places in the list of nodes, and the size of its label."""

    first: int
    second: int
    label: Size


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where nodes and labels stand, and the corners of each link's line, in the order they were given."""

    nodes: dict[int, Box]
    labels: dict[int, Box]
    lines: dict[int, tuple[Point, ...]]


def arranged(nodes: Sequence[Size], links: Sequence[Link], engine: Engine) -> Arrangement:
    """The nodes with their links; the first node of each link stands above the second."""
    parts = [_easiest(nodes, links, members, engine) for members in _parts(links)]
    linked = {index for part in parts for index in part.nodes}
    parts += [_alone(index, size) for index, size in enumerate(nodes) if index not in linked]
    return _in_rows(parts)


def _alone(index: int, size: Size) -> Arrangement:
    return Arrangement({index: Box(0, 0, *size)}, {}, {})


def _in_rows(parts: list[Arrangement]) -> Arrangement:
    """The parts in rows, none longer than the first part is wide or than a few nodes."""
    whole = Arrangement({}, {}, {})
    x = y = row_height = 0.0
    longest: float | None = None
    for part in parts:
        boxes = [*part.nodes.values(), *part.labels.values()]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        width, height = max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top
        if longest is not None and x + width > longest:
            x, y, row_height = 0.0, y + row_height + _BETWEEN_PARTS, 0.0
        _add(whole, part, x - left, y - top)
        longest = longest or max(width, _SHORTEST_ROW)
        x, row_height = x + width + _BETWEEN_PARTS, max(row_height, height)
    return whole


def _add(whole: Arrangement, part: Arrangement, dx: float, dy: float) -> None:
    whole.nodes.update({index: moved_box(box, dx, dy) for index, box in part.nodes.items()})
    whole.labels.update({index: moved_box(box, dx, dy) for index, box in part.labels.items()})
    whole.lines.update({index: tuple((x + dx, y + dy) for x, y in line) for index, line in part.lines.items()})


def _parts(links: Sequence[Link]) -> list[list[int]]:
    """The links, by their places in the list, that hang together; the largest part first."""
    part_of: dict[int, list[int]] = {}
    parts: list[list[int]] = []
    for index, link in enumerate(links):
        joined = [index]
        for other in (part_of.get(link.first), part_of.get(link.second)):
            if other is not None and other in parts:
                parts.remove(other)
                joined = other + joined
        parts.append(joined)
        for member in joined:
            part_of[links[member].first] = part_of[links[member].second] = joined
    return sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))


def _easiest(nodes: Sequence[Size], links: Sequence[Link], members: list[int], engine: Engine) -> Arrangement:
    tries = _DISTANCES[: max(1, _MOST_LINKS // len(members))]
    drawings = [_drawing(nodes, links, members, engine, beside) for beside in tries]
    places, halves = min(drawings, key=lambda drawing: faults(drawing[1]))
    lines = {
        member: _joined(first, second) for member, first, second in zip(members, halves[::2], halves[1::2], strict=True)
    }
    return Arrangement(
        {int(name[1:]): box for name, box in places.items() if name[0] == "n"},
        {int(name[1:]): box for name, box in places.items() if name[0] == "l"},
        lines,
    )


def _drawing(
    nodes: Sequence[Size], links: Sequence[Link], members: list[int], engine: Engine, beside: float
) -> tuple[dict[str, Box], list[Line]]:
    """Where everything stands, and for each link the line to its label and the line from there."""
    answer, route = _asked(nodes, links, members, engine, beside)
    height = float(answer["bb"].split(",")[3])
    names = [own["name"] for own in answer["objects"]]
    places = {own["name"]: _box(own, height) for own in answer["objects"]}
    corners = {(names[own["tail"]], names[own["head"]]): _corners(own["pos"], height) for own in answer["edges"]}
    ends = [end for member in members for end in _halves(links[member], member)]
    lines = [Line(corners[start, end], places[start], places[end]) for start, end in ends]
    if route == _RIGHT_ANGLES:
        upright = [Line(_squared(line.corners), line.start, line.end) for line in lines]
        lines = spaced(upright, list(places.values()))
    return places, lines


def _asked(
    nodes: Sequence[Size], links: Sequence[Link], members: list[int], engine: Engine, beside: float
) -> tuple[dict[str, Any], str]:
    """The engine's answer, and how its lines run: it gives up on right angles where a graph is very dense."""
    for route in (_RIGHT_ANGLES, _STRAIGHT):
        try:
            return engine.place("\n".join(_source(nodes, links, members, route, beside))), route
        except EngineFault:
            if route == _STRAIGHT:
                raise
    raise AssertionError("one of the two returns or raises")


def _source(
    nodes: Sequence[Size], links: Sequence[Link], members: list[int], route: str, beside: float
) -> Iterator[str]:
    yield "digraph {"
    distances = f"nodesep={beside / _POINTS:.4f} ranksep={_BETWEEN_RANKS / _POINTS:.4f}"
    yield f"graph [rankdir=TB mclimit=5 splines={route} {distances}]"
    yield 'node [shape=box fixedsize=true label=""]'
    yield "edge [dir=none]"
    ends = {end for member in members for end in (links[member].first, links[member].second)}
    yield from (_sized(f"n{index}", nodes[index]) for index in sorted(ends))
    yield from (_sized(f"l{member}", links[member].label) for member in members)
    yield from (f"{start} -> {end}" for member in members for start, end in _halves(links[member], member))
    yield "}"


def _sized(name: str, size: Size) -> str:
    return f"{name} [width={size[0] / _POINTS:.4f} height={size[1] / _POINTS:.4f}]"


def _halves(link: Link, index: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two lines of a link, to its label and from it, by the names that the engine knows."""
    return (f"n{link.first}", f"l{index}"), (f"l{index}", f"n{link.second}")


def _box(answer: Mapping[str, Any], height: float) -> Box:
    x, y = (float(part) for part in answer["pos"].split(","))
    wide, high = float(answer["width"]) * _POINTS, float(answer["height"]) * _POINTS
    return Box(x - wide / 2, height - y - high / 2, wide, high)


def _corners(spline: str, height: float) -> tuple[Point, ...]:
    """The corners of a line that Graphviz gives as a chain of curves whose handles lie on the line."""
    points = [tuple(float(part) for part in point.split(",")) for point in spline.split(" ")]
    return _simple([(x, height - y) for x, y in points], slack=0.5)


def _squared(corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same corners with every stretch exactly upright or level: the engine rounds."""
    found = [corners[0]]
    for x, y in corners[1:]:
        before = found[-1]
        found.append((before[0], y) if abs(x - before[0]) < abs(y - before[1]) else (x, before[1]))
    return tuple(found)


def _simple(points: list[Point], slack: float) -> tuple[Point, ...]:
    """The points without those that lie on the way between their neighbours, give or take some slack."""
    found: list[Point] = []
    for point in points:
        if found and abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) < slack:
            continue
        while len(found) > 1 and _in_line(found[-2], found[-1], point, slack):
            found.pop()
        found.append(point)
    return tuple(found)


def _in_line(first: Point, second: Point, third: Point, slack: float) -> bool:
    area = (second[0] - first[0]) * (third[1] - first[1]) - (third[0] - first[0]) * (second[1] - first[1])
    reach = max(abs(third[0] - first[0]), abs(third[1] - first[1]), 1.0)
    return abs(area) / reach < slack


def _joined(first: Line, second: Line) -> tuple[Point, ...]:
    """Both halves of a line as one; where they meet is hidden under the label."""
    before, after = first.corners, second.corners
    middle = (_inside(before[-2], before[-1], first.end), _inside(after[1], after[0], second.start))
    return _simple([*before, *middle, *after], slack=0.01)


def _inside(before: Point, at: Point, label: Box) -> Point:
    """Straight on from the border of the label to its middle line, so that no corner shows beside it."""
    upright = abs(at[0] - before[0]) < abs(at[1] - before[1])
    return (at[0], label.centre[1]) if upright else (label.centre[0], at[1])
