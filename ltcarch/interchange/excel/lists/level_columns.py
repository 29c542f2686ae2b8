"""Rows of a list with one column a level, which may name several elements each."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ltcarch.interchange.excel.lists.account import Account, Fate
from ltcarch.interchange.excel.lists.fields import NUMBERED_NAME
from ltcarch.interchange.excel.lists.found_cells import Found, first
from ltcarch.interchange.excel.lists.hierarchy_numbers import Numbered, number_and_name, path_of, tidied
from ltcarch.interchange.excel.lists.items import Item
from ltcarch.interchange.excel.lists.sheets import Cell

_NAMES = ("name", NUMBERED_NAME)


class Reader(Protocol):
    """What a reader of rows does for any kind of list."""

    account: Account

    def names(self, found: list[Found]) -> dict[str, str]: ...

    def add(self, item: Item | None, found: list[Found]) -> None: ...

    def lose(self, found: list[Found], reason: str) -> None: ...


class LevelColumns:
    """Knows the element at each level as the rows go down.

    A blank cell continues what stands above it. A name that is repeated is the same element, unless the row gives
    another number or id.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._at_level: dict[int, Item] = {}
        self._met: dict[tuple[str, ...], list[Item]] = {}
        self._marks: dict[int, str] = {}

    def row(self, found: list[Found]) -> Iterator[Item]:
        """The elements that a row names for the first time."""
        levels = sorted({own.target.level for own in found if own.target.level})
        at_level = {level: [own for own in found if own.target.level == level] for level in levels}
        named = [level for level in levels if any(own.target.field in _NAMES for own in at_level[level])]
        of_row = [own for own in found if own.target.level is None]
        for level in levels:
            if level not in named:
                self._without_name(at_level[level], level)
                continue
            item, is_new = self._at(level, at_level[level], of_row if level == named[-1] else [])
            if is_new:
                yield item
        if of_row:
            self._say_of_row(of_row, named[-1] if named else 0)

    def _without_name(self, own: list[Found], level: int) -> None:
        """Cells beside a name that is missing; those of a merged stretch have done their part."""
        if not all(self._reader.account.fate(each.cell) is Fate.IMPORTED for each in own):
            self._reader.lose(own, f"level {level} has no name here")

    def _at(self, level: int, own: list[Found], of_row: list[Found]) -> tuple[Item, bool]:
        """The element that a row names at a level: the one before, another one met earlier, or a new one."""
        names = self._reader.names([each for each in own if each.target.field in _NAMES])
        cell = next(each.cell for each in own if each.target.field in _NAMES)
        numbered = _number(own, cell)
        upper = [self._at_level[each] for each in sorted(self._at_level) if each < level]
        mark = "|".join(each.text for each in (first(of_row, "number"), first(of_row, "id")) if each)
        key = (*(str(id(each)) for each in upper), str(level), numbered.shown if numbered else "", *_plain(names))
        met = self._met.setdefault(key, [])
        known = next((each for each in met if not mark or self._marks.get(id(each), mark) == mark), None)
        if known is None or self._at_level.get(level) is not known:
            self._at_level = {each: held for each, held in self._at_level.items() if each < level}
        item = known or Item(cell, names, numbered, _cell(own, "id"), level, parent=upper[-1] if upper else None)
        if mark:
            self._marks[id(item)] = mark
        if known is None:
            met.append(item)
        self._reader.add(item, own)
        self._at_level[level] = item
        return item, known is None

    def _say_of_row(self, of_row: list[Found], deepest: int) -> None:
        """What a row says beside its levels belongs to the deepest element that it names."""
        account = self._reader.account
        if deepest:
            item = self._at_level[deepest]
        elif self._at_level and all(own.only_adds for own in of_row):
            item = self._at_level[max(self._at_level)]
            told = f"the row names no level, and is taken to say more of {item.shown[:60]}"
            account.remark(of_row[0].cell, told)
        else:
            self._reader.lose(of_row, "the row names no element")
            return
        refused = [own for own in of_row if not self._identifies(item, own)]
        self._reader.add(item, [own for own in of_row if own not in refused])
        for own in refused:
            word = f"{item.shown[:60]} has another {own.target.field} already, so `{own.cell.text[:40]}` is left out"
            account.lose([own.cell], word)

    def _identifies(self, item: Item, own: Found) -> bool:
        """Let a number or id of the row be that of its element; false where that has another one."""
        text = own.cell.text
        if own.target.field == "number":
            if item.numbered is None:
                item.numbered = Numbered(tidied(text), path_of(text) or (text,))
            return item.numbered.shown == tidied(text)
        if own.target.field == "id":
            item.permanent = item.permanent or own.cell
            return item.permanent.text == text
        return True


def _plain(names: dict[str, str]) -> Iterable[str]:
    return map(str.casefold, names.values())


def _cell(own: list[Found], name: str) -> Cell | None:
    return next((each.cell for each in own if each.target.field == name), None)


def _number(own: list[Found], name: Cell) -> Numbered | None:
    """The number of an element in a column of its level, or before its name."""
    number = _cell(own, "number")
    if number:
        return Numbered(tidied(number.text), path_of(number.text) or (number.text,))
    is_joined = any(each.target.field == NUMBERED_NAME for each in own)
    parts = number_and_name(name.text) if is_joined else None
    return Numbered(tidied(parts[0]), path_of(parts[0]) or (parts[0],)) if parts else None
