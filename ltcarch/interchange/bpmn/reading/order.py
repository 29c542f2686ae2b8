"""In which order the steps of a flow stand in a list: as the process runs, the first branch first."""

from ltcarch.interchange.bpmn.reading.graph import Form, Graph, Node


def in_order(graph: Graph) -> list[Node]:
    """The steps, each after those that lead to it, as far as loops allow."""
    begins = [way.target for start in graph.of_form(Form.START) for way in graph.out_of(start.key)]
    reached = {way.target for way in graph.ways}
    free = [own.key for own in graph.nodes.values() if own.form is Form.STEP and own.key not in reached]
    onward: dict[str, list[str]] = {}
    for way in graph.ways:
        onward.setdefault(way.source, []).append(way.target)
    row: list[str] = []
    seen: set[str] = set()
    for begin in (*begins, *free, *graph.nodes):
        row += _run_from(begin, onward, seen)
    first = next((own for own in begins if graph.nodes[own].form is Form.STEP), None)
    ordered = [first, *(own for own in row if own != first)] if first else row
    return [graph.nodes[own] for own in ordered if graph.nodes[own].form is Form.STEP]


def _run_from(begin: str, onward: dict[str, list[str]], seen: set[str]) -> list[str]:
    """What can be reached and was not seen, each before all behind it; without recursion, since a flow may be long."""
    done: list[str] = []
    pending: list[tuple[str, bool]] = [(begin, False)]
    while pending:
        own, is_left = pending.pop()
        if is_left:
            done.append(own)
        elif own not in seen:
            seen.add(own)
            pending.append((own, True))
            pending += [(target, False) for target in onward.get(own, ())]
    return done[::-1]
