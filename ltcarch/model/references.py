"""Every place of an element that names another element."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from ltcarch.model.record import Record, declarations
from ltcarch.source.document import Step


class Reference(NamedTuple):
    """One mention: where it stands in the element, the id, and the kinds that may be meant."""

    path: tuple[Step, ...]
    target: str
    kinds: tuple[str, ...]


def references_of(element: Record) -> list[Reference]:
    """The references of an element, or of another record, in the order in which they were said; its parts included."""
    found: list[Reference] = []
    _add_references(found, element, ())
    return found


def _add_references(found: list[Reference], value: Any, path: tuple[Step, ...]) -> None:
    of: type = type(value)
    readers = _readers(of)
    for attribute, held in vars(value).items():
        if attribute in readers:
            readers[attribute](found, held, path)


Reader = Callable[[list[Reference], Any, tuple[Step, ...]], None]


@cache
def _readers(of: type) -> dict[str, Reader]:
    """What reads each attribute of a class that can hold references."""
    makers = {"reference": _single, "references": _several, "part": _part, "parts": _part_list}
    return {
        name: makers[declared.form](key, declared.kinds)
        for key, (name, declared) in declarations(of).items()
        if declared.form in makers and (declared.kinds or (declared.part and _readers(declared.part)))
    }


def _single(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(found: list[Reference], held: str, path: tuple[Step, ...]) -> None:
        found.append(Reference((*path, key), held, kinds))

    return read


def _several(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(found: list[Reference], held: tuple[str, ...], path: tuple[Step, ...]) -> None:
        for index, target in enumerate(held):
            found.append(Reference((*path, key, index), target, kinds))

    return read


def _part(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(found: list[Reference], held: Any, path: tuple[Step, ...]) -> None:
        _add_references(found, held, (*path, key))

    return read


def _part_list(key: str, kinds: tuple[str, ...]) -> Reader:
    def read(found: list[Reference], held: tuple[Any, ...], path: tuple[Step, ...]) -> None:
        for index, item in enumerate(held):
            _add_references(found, item, (*path, key, index))

    return read
