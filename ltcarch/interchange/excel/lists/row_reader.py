"""From the rows of a sheet to the elements that they speak of."""

from collections.abc import Iterator
from typing import NamedTuple

from ltcarch.interchange.excel.lists.account import Account, Fate
from ltcarch.interchange.excel.lists.column_content import both_languages
from ltcarch.interchange.excel.lists.fields import FIELDS, NUMBERED_NAME, Form, Target
from ltcarch.interchange.excel.lists.headings import headings_of
from ltcarch.interchange.excel.lists.hierarchy_numbers import Numbered, NumberReader, number_and_name, path_of, tidied
from ltcarch.interchange.excel.lists.items import Item, Value
from ltcarch.interchange.excel.lists.mapping import Hierarchy, SheetMapping
from ltcarch.interchange.excel.lists.sheets import Cell, Sheet, Stored, column_letters
from ltcarch.interchange.excel.lists.words_of_headings import BOTH, level_of_cell

_ADDS = (Form.PEOPLE, Form.RACI, Form.USES, Form.REFERENCES, Form.SAFEGUARDS, Form.TEXTS, Form.NOTE, Form.TEXT)
_LONG_NAME = 300
_UNUSABLE = {
    Stored.ERROR: "the error {} is not imported",
    Stored.FORMULA: "the formula {} has no result in the file: open and save it in Excel, then import again",
}


class Found(NamedTuple):
    """A cell in a row, with what its column holds. A merged cell stands for several rows."""

    target: Target
    column: int
    cell: Cell


