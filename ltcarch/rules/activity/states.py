"""Tries out what a reduced flow can do, the shortest runs first, until something goes wrong.

A state is the set of links that wait to be taken up. In a sound flow of exclusive and parallel splits and joins nothing
is begun a second time before it is done; so the search ends there, and the states are finite. Such a flow is sound if
and only if no run gets stuck, ends while something is still to do, or begins something a second time.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from heapq import heappop, heappush
from itertools import chain, count
from typing import NamedTuple

from ltcarch.rules.activity.flow import PARALLEL, START, Node
from ltcarch.rules.activity.reduction import Block, Link

State = int
"""One bit for each link that waits."""


class FaultKind(IntEnum):
    """What can go wrong; of runs of one length the first kind is told."""

    STUCK = 0
    TWICE = 1
    LEFT_OVER = 2


class Move(NamedTuple):
    """One block is run: it takes up links and leads on to others."""

    block: Block
    taken: tuple[Link, ...]
    given: tuple[Link, ...]

    @property
    def length(self) -> int:
        """How many steps are done."""
        return self.block.steps.length + _length(self.taken)


class Fault(NamedTuple):
    """A run that goes wrong. `waiting` are the links at its end, `done` those of them whose steps are done.

    `at` is a link that shows what is wrong: to a join that waits for others; one that is left over; or one over which
    something is begun a second time.
    """

    kind: FaultKind
    moves: tuple[Move, ...]
    waiting: tuple[Link, ...]
    done: tuple[Link, ...]
    at: Link

    @property
    def steps(self) -> tuple[Node, ...]:
        """What is done, in an order in which it can be done."""
        parts = [(*(link.steps for link in move.taken), move.block.steps) for move in self.moves]
        return tuple(chain(*chain(*parts), *(link.steps for link in self.done)))


class TooManyStates(Exception):
    """The search was given up."""


def first_fault(blocks: tuple[Block, ...], most: int) -> Fault | None:
    """The shortest run that goes wrong in a flow; None if none does.

    Raises TooManyStates if it has come upon more than `most` states and found nothing.
    """
    return _Search(blocks).fault(most)


class _Search:
    """The states of one flow, as far as they are known."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.links = [link for block in blocks for link in block.outgoing]
        self.bits = {link: 1 << place for place, link in enumerate(self.links)}
        self.start = next(block for block in blocks if block.entry.key == START)
        self.before: dict[State, tuple[State, Move] | None] = {}
        self.worst: tuple[int, int, int, Fault] | None = None
        self.numbers = count()

    def fault(self, most: int) -> Fault | None:
        lengths = {self.bits[link]: 0 for link in self.start.outgoing}
        self.before = dict.fromkeys(lengths)
        pending = [(0, next(self.numbers), state) for state in lengths]
        settled: set[State] = set()
        while pending:
            length, _, state = heappop(pending)
            if self.worst and self.worst[0] < length:
                break
            if state in settled:
                continue
            settled.add(state)
            if len(lengths) > most:
                if self.worst:
                    break
                raise TooManyStates
            for after, move in self._onward(state, length):
                if length + move.length < lengths.get(after, length + move.length + 1):
                    lengths[after] = length + move.length
                    self.before[after] = (state, move)
                    heappush(pending, (lengths[after], next(self.numbers), after))
        return self.worst[3] if self.worst else None

    def _onward(self, state: State, length: int) -> Iterator[tuple[State, Move]]:
        """The states that follow. What goes wrong in this one, or on the way to one, is kept."""
        waiting = tuple(self._in(state))
        self._look_for_too_much(state, waiting, length)
        moves = list(self._moves(state, waiting))
        if not moves and not any(link.target.is_edge for link in waiting):
            self._keep(FaultKind.STUCK, state, waiting, waiting, waiting[0], length)
        for move in moves:
            rest = state & ~self._state(move.taken)
            again = next((link for link in move.given if self.bits[link] & rest), None)
            if again is None:
                yield rest | self._state(move.given), move
            else:
                left = tuple(self._in(rest))
                self._keep(FaultKind.TWICE, state, left, (), again, length + move.length, move)

    def _look_for_too_much(self, state: State, waiting: tuple[Link, ...], length: int) -> None:
        """Keep what is left over when the end is reached, and what is begun over two links at once."""
        ended = min((link for link in waiting if link.target.is_edge), key=lambda link: link.steps.length, default=None)
        if ended and len(waiting) > 1:
            others = [link for link in waiting if link is not ended]
            left = next((link for link in others if not link.target.is_edge), others[0])
            self._keep(FaultKind.LEFT_OVER, state, waiting, (ended,), left, length)
        first: dict[Block, Link] = {}
        for link in sorted(waiting, key=lambda link: link.steps.length):
            if link.target in first and link.target.entry.join != PARALLEL and not link.target.is_edge:
                self._keep(FaultKind.TWICE, state, waiting, (first[link.target], link), link, length)
            first.setdefault(link.target, link)

    def _moves(self, state: State, waiting: Iterable[Link]) -> Iterator[Move]:
        for link in waiting:
            block = link.target
            if block.is_edge:
                continue
            taken: tuple[Link, ...] = (link,)
            if block.entry.join == PARALLEL:
                taken = tuple(block.incoming)
                if link is not taken[0] or self._state(taken) & ~state:
                    continue
            if block.exit.split == PARALLEL:
                yield Move(block, taken, tuple(block.outgoing))
            else:
                for onward in block.outgoing:
                    yield Move(block, taken, (onward,))

    def _keep(
        self,
        kind: FaultKind,
        state: State,
        waiting: tuple[Link, ...],
        done: tuple[Link, ...],
        at: Link,
        length: int,
        last: Move | None = None,
    ) -> None:
        length += _length(done)
        if self.worst is None or (length, kind) < self.worst[:2]:
            moves = (*self._moves_to(state), *((last,) if last else ()))
            self.worst = (length, kind, next(self.numbers), Fault(kind, moves, waiting, done, at))

    def _moves_to(self, state: State) -> tuple[Move, ...]:
        moves: list[Move] = []
        before = self.before[state]
        while before is not None:
            moves.append(before[1])
            before = self.before[before[0]]
        return tuple(reversed(moves))

    def _state(self, links: Iterable[Link]) -> State:
        state = 0
        for link in links:
            state |= self.bits[link]
        return state

    def _in(self, state: State) -> Iterator[Link]:
        while state:
            lowest = state & -state
            yield self.links[lowest.bit_length() - 1]
            state ^= lowest


def _length(links: Iterable[Link]) -> int:
    return sum(link.steps.length for link in links)
