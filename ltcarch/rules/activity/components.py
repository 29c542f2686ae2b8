"""Loops in a graph: the groups of nodes that lead to one another."""

from collections.abc import Mapping, Sequence

from ltcarch.rules.activity.flow import Key


def components(links: Mapping[Key, Sequence[Key]]) -> list[list[Key]]:
    """The nodes in groups of those that lead to one another, each group after all groups to which it leads.

    Links to what is no node of the graph do not count. The method is Tarjan's, in linear time.
    """
    number: dict[Key, int] = {}
    lowest: dict[Key, int] = {}
    open_nodes: dict[Key, None] = {}
    found: list[list[Key]] = []
    for start in links:
        way = [] if start in number else [(start, iter(links[start]))]
        while way:
            here, onward = way[-1]
            if here not in number:
                number[here] = lowest[here] = len(number)
                open_nodes[here] = None
            follower = next((key for key in onward if key in links and (key not in number or key in open_nodes)), None)
            if follower is None:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[here])
                if lowest[here] == number[here]:
                    found.append(_closed(open_nodes, here))
            elif follower in number:
                lowest[here] = min(lowest[here], number[follower])
            else:
                way.append((follower, iter(links[follower])))
    return found


def _closed(open_nodes: dict[Key, None], first: Key) -> list[Key]:
    """Take from the open nodes those that were opened from one on."""
    group: list[Key] = []
    while first not in group[-1:]:
        group.append(open_nodes.popitem()[0])
    return group[::-1]


def is_loop(links: Mapping[Key, Sequence[Key]], component: Sequence[Key]) -> bool:
    """Whether a group of nodes has a way back to where it began."""
    return len(component) > 1 or component[0] in links[component[0]]
