"""What was made of files before, in this program or in an earlier one."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

_Made = TypeVar("_Made")


class Shelf(Protocol):
    """Where bytes outlive the program, by the kind of a file and its content, which it knows by the path."""

    def find(self, kind: str, path: str) -> bytes | None:
        """What an earlier program kept for this content, if anything."""

    def note(self, kind: str, path: str, make: Callable[[], bytes]) -> None:
        """Take note that something can be kept for this content, to be made when there is time."""


class Memory:
    """Keeps what was made of each file, as long as the file holds the same bytes and every run asks for it.

    A shelf, where there is one, has what does not depend on the run. Where there will be no other run, nothing is kept.
    """

    def __init__(self, shelf: Shelf | None = None, is_for_one_run: bool = False) -> None:
        self.shelf = shelf
        self._is_for_one_run = is_for_one_run
        self._kept: dict[tuple[str, str], tuple[bytes, Any]] = {}
        self._asked: dict[tuple[str, str], tuple[bytes, Any]] = {}

    def recall(self, kind: str, path: str, data: bytes, make: Callable[[], _Made]) -> _Made:
        """What was made of a file with this content; made now where it was not, or was something else."""
        if self._is_for_one_run:
            return make()
        former = self._kept.get((kind, path))
        if former is None or former[0] != data:
            former = (data, make())
        self._asked[kind, path] = former
        return former[1]

    def close_run(self) -> None:
        """Forget what the run that ends here did not ask for."""
        self._kept, self._asked = self._asked, {}
