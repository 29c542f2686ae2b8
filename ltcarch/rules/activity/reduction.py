"""Takes out of a flow, piece by piece, what is certainly sound, and tells where a split and a join do not fit.

Each rule keeps soundness both ways. A step with one way in and one way out becomes a part of that way; a block that
alone follows another becomes one with it; of two ways between a split and a join that fit, one goes; so does a way
from a block to itself; a split that follows a split of its kind becomes one with it, and a join so with a join. What
does not fit is told, and then taken out as if it did, so that it is told once. Nothing is left of a flow that is built
of blocks and of loops with one entry, in time about linear in its ways; the rest must be tried out.

The theory: a flow of exclusive and parallel splits and joins is a free-choice workflow net (W. M. P. van der Aalst, The
Application of Petri Nets to Workflow Management, 1998; J. Desel and J. Esparza, Free Choice Petri Nets, 1995).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from ltcarch.rules.activity.course import Course
from ltcarch.rules.activity.flow import END, EXCLUSIVE, INCLUSIVE, PARALLEL, START, UNSAID, Flow, Key, Node

Role = str
_BASIC = (EXCLUSIVE, PARALLEL)
_MOVES = 100
"""How many links may be moved for each node when splits and joins become one, so that the time stays linear."""


@dataclass(slots=True, eq=False)
class Block:
    """A piece of flow that begins as `entry` joins and is left as `exit` splits; `steps` are done on the way."""

    entry: Node
    exit: Node
    steps: Course = Course()
    incoming: "dict[Link, None]" = field(default_factory=dict)
    outgoing: "dict[Link, None]" = field(default_factory=dict)

    @property
    def is_edge(self) -> bool:
        """Whether it is the start or the end of the whole."""
        return self.entry.key in (START, END)

    @property
    def is_exit(self) -> bool:
        """Whether it begins where the process, or a sub-process, is left."""
        return self.entry.key == END or self.entry.key[1:2] == ("out",)


@dataclass(slots=True, eq=False)
class Link:
    """A way from one block to another; `steps` are done on it."""

    source: Block
    target: Block
    steps: Course = Course()


class Misfit(NamedTuple):
    """A split and a join that do not fit, with the steps between them on one way, or on the way round of a loop."""

    split: Node
    join: Node
    steps: Course
    is_loop: bool = False


class Reduction(NamedTuple):
    """What did not fit, inclusive splits and joins that belong to no other one, and what is left, start and end too."""

    misfits: tuple[Misfit, ...]
    unmatched: tuple[tuple[Node, Role], ...]
    blocks: tuple[Block, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left but a way from start to end."""
        return len(self.blocks) == 2


def reduction(flow: Flow, *, is_told_exactly: bool = False) -> Reduction:
    """Take a flow apart, as far as its start reaches.

    Where splits and joins that follow one another become one, it can no longer be told how far a run has come when it
    goes wrong. If that must be told exactly, they stay.
    """
    if flow.line:
        return Reduction((), (), _start_and_end(flow))
    reached = [node for key, node in flow.nodes.items() if key in flow.reached]
    reducing = _Reducing(reached, () if is_told_exactly else _BASIC)
    inclusive = _inclusive(reducing.blocks)
    reducing.run()
    unmatched = tuple((node, role) for node, role in inclusive if (node.key, role) not in reducing.told)
    return Reduction(tuple(reducing.misfits.values()), unmatched, tuple(reducing.blocks))


def _start_and_end(flow: Flow) -> tuple[Block, Block]:
    """What is left of a flow in which one node follows the other."""
    start, end = (Block(flow.nodes[key], flow.nodes[key]) for key in (START, END))
    link = Link(start, end, Course(*(node for node in map(flow.nodes.__getitem__, flow.line) if node.is_step)))
    start.outgoing[link] = end.incoming[link] = None
    return start, end


def _inclusive(blocks: Iterable[Block]) -> list[tuple[Node, Role]]:
    found = []
    for block in blocks:
        if block.exit.split == INCLUSIVE and len(block.outgoing) > 1:
            found.append((block.exit, "split"))
        if block.entry.join == INCLUSIVE and len(block.incoming) > 1:
            found.append((block.entry, "join"))
    return found


