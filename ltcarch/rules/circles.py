"""Circles among elements that name one another."""

from collections.abc import Iterable, Iterator, Mapping


def circles(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """The circles into which links lead, in time linear in the links; of circles that share a member, the first one.

    A circle begins at the member that comes first in `links`.
    """
    order = {own: place for place, own in enumerate(links)}
    settled: set[str] = set()
    told: set[str] = set()
    for start in links:
        if start in settled:
            continue
        way = {start: iter(links[start])}
        while way:
            here = next(reversed(way))
            onward = next(way[here], None)
            if onward is None:
                settled.add(here)
                del way[here]
            elif onward in way:
                if onward not in told and here not in told:
                    circle = _tail(way, onward)
                    if told.isdisjoint(circle):
                        told.update(circle)
                        yield _begun_at(circle, min(circle, key=order.__getitem__))
            elif onward in order and onward not in settled:
                way[onward] = iter(links[onward])


def _tail(way: dict[str, Iterator[str]], first: str) -> list[str]:
    """The members of a way from one on."""
    members: list[str] = []
    for own in reversed(way):
        members.append(own)
        if own == first:
            break
    return members[::-1]


def _begun_at(circle: list[str], first: str) -> tuple[str, ...]:
    at = circle.index(first)
    return (*circle[at:], *circle[:at])
