"""In which column each station stands: how many others come before it, loops left out."""

from collections.abc import Iterator

from ltcarch.layout.swimlane.graph import Graph, Way


def columns(graph: Graph) -> tuple[dict[str, int], frozenset[str]]:
    """The column of each station, and the ids of the ways that lead back."""
    onward: dict[str, list[Way]] = {own: [] for own in graph.stations}
    entered = set()
    for way in graph.ways:
        onward[way.source].append(way)
        if way.source != way.target:
            entered.add(way.target)
    order, back = _depth_first(onward, [own for own in graph.stations if own not in entered])
    column = dict.fromkeys(graph.stations, 0)
    for station in order:
        for way in onward[station]:
            if way.id not in back:
                column[way.target] = max(column[way.target], column[station] + 1)
    for station in graph.stations:
        if station not in entered and onward[station]:
            column[station] = max(0, min(column[way.target] for way in onward[station]) - 1)
    return column, back


def _depth_first(onward: dict[str, list[Way]], first: list[str]) -> tuple[list[str], frozenset[str]]:
    """The stations, each before those that follow it, but for the ways back, whose ids come second."""
    done: list[str] = []
    back: set[str] = set()
    open_: set[str] = set()
    seen: set[str] = set()
    for start in (*first, *onward):
        if start in seen:
            continue
        seen.add(start)
        open_.add(start)
        pending: list[tuple[str, Iterator[Way]]] = [(start, iter(onward[start]))]
        while pending:
            station, ways = pending[-1]
            way = next(ways, None)
            if way is None:
                pending.pop()
                open_.discard(station)
                done.append(station)
            elif way.target in open_:
                back.add(way.id)
            elif way.target not in seen:
                seen.add(way.target)
                open_.add(way.target)
                pending.append((way.target, iter(onward[way.target])))
    return done[::-1], frozenset(back)
