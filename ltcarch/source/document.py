"""The data of one YAML file, with the place of every key and value.

Mappings and sequences are plain dictionaries and lists that carry one number: where their marks begin in the
document's array. A mark is seven numbers: the key's line, column and end column, then the value's span. A
sequence's marks leave the key at zero; the last mark is that of the root. Lines and columns in the array count
from 0. One compact array instead of an object a place is what lets a file of 100,000 elements fit into little memory.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from ltcarch.source.text import Location, SourceText, Span

MARK = 7
FEW_KEYS = 100
Step = str | int


class Mapping(dict[str, Any]):
    """A YAML mapping; keys are always text."""

    __slots__ = ("marks",)
    marks: int


class Sequence(list[Any]):
    """A YAML sequence."""

    __slots__ = ("marks",)
    marks: int


Collection = Mapping | Sequence


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file that was read: its text, its data, and the marks of all that stands in it."""

    source: SourceText
    root: object
    marks: "array[int]" = field(repr=False)
    _positions: dict[int, dict[str, int]] = field(default_factory=dict, repr=False)
    _insides: dict[int, tuple[list[int], list[tuple[Step, Collection]]]] = field(default_factory=dict, repr=False)

    def _position(self, mapping: Mapping, key: Step) -> int:
        """The place of a key among the keys of a mapping; remembered, since one with very many can be asked often."""
        if len(mapping) <= FEW_KEYS:
            return list(mapping).index(str(key))
        if mapping.marks not in self._positions:
            self._positions[mapping.marks] = {own: index for index, own in enumerate(mapping)}
        return self._positions[mapping.marks][str(key)]

    def _mark(self, collection: Collection, step: Step) -> list[int] | None:
        if isinstance(collection, Mapping):
            if step not in collection:
                return None
            index = self._position(collection, step)
        elif isinstance(step, int) and 0 <= step < len(collection):
            index = step
        else:
            return None
        start = collection.marks + index * MARK
        return list(self.marks[start : start + MARK])

    def mark(self, collection: Collection, step: Step) -> tuple[int, ...]:
        """The seven numbers of an entry, lines and columns counted from 0. Raises KeyError where there is none."""
        found = self._mark(collection, step)
        if found is None:
            raise KeyError(step)
        return tuple(found)

    def beginning(self, collection: Collection) -> tuple[int, int]:
        """The line and column, counted from 0, of a bracket or else of the first key or dash."""
        line, column, _, _ = self._own_place(collection)
        return line, column

    def is_flow(self, collection: Collection) -> bool:
        """Whether a map or list that is not empty is written with brackets."""
        line, column, end_line, end_column = self._own_place(collection)
        return (line, column) != (end_line, end_column)

    def _own_place(self, collection: Collection) -> tuple[int, ...]:
        """A collection's place, found from the root down: marks of what is inner end before those of what is outer."""
        here, place = self.root, tuple(self.marks[-MARK:])
        while here is not collection and isinstance(here, (Mapping, Sequence)):
            begins, inner = self._inner(here)
            step, child = inner[bisect_left(begins, collection.marks)]
            here, place = child, self.mark(here, step)
        return place[3:]

    def _inner(self, collection: Collection) -> tuple[list[int], list[tuple[Step, Collection]]]:
        """Where the marks of what is inside begin, in order, with its steps; remembered for what has much inside."""
        if (known := self._insides.get(collection.marks)) is not None:
            return known
        steps = collection.items() if isinstance(collection, Mapping) else enumerate(collection)
        inner = [(step, own) for step, own in steps if isinstance(own, (Mapping, Sequence)) and own]
        found = [own.marks for _, own in inner], inner
        if len(inner) > FEW_KEYS:
            self._insides[collection.marks] = found
        return found

    def key_span(self, mapping: Mapping, key: str) -> Span | None:
        """Where a key stands."""
        mark = self._mark(mapping, key)
        return _key_span(mark) if mark else None

    def value_span(self, collection: Collection, step: Step) -> Span | None:
        """Where a value stands; a value in block style is shown by its key, or by its first mark."""
        mark = self._mark(collection, step)
        if mark is None:
            return None
        line, column, end_line, end_column = mark[3:]
        if (line, column) != (end_line, end_column):
            return Span(line + 1, column + 1, end_line + 1, end_column + 1)
        if isinstance(collection, Mapping):
            return _key_span(mark)
        return Span(line + 1, column + 1, line + 1, column + 2)

    def locate(self, start: Collection, path: tuple[Step, ...], *, at_key: bool = False) -> Location:
        """The place of what `path` leads to from `start`, or of the nearest thing on the way that exists.

        With `at_key` the last step's key is meant instead of its value.
        """
        span: Span | None = None
        here: object = start
        for position, step in enumerate(path):
            if not isinstance(here, (Mapping, Sequence)):
                break
            found = self.value_span(here, step)
            if found is None:
                break
            span = found
            if at_key and position == len(path) - 1 and isinstance(here, Mapping):
                span = self.key_span(here, str(step))
            here = held(here, step)
        return Location(self.source, span or self._face(start))

    def _face(self, collection: Collection) -> Span:
        """What a reader takes for the whole: a mapping's id, else its first key or item."""
        if isinstance(collection, Mapping) and isinstance(collection.get("id"), (str, int, float)):
            span = self.value_span(collection, "id")
        elif isinstance(collection, Mapping):
            span = self.key_span(collection, next(iter(collection), ""))
        else:
            span = self.value_span(collection, 0)
        return span or Span(1, 1, 1, 2)


def held(collection: Collection, step: Step) -> Any:
    """The entry of a map by its key, or the item of a list by its index. Raises KeyError, IndexError or TypeError."""
    return cast(Any, collection)[step]


def _key_span(mark: list[int]) -> Span:
    """The place of a key; an empty one, which `?` can write, takes one character."""
    line, column, end_column = mark[:3]
    return Span(line + 1, column + 1, line + 1, max(end_column, column + 1) + 1)


def walk(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], object]]:
    """Everything below a value with its path, in the order of the file."""
    pending = [(path, value)]
    while pending:
        path, value = pending.pop()
        yield path, value
        steps: list[tuple[Step, object]] = []
        if isinstance(value, dict):
            steps = list(value.items())
        elif isinstance(value, list):
            steps = list(enumerate(value))
        pending.extend(((*path, step), child) for step, child in reversed(steps))
