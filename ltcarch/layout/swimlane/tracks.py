"""The tracks on which lines run side by side, ordered so that they cross little."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from ltcarch.layout.swimlane.routes import Channel, Trunk, must_precede

Line = TypeVar("Line", bound=Hashable)


def trunk_tracks(trunks: Sequence[Trunk]) -> dict[Trunk, int]:
    """The track of each trunk of one zone, counted from the left."""
    before = must_precede({trunk: trunk.stubs for trunk in trunks})
    spans = {trunk: trunk.span for trunk in trunks}

    def crossings(left: Trunk, right: Trunk) -> int:
        """What crosses if one stands to the left of the other."""
        low, high = spans[right]
        amount = sum(stub.is_right and low < stub.height < high for stub in left.stubs)
        low, high = spans[left]
        return amount + sum(not stub.is_right and low < stub.height < high for stub in right.stubs)

    return _tracks(trunks, spans, crossings, before)


def channel_tracks(channels: Sequence[Channel]) -> dict[Channel, int]:
    """The track of each line in one channel, counted from the top."""
    spans = {channel: channel.span for channel in channels}

    def crossings(upper: Channel, lower: Channel) -> int:
        """What crosses if one stands above the other."""
        low, high = spans[lower]
        amount = sum(bend.is_below and low < bend.place < high for bend in upper.bends)
        low, high = spans[upper]
        return amount + sum(not bend.is_below and low < bend.place < high for bend in lower.bends)

    return _tracks(channels, spans, crossings, {})


def _tracks(
    lines: Sequence[Line],
    spans: Mapping[Line, tuple[int, int]],
    crossings: Callable[[Line, Line], int],
    before: Mapping[Line, Iterable[Line]],
) -> dict[Line, int]:
    """First an order with few crossings, then the least track beyond all earlier lines that run beside."""
    track: dict[Line, int] = {}
    for line in _ordered(lines, crossings, before):
        low, high = spans[line]
        beside = [track[own] for own in track if spans[own][0] <= high and low <= spans[own][1]]
        track[line] = max(beside, default=-1) + 1
    return track


def _ordered(
    lines: Sequence[Line], crossings: Callable[[Line, Line], int], before: Mapping[Line, Iterable[Line]]
) -> list[Line]:
    if len(lines) < 2:
        return list(lines)
    gain = {own: sum(crossings(own, other) - crossings(other, own) for other in lines) for own in lines}
    left = list(lines)
    order: list[Line] = []
    while left:
        waiting = set(left)
        free = [own for own in left if not any(one in waiting for one in before.get(own, ()))]
        chosen = min(free, key=lambda own: gain[own])
        left.remove(chosen)
        order.append(chosen)
        for own in left:
            gain[own] -= crossings(own, chosen) - crossings(chosen, own)
    return order
