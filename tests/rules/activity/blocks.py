"""Random flows that are sound by construction, and ways to spoil them."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random

from tests.rules.activity.drawn import END, Drawn, DrawnFlow, arrivals


class _Growing:
    def __init__(self, random: Random, most: int, *, with_inclusive: bool) -> None:
        self.random = random
        self.most = most
        self.kinds = ["step", "step", "exclusive", "parallel", "loop", *(["inclusive"] if with_inclusive else [])]
        self.flow: DrawnFlow = {}

    def step(self, *before: str, join: str | None = None) -> str:
        name = f"a{len(self.flow)}"
        self.flow[name] = Drawn(join=join)
        for own in before:
            self.flow[own].next.append(name)
        return name

    def grow(self, here: str, budget: int, *, alone: bool) -> str:
        """Let the flow go on from a step; the step with which it stops. It may end early only while it runs alone."""
        while budget > 0 and len(self.flow) < self.most:
            kind = self.random.choice(self.kinds)
            part = self.random.randint(1, budget)
            budget -= part
            if kind == "step":
                here = self.step(here)
            elif kind == "loop":
                here = self.loop(here, part, alone=alone)
            else:
                here = self.block(here, kind, part, alone=alone)
        return here

    def loop(self, here: str, budget: int, *, alone: bool) -> str:
        head = self.step(here)
        last = self.grow(head, budget // 2, alone=alone)
        self.flow[last].split = "exclusive"
        if self.random.random() < 0.4:
            again = self.step(last)
            again = self.grow(again, budget // 3, alone=alone)
            self.flow[again].next.append(head)
        else:
            self.flow[last].next.append(head)
        return self.step(last)

    def block(self, here: str, kind: str, budget: int, *, alone: bool) -> str:
        split = here if self.random.random() < 0.5 else self.step(here)
        self.flow[split].split = kind
        count = self.random.randint(2, 4)
        ends = []
        for _ in range(count):
            branch = self.step(split)
            ends.append(self.grow(branch, budget // count, alone=alone and kind == "exclusive"))
        if self.random.random() < 0.3:
            ends.append(split)
        if kind == "exclusive" and alone and self.random.random() < 0.3:
            self.flow[split].next.append(END)
        return self.step(*ends, join=kind if kind != "exclusive" or self.random.random() < 0.5 else None)


def sound_flow(random: Random, most: int = 40, *, with_inclusive: bool = True) -> DrawnFlow:
    """A flow of blocks and loops with up to about so many steps."""
    growing = _Growing(random, most, with_inclusive=with_inclusive)
    last = growing.grow(growing.step(), random.randint(1, most), alone=True)
    growing.flow[last].next.append(END)
    return growing.flow


def spoilt(random: Random, flow: DrawnFlow) -> Iterator[tuple[str, DrawnFlow]]:
    """The flow with one fault each, by the name of what was done to it, as far as it has a place for that."""
    splits = [name for name, step in flow.items() if len(step.next) > 1]
    joins = [name for name in flow if len(arrivals(flow, name)) > 1]
    parallel = [name for name in splits if flow[name].split == "parallel"]
    for what, places in (("drop a branch", parallel), ("turn a split", splits), ("turn a join", joins)):
        if places:
            copy = deepcopy(flow)
            _SPOIL[what](copy, random.choice(places))
            yield what, copy
    inside = [(split, name) for split in parallel for name in _branch_steps(flow, split)]
    for what in ("go back from a parallel block", "jump out of a parallel block") if inside else ():
        split, name = random.choice(inside)
        copy = deepcopy(flow)
        copy[name].split = "exclusive"
        copy[name].next.append(split if what.startswith("go back") else END)
        yield what, copy


def _branch_steps(flow: DrawnFlow, split: str) -> list[str]:
    """The steps that begin a branch and have one way on, not yet to where it will be led."""
    return [
        name
        for name in flow[split].next
        if name != END and len(flow[name].next) == 1 and len(arrivals(flow, name)) == 1
    ]


def _drop_branch(flow: DrawnFlow, split: str) -> None:
    flow[split].next.pop(0)


def _turn_split(flow: DrawnFlow, name: str) -> None:
    flow[name].split = "parallel" if flow[name].split == "exclusive" else "exclusive"


def _turn_join(flow: DrawnFlow, name: str) -> None:
    flow[name].join = "parallel" if flow[name].join in (None, "exclusive") else "exclusive"


_SPOIL = {"drop a branch": _drop_branch, "turn a split": _turn_split, "turn a join": _turn_join}


def any_flow(random: Random, most: int = 12) -> DrawnFlow:
    """Steps that lead, split and join anyhow; half of the flows are sound ones with some links changed."""
    if random.random() < 0.5:
        flow = sound_flow(random, most - 4, with_inclusive=False)
    else:
        flow = {f"a{number}": Drawn() for number in range(random.randint(2, most))}
        names = list(flow)
        for number, step in enumerate(flow.values()):
            onward = [*names[number + 1 : number + 4], END]
            step.next = random.sample(onward, random.randint(1, min(2, len(onward))))
    for _ in range(random.choice((0, 1, 1, 2))):
        _change_a_link(random, flow)
    _lead_to_all(random, flow)
    for name, step in flow.items():
        if len(step.next) > 1 and (step.split is None or random.random() < 0.1):
            step.split = random.choice(("exclusive", "parallel"))
        if len(arrivals(flow, name)) > 1 and step.join is None and random.random() < 0.4:
            step.join = random.choice(("exclusive", "parallel"))
    return flow if len(flow) <= most else any_flow(random, most)


def _change_a_link(random: Random, flow: DrawnFlow) -> None:
    step = flow[random.choice(list(flow))]
    targets = [name for name in (*flow, END) if name not in step.next]
    if targets:
        if len(step.next) > 2 or random.random() < 0.5:
            step.next.pop(random.randrange(len(step.next)))
        step.next.append(random.choice(targets))


def _lead_to_all(random: Random, flow: DrawnFlow) -> None:
    """Lead to most steps to which nothing leads, from one before them."""
    names = list(flow)
    for number, name in enumerate(names):
        if number and not arrivals(flow, name) and random.random() < 0.9:
            flow[names[random.randrange(number)]].next.append(name)
