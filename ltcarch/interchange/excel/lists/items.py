"""The elements that the rows of a list speak of, before they have places and ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ltcarch.interchange.excel.lists.hierarchy_numbers import Numbered
from ltcarch.interchange.excel.lists.sheets import Cell


class Value(NamedTuple):
    """A cell that says something of an element, with its field, language and heading."""

    field: str
    language: str
    heading: str
    cell: Cell


@dataclass(eq=False)
class Item:
    """An element: what names it, and what each of its rows says of it.

    `stated_level` counts from 1; 0 is the company. `parent_cell` names the parent. `names` are by language, and
    without one where nothing tells it.
    """

    cell: Cell
    names: dict[str, str]
    numbered: Numbered | None = None
    permanent: Cell | None = None
    stated_level: int | None = None
    parent_cell: Cell | None = None
    rows: list[list[Value]] = field(default_factory=list)
    parent: "Item | None" = None
    level: int = 1

    @property
    def name(self) -> str:
        """A name of it."""
        return next(iter(self.names.values()), "")

    @property
    def shown(self) -> str:
        """Its number, if it has one, and its name."""
        return f"{self.numbered.shown} {self.name}" if self.numbered else self.name

    def ancestors(self) -> "Iterator[Item]":
        """The elements above it, the nearest first; stops in a circle."""
        seen = {id(self)}
        above = self.parent
        while above is not None and id(above) not in seen:
            seen.add(id(above))
            yield above
            above = above.parent
