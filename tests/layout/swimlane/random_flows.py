"""Random flows to lay out: activities in lanes, with splits, joins, loops and labels."""

from random import Random

from ltcarch.layout.swimlane import Graph, Side, Station, Way

EVERY_SIDE = frozenset(Side)
ACROSS = EVERY_SIDE - {Side.RIGHT}


def activity(own: str, lane: str, random: Random) -> Station:
    high = random.choice([30.0, 38.0, 52.0])
    return Station(own, lane, 84, high, high, 84, high, high)


def gateway(own: str, lane: str) -> Station:
    return Station(own, lane, 20, 20, 20, 20, 20, 20, EVERY_SIDE - {Side.LEFT}, ACROSS, ACROSS)


def event(own: str, lane: str) -> Station:
    return Station(own, lane, 50, 15, 45, 15, 15, 15, returns=frozenset({Side.LEFT}))


class RandomFlow:
    """One flow, grown from a line of activities."""

    def __init__(self, random: Random, most: int = 120) -> None:
        self.random = random
        self.lanes = [f"lane {index}" for index in range(random.randint(1, 12))]
        self.stations: dict[str, Station] = {}
        self.ways: list[Way] = []
        self.left = random.randint(5, most)
        start = self.add(event)
        last = self.block(start, 0)
        while self.left > 0:
            last = self.block(last, 0)
        self.link(last, self.add(event))
        self.jump()

    def add(self, kind) -> str:
        own = f"{kind.__name__} {len(self.stations)}"
        lane = self.random.choice(self.lanes)
        self.stations[own] = activity(own, lane, self.random) if kind is activity else kind(own, lane)
        self.left -= kind is activity
        return own

    def link(self, source: str, target: str, labelled: bool = False, leaves: Side | None = None) -> None:
        label = (float(self.random.randint(20, 116)), float(self.random.choice([16, 32]))) if labelled else None
        self.ways.append(Way(f"way {len(self.ways)}", source, target, label, leaves))

    def block(self, source: str, depth: int) -> str:
        """What follows a station: an activity, branches that meet again, or a loop; returns its last station."""
        kind = self.random.random()
        if kind < 0.6 or depth > 3 or self.left < 4:
            own = self.add(activity)
            self.link(source, own)
            return own
        first = self.add(gateway)
        self.link(source, first)
        if kind < 0.85:
            ends = [
                self.chain(first, depth, labelled=self.random.random() < 0.6) for _ in range(self.random.randint(2, 4))
            ]
            last = self.add(self.random.choice([gateway, activity]))
            for end in ends:
                self.link(end, last, labelled=end == first)
            return last
        last = self.add(gateway)
        self.link(self.chain(first, depth), last)
        self.link(last, first, labelled=True)
        return last

    def chain(self, source: str, depth: int, labelled: bool = False) -> str:
        own = self.add(activity)
        self.link(source, own, labelled)
        for _ in range(self.random.randint(0, 2)):
            own = self.block(own, depth + 1)
        return own

    def jump(self) -> None:
        """Ways that no block explains, forward and back, and times that run out."""
        names = list(self.stations)
        for _ in range(self.random.randint(0, max(1, len(names) // 8))):
            source, target = self.random.sample(names[1:-1], 2)
            if self.stations[source].exits == frozenset({Side.RIGHT}):
                late = self.random.random() < 0.5 and not any(way.source == source and way.leaves for way in self.ways)
                self.link(source, target, labelled=late, leaves=Side.BOTTOM if late else None)
            else:
                self.link(source, target, labelled=True)

    @property
    def graph(self) -> Graph:
        return Graph(self.lanes, self.stations, self.ways)


def random_flow(seed: int, most: int = 120) -> Graph:
    """The same flow for the same seed."""
    return RandomFlow(Random(seed), most).graph
