"""What soundness means, tried out on every state: slow, and without any idea that the rules use.

A state is a bag of tokens on links. A parallel join takes one from each of its links, any other step one from one of
them; a parallel split gives one to each of its links, any other step one to one of them.
"""

from collections import Counter, deque
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from tests.rules.activity.drawn import END, DrawnFlow, arrivals

Link = tuple[str, str]
State = frozenset[tuple[Link, int]]
MOST_TOKENS = 2
"""With more on one link they pile up for ever, or the flow is unsound anyway."""


def starts(flow: DrawnFlow) -> list[str]:
    """The steps to which nothing leads, and the first one if none of these leads to it."""
    free = [name for name in flow if not arrivals(flow, name)]
    first = next(iter(flow))
    return free if first in _reached(flow, free) else [first, *free]


def _reached(flow: DrawnFlow, names: list[str]) -> set[str]:
    seen, pending = set(names), list(names)
    while pending:
        onward = set(flow[pending.pop()].next) - seen - {END}
        seen |= onward
        pending += onward
    return seen


def is_sound(flow: DrawnFlow) -> bool:
    """Whether from every state the end can be reached, alone, and every step can be done."""
    return len(starts(flow)) == 1 and EveryState(flow).is_sound


class EveryState:
    """All states that a flow with one start can be in."""

    def __init__(self, flow: DrawnFlow) -> None:
        self.flow = flow
        self.first = starts(flow)[0]
        self.into: dict[str, list[Link]] = {name: [] for name in (*flow, END)}
        self.into[self.first].append(("", self.first))
        for name, step in flow.items():
            for target in step.next:
                self.into[target].append((name, target))

    def moves(self, state: State) -> Iterator[tuple[str, State]]:
        """Each step that can be done, with the state after it."""
        tokens = Counter(dict(state))
        for name, step in self.flow.items():
            if step.join == "parallel":
                taken = [self.into[name]] if all(tokens[link] for link in self.into[name]) else []
            else:
                taken = [[link] for link in self.into[name] if tokens[link]]
            ways = [(name, target) for target in step.next]
            given = [ways] if step.split == "parallel" else [[way] for way in ways]
            for take, give in product(taken, given):
                after = tokens.copy()
                after.subtract(take)
                after.update(give)
                yield name, frozenset((link, count) for link, count in after.items() if count)

    @cached_property
    def _explored(self) -> tuple[dict[State, list[State]], set[str], bool]:
        """The states with their followers, the steps that were done, and whether tokens pile up."""
        begin: State = frozenset({(("", self.first), 1)})
        onward: dict[State, list[State]] = {}
        done: set[str] = set()
        pending = deque([begin])
        while pending:
            state = pending.popleft()
            if state in onward:
                continue
            if any(count > MOST_TOKENS for _, count in state):
                return onward, done, True
            onward[state] = []
            for name, after in self.moves(state):
                done.add(name)
                onward[state].append(after)
                pending.append(after)
        return onward, done, False

    @cached_property
    def is_sound(self) -> bool:
        """Option to complete, proper completion, no dead step."""
        onward, done, piles_up = self._explored
        if piles_up or done != set(self.flow):
            return False
        final = [state for state in onward if _ended(state) == sum(count for _, count in state) == 1]
        if any(_ended(state) and state not in final for state in onward):
            return False
        back: dict[State, list[State]] = {}
        for state, followers in onward.items():
            for follower in followers:
                back.setdefault(follower, []).append(state)
        seen, pending = set(final), list(final)
        while pending:
            for before in back.get(pending.pop(), ()):
                if before not in seen:
                    seen.add(before)
                    pending.append(before)
        return seen == set(onward)

    def shortest_fault(self) -> int:
        """How many steps are done before a flow is stuck, has ended with something left, or begins something twice."""
        begin: State = frozenset({(("", self.first), 1)})
        pending, seen = deque([(0, begin)]), {begin}
        while pending:
            length, state = pending.popleft()
            moves = list(self.moves(state))
            ended, tokens = _ended(state), sum(count for _, count in state)
            if (ended and tokens > 1) or self._begins_twice(state) or (not moves and not ended):
                return length
            for _, after in moves:
                if after not in seen:
                    seen.add(after)
                    pending.append((length + 1, after))
        raise AssertionError("nothing goes wrong")

    def _begins_twice(self, state: State) -> bool:
        waiting = Counter(target for (_, target), count in state for _ in range(count))
        return any(count > 1 for _, count in state) or any(
            count > 1 and name != END and self.flow[name].join != "parallel" for name, count in waiting.items()
        )


def _ended(state: State) -> int:
    return sum(count for (_, target), count in state if target == END)
