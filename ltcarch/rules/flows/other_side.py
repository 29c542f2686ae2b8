"""The other side of an input or output: who makes what is taken, and who takes what is made."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from ltcarch.model import Architecture, Element

ByArtifact = Callable[[str], Iterable[Element]]


class OtherSide:
    """Who stands on the other side of an artifact; its parts and the wholes around it answer for it.

    What is known of one artifact is gathered once, so that an artifact that everybody uses costs no more than the
    number of its uses.
    """

    def __init__(self, architecture: Architecture, users: ByArtifact, handed_over: ByArtifact) -> None:
        """`users` gives those on the other side, `handed_over` those on this side for whom it is stated otherwise."""
        self._architecture = architecture
        self._kin = architecture.exchange.kin
        self._two_users = cache(lambda artifact: frozenset(islice(dict.fromkeys(users(artifact)), 2)))
        self._handed_over = cache(lambda artifact: frozenset(handed_over(artifact)))
        handed = self._handed_over
        ancestors = architecture.hierarchy.ancestors
        # Not a method of its own: each would hold the other, and a run does without the collector of such circles.
        self._above_handed_over = cache(
            lambda artifact: frozenset(above.id for end in handed(artifact) for above in ancestors(end))
        )

    def is_out_of_sight(self, artifact_id: str) -> bool:
        """Whether the other side may stand where nothing could be taken in."""
        return not self._architecture.is_whole and self._architecture.is_out_of_sight(*self._kin(artifact_id))

    def users(self, artifact_id: str) -> frozenset[Element]:
        """Some of those on the other side: nobody, the only one, or at least two."""
        return frozenset().union(*map(self._two_users, self._kin(artifact_id)))

    def is_stated(self, artifact_id: str, element: Element) -> bool:
        """Whether the other side is stated for the element, for one above it (the company included) or one below."""
        lineage = (*self._architecture.hierarchy.lineage(element), self._architecture.company)
        return any(
            element.id in self._above_handed_over(own) or not self._handed_over(own).isdisjoint(lineage)
            for own in self._kin(artifact_id)
        )
