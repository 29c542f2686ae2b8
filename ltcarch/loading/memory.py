"""What was made of files before, for a program that reads a project again and again."""

from collections.abc import Callable
from typing import Any, TypeVar

_Made = TypeVar("_Made")


class Memory:
    """Keeps what was made of each file, as long as the file holds the same bytes and every run asks for it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[bytes, Any]] = {}
        self._asked: dict[tuple[str, str], tuple[bytes, Any]] = {}

    def recall(self, kind: str, path: str, data: bytes, make: Callable[[], _Made]) -> _Made:
        """What was made of a file with this content; made now where it was not, or was something else."""
        former = self._kept.get((kind, path))
        if former is None or former[0] != data:
            former = (data, make())
        self._asked[kind, path] = former
        return former[1]

    def close_run(self) -> None:
        """Forget what the run that ends here did not ask for."""
        self._kept, self._asked = self._asked, {}
