"""The steps that are done on a way, one after the other."""

from collections.abc import Iterator
from typing import Union

from ltcarch.rules.activity.flow import Node


class Course:
    """Steps in their order. Courses are joined without being copied, so that long ways are built in linear time."""

    __slots__ = ("_parts", "length")

    def __init__(self, *parts: Union[Node, "Course"]) -> None:
        self._parts = tuple(part for part in parts if isinstance(part, Node) or part.length)
        self.length: int = sum(1 if isinstance(part, Node) else part.length for part in self._parts)

    def __bool__(self) -> bool:
        return self.length > 0

    def __iter__(self) -> Iterator[Node]:
        return self._walk(backward=False)

    def __reversed__(self) -> Iterator[Node]:
        return self._walk(backward=True)

    def _walk(self, *, backward: bool) -> Iterator[Node]:
        pending: list[Node | Course] = [self]
        while pending:
            part = pending.pop()
            if isinstance(part, Node):
                yield part
            else:
                pending += part._parts if backward else part._parts[::-1]

    @property
    def first(self) -> Node:
        """The first step. There must be one."""
        return next(iter(self))

    @property
    def last(self) -> Node:
        """The last step. There must be one."""
        return next(reversed(self))
