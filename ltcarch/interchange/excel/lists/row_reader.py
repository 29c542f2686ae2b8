"""From the rows of a sheet to the elements that they speak of."""

from collections.abc import Iterator

from ltcarch.interchange.excel.lists.account import Account, Fate
from ltcarch.interchange.excel.lists.column_content import both_languages
from ltcarch.interchange.excel.lists.fields import FIELDS, NUMBERED_NAME, Form, Target
from ltcarch.interchange.excel.lists.found_cells import Found, first
from ltcarch.interchange.excel.lists.headings import headings_of
from ltcarch.interchange.excel.lists.hierarchy_numbers import (
    Numbered,
    NumberReader,
    number_and_name,
    outline_style,
    path_of,
    tidied,
)
from ltcarch.interchange.excel.lists.items import Item, Value
from ltcarch.interchange.excel.lists.level_columns import LevelColumns
from ltcarch.interchange.excel.lists.mapping import HIERARCHY_MEANINGS, Hierarchy, SheetMapping
from ltcarch.interchange.excel.lists.sheets import Cell, Sheet, Stored, column_letters
from ltcarch.interchange.excel.lists.words_of_headings import BOTH, level_of_cell

_LONG_NAME = 300
_UNUSABLE = {
    Stored.ERROR: "the error {} is not imported",
    Stored.FORMULA: "the formula {} has no result in the file: open and save it in Excel, then import again",
}