class RowReader:
    """Reads the rows of one sheet from the top down, and takes down what becomes of each cell."""

    def __init__(self, sheet: Sheet, mapping: SheetMapping, account: Account) -> None:
        self.sheet, self.mapping, self.account = sheet, mapping, account
        self.headings = headings_of(sheet, mapping.header)
        self._last_heading = mapping.header[-1] if mapping.header else 0
        self._targets = {column: own for column, own in mapping.columns.items() if own is not None}
        self._numbers = NumberReader(self._number_cells())
        self._numbered: dict[tuple[str, ...], list[Item]] = {}
        self._at_level: dict[int, tuple[Cell, Item]] = {}
        self._by_names: dict[tuple[str, ...], Item] = {}
        self._last: Item | None = None
        self._named_by: Cell | None = None

    def items(self) -> list[Item]:
        """The elements in the order of their first rows."""
        self._set_aside()
        found: list[Item] = []
        for row, cells in self.sheet.rows.items():
            if row <= self._last_heading:
                continue
            if self._is_heading_again(cells):
                self.account.take(cells, Fate.HEADING)
                continue
            usable = list(self._usable(row))
            if usable:
                read = self._row_of_columns if self.mapping.hierarchy is Hierarchy.COLUMNS else self._row_of_one
                found += read(usable)
        return found

    def _number_cells(self) -> Iterator[Cell]:
        column = self.mapping.column_of("number")
        for own in self.sheet.columns.get(column or 0, ()):
            if own.row > self._last_heading:
                yield own

    def _set_aside(self) -> None:
        """The cells that are no rows of the list: titles, headings, and columns that are left out."""
        first = self.mapping.header[0] if self.mapping.header else 0
        for row, cells in self.sheet.rows.items():
            if row < first:
                self.account.leave_out_title(cells)
            elif row <= self._last_heading:
                self.account.take(cells, Fate.HEADING)
        for column in self.sheet.columns:
            if column not in self._targets:
                reason = self.mapping.reasons.get(column, "the mapping says so")
                self.account.leave_out(self.sheet, column, self.headings.get(column, ""), reason, self._last_heading)

    def _is_heading_again(self, cells: list[Cell]) -> bool:
        """A list that was printed page by page has its headings on each of them."""
        texts = [self.headings.get(own.column) for own in cells]
        return len(cells) > 1 and all(text == own.text for text, own in zip(texts, cells, strict=True))

    def _usable(self, row: int) -> Iterator[Found]:
        for column, target in self._targets.items():
            cell = self.sheet.standing_for(row, column)
            if cell is None or cell.row <= self._last_heading:
                continue
            if cell.stored in _UNUSABLE:
                self.account.lose([cell], _UNUSABLE[cell.stored].format(cell.text[:60]))
                continue
            if target.field in ("name", NUMBERED_NAME) and len(cell.text) > _LONG_NAME:
                self.account.remark(cell, f"the name has {len(cell.text):,} characters")
            if cell.was_cleaned:
                self.account.remark(cell, "characters that nobody sees were taken out of the text")
            yield Found(target, column, cell)

    # one element a row

    def _row_of_one(self, found: list[Found]) -> Iterator[Item]:
        number, numbered_name = _first(found, "number"), _first(found, NUMBERED_NAME)
        names = self._names([own for own in found if own.target.field in ("name", NUMBERED_NAME)])
        name_cell = _first(found, "name") or numbered_name
        if self._is_merged_on(number, name_cell):
            self._add(self._last, found)
            return
        if not names and number and path_of(number.text) is None and (parts := number_and_name(number.text)):
            names = {"": parts[1]}
        if not names and not number:
            self._without_name(found)
            return
        numbered = self._number(number or numbered_name, found)
        by_number = self.mapping.hierarchy is Hierarchy.NUMBER
        level = _first(found, "level")
        stated = level_of_cell(level.text) if level else None
        reason = self._not_understood(names, number, numbered, level, stated)
        if reason:
            self._lose(found, reason)
            return
        if numbered and by_number:
            known = next(
                (own for own in self._numbered.get(numbered.path, ()) if not names or own.names == names), None
            )
            if known:
                self._add(known, found)
                self._named_by = name_cell or number
                return
        item = self._item(found, names, numbered, name_cell or number)
        item.stated_level = stated
        yield item

    def _not_understood(
        self,
        names: dict[str, str],
        number: Cell | None,
        numbered: Numbered | None,
        level: Cell | None,
        stated: int | None,
    ) -> str:
        """Why a row cannot be placed; empty where it can."""
        if level and stated is None:
            return f"`{level.text[:40]}` is no level"
        if self.mapping.hierarchy is Hierarchy.LEVEL and stated is None:
            return "the row states no level"
        if self.mapping.hierarchy is Hierarchy.NUMBER and numbered is None and stated is None:
            return f"`{number.text[:40]}` is no number of a hierarchy" if number else "the row has a name and no number"
        if not names and not (numbered and self.mapping.hierarchy is Hierarchy.NUMBER):
            return "the row has no name"
        return ""

    def _number(self, cell: Cell | None, found: list[Found]) -> Numbered | None:
        if cell is None:
            return None
        is_apart = _first(found, "number") is cell
        parts = None if is_apart and path_of(cell.text) else number_and_name(cell.text)
        own = cell._replace(text=parts[0], stored=Stored.TEXT) if parts else cell
        if not is_apart and not parts:
            return None
        numbered = self._numbers.read(own)
        if numbered and numbered.doubt:
            self.account.remark(cell, numbered.doubt)
        if numbered is None and self.mapping.hierarchy is not Hierarchy.NUMBER:
            numbered = Numbered(tidied(own.text), (own.text,)) if len(own.text) <= 40 else None
        return numbered

    def _is_merged_on(self, number: Cell | None, name: Cell | None) -> bool:
        """Whether the row only continues cells that were merged downwards."""
        cell = name or number
        return self._last is not None and cell is not None and cell == self._named_by

    def _without_name(self, found: list[Found]) -> None:
        """A row that says more of the element before it, or nothing that can be understood."""
        adds = all(own.target.field in FIELDS and FIELDS[own.target.field].form in _ADDS for own in found)
        is_next = (
            self._last is not None and any(FIELDS[own.target.field].form in _LISTS for own in found) if adds else False
        )
        if adds and is_next:
            self._add(self._last, found)
            self.account.remark(
                found[0].cell, f"the row has no name, and is taken to say more of {self._last.shown[:60]}"
            )  # type: ignore[union-attr]
        else:
            self._lose(found, "the row has no name")

    def _lose(self, found: list[Found], reason: str) -> None:
        cells = [own.cell for own in found]
        text = f": {cells[0].text[:40]}" if cells[0].text[:40] not in reason else ""
        self.account.lose(cells, f"{reason}{text}")

    def _item(self, found: list[Found], names: dict[str, str], numbered: Numbered | None, cell: Cell) -> Item:
        if not names and numbered:
            names = {"": numbered.shown}
            self.account.remark(cell, f"{numbered.shown} has no name, so its number stands for it")
        item = Item(cell, names, numbered, _first(found, "id"), parent_cell=_first(found, "parent"))
        if numbered:
            self._numbered.setdefault(numbered.path, []).append(item)
        self._add(item, found)
        self._named_by = cell
        return item

    def _add(self, item: Item | None, found: list[Found]) -> None:
        """Let a row say more of an element."""
        assert item is not None
        self._last = item
        self.account.take(own.cell for own in found)
        values = [
            Value(own.target.field, own.target.language, self._heading(own.column), own.cell)
            for own in found
            if own.target.field in FIELDS and FIELDS[own.target.field].form is not Form.STRUCTURE
        ]
        if values:
            item.rows.append(values)

    def _heading(self, column: int) -> str:
        return self.headings.get(column, column_letters(column))

    def _names(self, found: list[Found]) -> dict[str, str]:
        names: dict[str, str] = {}
        for own in found:
            text = own.cell.text
            if own.target.field == NUMBERED_NAME:
                parts = number_and_name(text)
                text = parts[1] if parts else text
            both = both_languages(text) if own.target.language == BOTH else None
            if both:
                names |= {language: _on_one_line(part) for language, part in both.items()}
            else:
                language = "" if own.target.language == BOTH else own.target.language
                names.setdefault(language, _on_one_line(text))
        return names

    # one column a level

    def _row_of_columns(self, found: list[Found]) -> Iterator[Item]:
        levels = sorted({own.target.level for own in found if own.target.level})
        of_row = [own for own in found if own.target.level is None]
        new: list[Item] = []
        deepest = 0
        for level in levels:
            own = [each for each in found if each.target.level == level]
            names = self._names([each for each in own if each.target.field in ("name", NUMBERED_NAME)])
            if not names:
                self._without_level_name(own, level)
                continue
            item, is_new = self._at(level, own, names)
            deepest = level
            if is_new:
                new.append(item)
        if of_row:
            self._say_of_row(of_row, deepest)
        yield from new

    def _without_level_name(self, own: list[Found], level: int) -> None:
        """Cells beside a name that is missing; those of a merged stretch have done their part."""
        if not all(self.account.fate(each.cell) is Fate.IMPORTED for each in own):
            self._lose(own, f"level {level} has no name here")

    def _at(self, level: int, own: list[Found], names: dict[str, str]) -> tuple[Item, bool]:
        """The element that a row names at a level: the one before, another one met earlier, or a new one."""
        cell = next(each.cell for each in own if each.target.field in ("name", NUMBERED_NAME))
        above = [self._at_level[upper][1] for upper in sorted(self._at_level) if upper < level]
        number = next((each.cell for each in own if each.target.field == "number"), None)
        numbered = self._level_number(number, cell, own)
        told = numbered.shown if numbered else ""
        key = (*(str(id(each)) for each in above), str(level), told, *map(str.casefold, names.values()))
        known = self._by_names.get(key)
        for upper in [each for each in self._at_level if each > level]:
            if known is None or self._at_level.get(level, (None, None))[1] is not known:
                del self._at_level[upper]
        if known:
            self._add(known, own)
            self._at_level[level] = (cell, known)
            return known, False
        permanent = next((each.cell for each in own if each.target.field == "id"), None)
        item = Item(cell, names, numbered, permanent, level, parent=above[-1] if above else None)
        self._add(item, own)
        self._by_names[key] = item
        self._at_level[level] = (cell, item)
        return item, True

    def _level_number(self, number: Cell | None, name: Cell, own: list[Found]) -> Numbered | None:
        if number:
            return Numbered(tidied(number.text), path_of(number.text) or (number.text,))
        is_joined = any(each.target.field == NUMBERED_NAME for each in own)
        parts = number_and_name(name.text) if is_joined else None
        return Numbered(tidied(parts[0]), path_of(parts[0]) or (parts[0],)) if parts else None

    def _say_of_row(self, of_row: list[Found], deepest: int) -> None:
        """What a row says beside its levels belongs to the deepest element that it names."""
        if deepest:
            item = self._at_level[deepest][1]
        elif self._at_level and all(FIELDS[own.target.field].form in _ADDS for own in of_row):
            item = self._at_level[max(self._at_level)][1]
            self.account.remark(
                of_row[0].cell, f"the row names no level, and is taken to say more of {item.shown[:60]}"
            )
        else:
            self._lose(of_row, "the row names no element")
            return
        self._identify(item, _first(of_row, "number"), _first(of_row, "id"))
        self._add(item, of_row)

    def _identify(self, item: Item, number: Cell | None, permanent: Cell | None) -> None:
        """Let a row's number and id be those of its element, which may have some already."""
        if number and item.numbered is None:
            item.numbered = Numbered(tidied(number.text), path_of(number.text) or (number.text,))
        elif number and item.numbered and tidied(number.text) != item.numbered.shown:
            self.account.lose([number], f"{item.shown[:60]} has a number already, so `{number.text[:40]}` is left out")
        if permanent and item.permanent and permanent.text != item.permanent.text:
            self.account.lose(
                [permanent], f"{item.shown[:60]} has an id already, so `{permanent.text[:40]}` is left out"
            )
        item.permanent = item.permanent or permanent


_LISTS = (Form.PEOPLE, Form.RACI, Form.USES, Form.REFERENCES, Form.SAFEGUARDS, Form.TEXTS)


def _first(found: list[Found], name: str) -> Cell | None:
    return next((own.cell for own in found if own.target.field == name and own.target.level is None), None)


def _on_one_line(text: str) -> str:
    """A name has no line ends; between Chinese characters none has a blank either."""
    pieces = text.split("\n")
    joined = pieces[0].rstrip()
    for piece in pieces[1:]:
        own = piece.strip()
        is_wide = joined[-1:] > "\u2e80" and own[:1] > "\u2e80"
        joined += own if is_wide or not own else f" {own}"
    return joined
