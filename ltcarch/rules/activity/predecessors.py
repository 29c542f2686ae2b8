"""What arrives at the nodes of a graph from those before them, for many things at once."""

from collections.abc import Iterator, Mapping, Sequence

from ltcarch.rules.activity.components import components, is_loop
from ltcarch.rules.activity.flow import Key

_AT_ONCE = 2048
"""How many things share one walk: their bits stand in one number for each node."""


def arrivals(
    links: Mapping[Key, Sequence[Key]], sources: Sequence[Sequence[Key]]
) -> Iterator[tuple[range, Mapping[Key, int]]]:
    """For each node the things that come to it over one link or more, where `sources` lists the sources of each thing.

    The things are told in portions: the range of their places in `sources`, and for each node a number with a bit for
    each of them that arrives, the lowest for the first.
    """
    groups = components(links)[::-1]
    for first in range(0, len(sources), _AT_ONCE):
        portion = range(first, min(first + _AT_ONCE, len(sources)))
        bits: dict[Key, int] = {}
        for place in portion:
            for key in sources[place]:
                bits[key] = bits.get(key, 0) | 1 << (place - first)
        yield portion, _arrived(links, groups, bits)


def _arrived(
    links: Mapping[Key, Sequence[Key]], groups: Sequence[Sequence[Key]], bits: Mapping[Key, int]
) -> dict[Key, int]:
    """The bits that arrive at each node. Groups come before those to which they lead."""
    arrived: dict[Key, int] = {}
    for group in groups:
        into = own = 0
        for key in group:
            into |= arrived.get(key, 0)
            own |= bits.get(key, 0)
        goes_round = is_loop(links, group)
        for key in group:
            arrived[key] = into | own if goes_round else into
        for onward in {onward for key in group for onward in links[key]}:
            if goes_round or onward not in group:
                arrived[onward] = arrived.get(onward, 0) | into | own
    return arrived