class RowReader:
    """Reads the rows of one sheet from the top down, and takes down what becomes of each cell."""

    def __init__(self, sheet: Sheet, mapping: SheetMapping, account: Account) -> None:
        self.sheet, self.mapping, self.account = sheet, mapping, account
        self.headings = headings_of(sheet, mapping.header)
        self._last_heading = mapping.header[-1] if mapping.header else 0
        self._targets = {column: own for column, own in mapping.columns.items() if own and self._is_used(own)}
        self._numbers = NumberReader(self._number_cells())
        self._counted_by: Cell | None = None
        self._refused: set[Cell] = set()
        self._styles: list[str] = []
        self._numbered: dict[tuple[str, ...], list[Item]] = {}
        self._last: Item | None = None
        self._named_by: Cell | None = None

    def items(self) -> list[Item]:
        """The elements in the order of their first rows."""
        self._set_aside()
        by_columns = self.mapping.hierarchy is Hierarchy.COLUMNS
        read = LevelColumns(self).row if by_columns else self._row_of_one
        found: list[Item] = []
        for row, cells in self.sheet.rows.items():
            if row <= self._last_heading:
                continue
            if self._is_heading_again(cells):
                self.account.take(cells, Fate.HEADING)
                continue
            usable = list(self._usable(row))
            if usable:
                found += read(usable)
        return found

    def _is_used(self, target: Target) -> bool:
        """Levels of columns mean something only where columns tell levels; parents only where they are asked for."""
        way = self.mapping.hierarchy
        if way is Hierarchy.COLUMNS and target.field in ("name", NUMBERED_NAME):
            return target.level is not None
        return (target.level is None or way is Hierarchy.COLUMNS) and (
            target.field != "parent" or way is Hierarchy.PARENT
        )

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
                reason = self._reason(column)
                self.account.leave_out(self.sheet, column, self.headings.get(column, ""), reason, self._last_heading)

    def _reason(self, column: int) -> str:
        target = self.mapping.columns.get(column)
        if target is not None:
            return f"`{target}` says nothing where the hierarchy is told {HIERARCHY_MEANINGS[self.mapping.hierarchy]}"
        return self.mapping.reasons.get(column, "the mapping says so")

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
        number, numbered_name = first(found, "number"), first(found, NUMBERED_NAME)
        names = self.names([own for own in found if own.target.field in ("name", NUMBERED_NAME)])
        name_cell = first(found, "name") or numbered_name
        if self._is_merged_on(number, name_cell):
            self._say_more(self._last, found)
            return
        self._counted_by = number
        if not names and number and path_of(number.text) is None and (parts := number_and_name(number.text)):
            names = {"": parts[1]}
        if not names and not number:
            self._without_name(found)
            return
        numbered = self._number(number or numbered_name, found)
        by_number = self.mapping.hierarchy is Hierarchy.NUMBER
        level = first(found, "level")
        stated = level_of_cell(level.text) if level else None
        if self.mapping.hierarchy is Hierarchy.OUTLINE and number:
            stated, numbered = self._outline(number)
        reason = self._not_understood(names, number, numbered, level, stated)
        if reason:
            self.lose(found, reason)
            return
        if numbered and by_number:
            known = next(
                (own for own in self._numbered.get(numbered.path, ()) if not names or own.names == names), None
            )
            if known:
                self._say_more(known, found)
                self._named_by = name_cell or number
                return
        cell = name_cell or number
        assert cell is not None
        item = self._item(found, names, numbered, cell)
        if number and numbered is None:
            self._keep_number(item, found, number)
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
            if numbered is None or self.mapping.hierarchy is Hierarchy.LEVEL:
                return f"`{level.text[:40]}` is no level"
            self.account.remark(level, f"`{level.text[:40]}` is no level, so the number tells it")
        if self.mapping.hierarchy is Hierarchy.LEVEL and stated is None:
            return "the row states no level"
        is_numbered = self.mapping.hierarchy in (Hierarchy.NUMBER, Hierarchy.OUTLINE)
        if is_numbered and numbered is None and stated is None:
            return f"`{number.text[:40]}` is no number of a hierarchy" if number else "the row has a name and no number"
        if not names and not (numbered and self.mapping.hierarchy is Hierarchy.NUMBER):
            return "the row has no name"
        return ""

    def _outline(self, number: Cell) -> tuple[int | None, Numbered | None]:
        """The level of a way of counting, by where it first appears; the number itself is no path."""
        style = outline_style(number.text)
        if not style:
            return None, None
        if style not in self._styles:
            self._styles.append(style)
        return self._styles.index(style) + 1, Numbered(number.text, ())

    def _number(self, cell: Cell | None, found: list[Found]) -> Numbered | None:
        if cell is None:
            return None
        is_apart = first(found, "number") is cell
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

    def _keep_number(self, item: Item, found: list[Found], number: Cell) -> None:
        """A number that cannot be read, of a row that something else places."""
        self.account.remark(number, f"`{number.text[:40]}` is no number of a hierarchy; it stands in the description")
        column = next(own.column for own in found if own.cell is number)
        item.rows.append([Value("note", "", self._heading(column), number)])

    def _is_merged_on(self, number: Cell | None, name: Cell | None) -> bool:
        """Whether the row only continues cells that were merged downwards."""
        cell = name or number
        is_same = self._last is not None and cell is not None and cell == self._named_by
        return is_same and (number is None or number == self._counted_by)

    def _without_name(self, found: list[Found]) -> None:
        """A row that says more of the element before it, or nothing that can be understood."""
        adds = all(own.only_adds for own in found) and any(FIELDS[own.target.field].form in _LISTS for own in found)
        if adds and self._last is not None:
            self.add(self._last, found)
            self.account.remark(
                found[0].cell, f"the row has no name, and is taken to say more of {self._last.shown[:60]}"
            )
        else:
            self.lose(found, "the row has no name")

    def lose(self, found: list[Found], reason: str) -> None:
        cells = [own.cell for own in found]
        text = f": {cells[0].text[:40]}" if cells[0].text[:40] not in reason else ""
        self.account.lose(cells, f"{reason}{text}")

    def _item(self, found: list[Found], names: dict[str, str], numbered: Numbered | None, cell: Cell) -> Item:
        if not names and numbered:
            names = {"": numbered.shown}
            self.account.remark(cell, f"{numbered.shown} has no name, so its number stands for it")
        item = Item(cell, names, numbered, first(found, "id"), parent_cell=first(found, "parent"))
        if numbered:
            self._numbered.setdefault(numbered.path, []).append(item)
        self.add(item, found)
        self._named_by = cell
        return item

    def add(self, item: Item | None, found: list[Found]) -> None:
        """Let a row say more of an element."""
        assert item is not None
        self._last = item
        self.account.take(own.cell for own in found if own.cell not in self._refused)
        values = [
            Value(own.target.field, own.target.language, self._heading(own.column), own.cell)
            for own in found
            if own.target.field in FIELDS and FIELDS[own.target.field].form is not Form.STRUCTURE
        ]
        if values:
            item.rows.append(values)

    def _say_more(self, item: Item | None, found: list[Found]) -> None:
        """A further row of an element, which may tell its id, but no other one."""
        permanent = first(found, "id")
        if item and permanent:
            item.permanent = item.permanent or permanent
            if item.permanent.text != permanent.text:
                self._refused.add(permanent)
                told = f"{item.shown[:60]} has another id already, so `{permanent.text[:40]}` is left out"
                self.account.lose([permanent], told)
        self.add(item, found)

    def _heading(self, column: int) -> str:
        return self.headings.get(column, column_letters(column))

    def names(self, found: list[Found]) -> dict[str, str]:
        names: dict[str, str] = {}
        for own in found:
            text = own.cell.text
            if own.target.field == NUMBERED_NAME:
                parts = number_and_name(text)
                text = parts[1] if parts else text
            both = both_languages(text) if own.target.language == BOTH else None
            language = "" if own.target.language == BOTH else own.target.language
            for told, part in (both or {language: text}).items():
                name = _on_one_line(part)
                if names.setdefault(told, name) != name:
                    self._refused.add(own.cell)
                    self.account.lose([own.cell], f"the row has another name already, so `{name}` is left out")
        return names


_LISTS = (Form.PEOPLE, Form.RACI, Form.USES, Form.REFERENCES, Form.SAFEGUARDS, Form.TEXTS)


def _on_one_line(text: str) -> str:
    """A name has no line ends; between Chinese characters none has a blank either."""
    pieces = text.split("\n")
    joined = pieces[0].rstrip()
    for piece in pieces[1:]:
        own = piece.strip()
        is_wide = joined[-1:] > "\u2e80" and own[:1] > "\u2e80"
        joined += own if is_wide or not own else f" {own}"
    return joined
