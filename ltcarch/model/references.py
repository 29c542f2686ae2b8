"""Every place of an element that names another element."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ltcarch.model.element import Element
from ltcarch.model.record import declarations
from ltcarch.source.document import Step


class Reference(NamedTuple):
    """One mention: where it stands in the element, the id, and the kinds that may be meant."""

    path: tuple[Step, ...]
    target: str
    kinds: tuple[str, ...]


def references_of(element: Element) -> Iterator[Reference]:
    """The references of an element in the order in which they were said, those of its parts included."""
    yield from _references(element, ())


def _references(value: Any, path: tuple[Step, ...]) -> Iterator[Reference]:
    readers = _readers(type(value))
    for attribute, held in vars(value).items():
        if attribute in readers:
            yield from readers[attribute](held, path)


Reader = Callable[[Any, tuple[Step, ...]], Iterator[Reference]]


@cache
def _readers(of: type) -> dict[str, Reader]:
    """What reads each attribute of a class that can hold references."""
    makers = {"reference": _single, "references": _several, "part": _part, "parts": _part_list}
    return {
        name: makers[declared.form](key, declared.kinds)
        for key, (name, declared) in declarations(of).items()
        if declared.form in makers and (declared.kinds or _readers(declared.part))  # type: ignore[arg-type]
    }


def _single(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(held: str, path: tuple[Step, ...]) -> Iterator[Reference]:
        yield Reference((*path, key), held, kinds)

    return read


def _several(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(held: tuple[str, ...], path: tuple[Step, ...]) -> Iterator[Reference]:
        for index, target in enumerate(held):
            yield Reference((*path, key, index), target, kinds)

    return read


def _part(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(held: Any, path: tuple[Step, ...]) -> Iterator[Reference]:
        yield from _references(held, (*path, key))

    return read


def _part_list(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(held: tuple[Any, ...], path: tuple[Step, ...]) -> Iterator[Reference]:
        for index, item in enumerate(held):
            yield from _references(item, (*path, key, index))

    return read
