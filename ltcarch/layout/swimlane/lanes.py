"""In which order lanes stand: those that hand over to one another close together."""

from collections import Counter
from collections.abc import Sequence

from ltcarch.layout.swimlane.graph import Graph


def lane_order(graph: Graph) -> list[str]:
    """The lanes so that ways cross few of them; as they are listed where that is as good."""
    links: Counter[tuple[str, str]] = Counter()
    for way in graph.ways:
        one, other = sorted((graph.stations[way.source].lane, graph.stations[way.target].lane))
        if one != other:
            links[one, other] += 1
    order = list(graph.lanes)
    best = _length(order, links)
    improved = True
    while improved:
        improved = False
        for lane in graph.lanes:
            others = [own for own in order if own != lane]
            for place in range(len(order)):
                trial = [*others[:place], lane, *others[place:]]
                length = _length(trial, links)
                if length < best:
                    order, best, improved = trial, length, True
    return order


def _length(order: Sequence[str], links: Counter[tuple[str, str]]) -> int:
    place = {lane: index for index, lane in enumerate(order)}
    return sum(amount * abs(place[one] - place[other]) for (one, other), amount in links.items())