class _Reducing:
    """A flow while it is taken apart."""

    def __init__(self, nodes: list[Node], flattened: tuple[str, ...]) -> None:
        self.flattened = flattened
        self.misfits: dict[tuple[Key, Key], Misfit] = {}
        self.told: set[tuple[Key, Role]] = set()
        self.pending: dict[Block, None] = {}
        self.pairs: dict[tuple[Block, Block], dict[Link, None]] = {}
        self.twins: dict[tuple[Block, Block], None] = {}
        self.simplified: dict[Block, None] = {}
        self.moves_left = _MOVES * len(nodes)
        own = {node.key: Block(node, node, Course(node) if node.is_step else Course()) for node in nodes}
        self.blocks: dict[Block, None] = dict.fromkeys(own.values())
        for node in nodes:
            for way in node.ways:
                self._link(own[node.key], own[way.target])
        self.pending = dict.fromkeys(reversed(self.blocks))

    def run(self) -> None:
        """Apply the rules until none fits: first those that take something out, then those that make one of two."""
        while self.pending or self.twins or self.simplified:
            if self.twins:
                self._take_out_twins(*self.twins.popitem()[0])
            elif self.pending:
                block, _ = self.pending.popitem()
                if block in self.blocks:
                    self.simplified[block] = None
                    self._simplify(block)
            else:
                block, _ = self.simplified.popitem()
                if block in self.blocks and not block.is_edge and self.moves_left > 0:
                    self._flatten(block)

    def _simplify(self, block: Block) -> None:
        self._take_out_loop(block)
        self._look_at_inclusive_twins(block)
        if block.is_edge or len(block.outgoing) != 1:
            return
        onward = _only(block.outgoing)
        if onward.target is block:
            return
        if len(block.incoming) == 1:
            self._pass_through(_only(block.incoming), block, onward)
        elif len(onward.target.incoming) == 1 and not onward.target.is_edge:
            self._merge(block, onward)

    def _link(self, source: Block, target: Block, steps: Course | None = None) -> None:
        link = Link(source, target, steps or Course())
        source.outgoing[link] = target.incoming[link] = None
        twins = self.pairs.setdefault((source, target), {})
        twins[link] = None
        if len(twins) > 1 and source is not target:
            self.twins[source, target] = None
        self.pending[source] = self.pending[target] = None

    def _unlink(self, link: Link) -> None:
        del link.source.outgoing[link], link.target.incoming[link], self.pairs[link.source, link.target][link]
        self.pending[link.source] = self.pending[link.target] = None

    def _remove(self, block: Block) -> None:
        for link in {**block.incoming, **block.outgoing}:
            self._unlink(link)
        del self.blocks[block]

    def _pass_through(self, into: Link, block: Block, onward: Link) -> None:
        """Make a block with one way in and one out a part of that way."""
        self._remove(block)
        self._link(into.source, onward.target, Course(into.steps, block.steps, onward.steps))

    def _merge(self, block: Block, onward: Link) -> None:
        """Make one block of two, of which the second alone follows the first."""
        follower = onward.target
        links = list(follower.outgoing)
        self._remove(follower)
        block.exit = follower.exit
        block.steps = Course(block.steps, onward.steps, follower.steps)
        for link in links:
            self._link(block, link.target, link.steps)

    def _take_out_loop(self, block: Block) -> None:
        """Take out the ways from a block to itself, unless nothing else leads out of it."""
        loops = list(self.pairs.get((block, block), ()))
        split, join = block.exit.split, block.entry.join
        if not loops or len(loops) == len(block.outgoing) or INCLUSIVE in (split, join):
            return
        if PARALLEL in (split, join):
            self._tell(block, block, Course(block.steps, loops[0].steps), is_loop=True)
        for link in loops:
            self._unlink(link)

    def _look_at_inclusive_twins(self, block: Block) -> None:
        """Look again at ways that could not be judged before all others had gone."""
        pairs = [(block, link.target) for link in islice(block.outgoing, 1)]
        pairs += [(link.source, block) for link in islice(block.incoming, 1)]
        for source, target in pairs:
            if INCLUSIVE in (source.exit.split, target.entry.join) and source is not target:
                self._take_out_twins(source, target)

    def _take_out_twins(self, source: Block, target: Block) -> None:
        """Leave one of several ways between two blocks, as far as their split and join allow it."""
        links = list(self.pairs.get((source, target), ()))
        are_all = len(links) == len(source.outgoing) == len(target.incoming)
        fit = _fit(source.exit.split, target, are_all) if len(links) > 1 else None
        if fit is None:
            return
        ways = [link.steps for link in links]
        shortest = min(ways, key=lambda way: way.length)
        if not fit:
            self._tell(source, target, shortest)
        elif source.exit.split != EXCLUSIVE:
            self.told |= {(source.exit.key, "split"), (target.entry.key, "join")}
        for link in links:
            self._unlink(link)
        are_all_done = fit and target.entry.join == PARALLEL
        self._link(source, target, Course(*ways) if are_all_done else shortest)

    def _tell(self, source: Block, target: Block, steps: Course, *, is_loop: bool = False) -> None:
        misfit = Misfit(source.exit, target.entry, steps, is_loop)
        self.misfits.setdefault((source.exit.key, target.entry.key), misfit)
        self.told |= {(source.exit.key, "split"), (target.entry.key, "join")}

    def _flatten(self, block: Block) -> None:
        """Make one of a split and the split that it follows, or of a join and the join that follows it."""
        if len(block.incoming) == 1:
            self._flatten_split(block, _only(block.incoming))
        elif len(block.outgoing) == 1 and not block.is_exit:
            self._flatten_join(block, _only(block.outgoing))

    def _flatten_split(self, block: Block, into: Link) -> None:
        source, split = into.source, block.exit.split
        if source is block or split != source.exit.split or split not in self.flattened:
            return
        links = list(block.outgoing)
        self._remove(block)
        ahead = Course(into.steps, block.steps)
        for number, link in enumerate(links):
            is_told = split == PARALLEL and number > 0
            self._link(source, link.target, link.steps if is_told else Course(ahead, link.steps))
        self.moves_left -= len(links)

    def _flatten_join(self, block: Block, onward: Link) -> None:
        target, join = onward.target, block.entry.join
        if target is block or join != target.entry.join or join not in self.flattened:
            return
        links = list(block.incoming)
        self._remove(block)
        after = Course(block.steps, onward.steps)
        for number, link in enumerate(links):
            is_told = join == PARALLEL and number > 0
            self._link(link.source, target, link.steps if is_told else Course(link.steps, after))
        self.moves_left -= len(links)


def _fit(split: str, target: Block, are_all: bool) -> bool | None:
    """Whether a split fits the join behind it, to which several of its ways lead; None where that is open.

    An inclusive split or join fits only one of its kind to which all its ways lead.
    """
    join = target.entry.join
    if split == UNSAID or (split == join and split in _BASIC) or (split, join) == (EXCLUSIVE, INCLUSIVE):
        return True
    if target.is_exit or (INCLUSIVE in (split, join) and not are_all):
        return None
    return split == join


def _only(links: dict[Link, None]) -> Link:
    return next(iter(links))
