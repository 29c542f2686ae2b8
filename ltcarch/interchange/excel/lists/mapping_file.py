"""Reading the YAML file of a mapping, with what is wrong with it line by line."""

import re
from collections.abc import Iterator
from typing import Any

from ltcarch.interchange.excel.lists.fields import ALL_FIELDS, BILINGUAL, LEFT_OUT, NOT_BY_LEVEL, NUMBERED_NAME, Target
from ltcarch.interchange.excel.lists.mapping import FORMAT, Hierarchy, ListMapping, SheetMapping
from ltcarch.interchange.excel.lists.sheets import Sheet, column_letters, column_number
from ltcarch.interchange.excel.lists.words_of_headings import BOTH
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.suggestions import nearest
from ltcarch.source.document import Document, Mapping, Sequence
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read

_TARGET = re.compile(r"(?:L([1-6])\.)?([a-z_ ]+?)(?:\.([a-z]{2,3}|both))?")
_KEYS = ("sheet", "header", "hierarchy", "levels", "columns")


class WrongMapping(ValueError):
    """A mapping that cannot be used: one plain sentence for each fault, with its line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults[0])
        self.faults = faults


def read_mapping(path: str, data: bytes, sheets: tuple[Sheet, ...]) -> ListMapping:
    """The mapping in a file, for these sheets. Raises WrongMapping."""
    try:
        document, noted = read(path, data)
    except Unusable as unusable:
        fault = unusable.fault
        line = f":{fault.span.line}" if fault.span else ""
        raise WrongMapping([f"{path}{line}: {fault.message}"]) from unusable
    reader = _Reader(path, document, {own.name: own for own in sheets})
    reader.faults += [f"{path}:{own.span.line if own.span else 1}: {own.message}" for own in noted]
    mapping = reader.mapping()
    if reader.faults:
        raise WrongMapping(reader.faults)
    return mapping


class _Reader:
    def __init__(self, path: str, document: Document, sheets: dict[str, Sheet]) -> None:
        self._path, self._document, self._sheets = path, document, sheets
        self.faults: list[str] = []

    def mapping(self) -> ListMapping:
        root = self._document.root
        if not isinstance(root, Mapping):
            self.faults.append(f"{self._path}:1: a mapping has `mapping: {FORMAT}` and `sheets:`")
            return ListMapping(())
        self._refuse_others(root, ("mapping", "sheets"), "a mapping")
        if root.get("mapping") != FORMAT:
            self._wrong(
                root, "mapping", f"`mapping: {FORMAT}` tells the version of this file; here it is missing or other"
            )
        items = root.get("sheets")
        if not isinstance(items, Sequence) or not items:
            self._wrong(root, "sheets", "`sheets` is a list with an entry for each sheet")
            return ListMapping(())
        return ListMapping(tuple(self._sheet_items(items)))

    def _sheet_items(self, items: Sequence) -> Iterator[SheetMapping]:
        named: set[str] = set()
        for place, item in enumerate(items):
            if not isinstance(item, Mapping):
                self._wrong(items, place, "an entry of `sheets` is a map with `sheet:`, `hierarchy:` and `columns:`")
                continue
            name = item.get("sheet")
            if not isinstance(name, (str, int, float)) or str(name) not in self._sheets:
                self._unknown(item, "sheet", "sheet", name, self._sheets)
            elif str(name) in named:
                self._wrong(item, "sheet", f"the sheet {name} has an entry already")
            else:
                named.add(str(name))
                yield self._sheet(item, self._sheets[str(name)])
        for name in self._sheets:
            if name not in named and self._sheets[name].cells:
                yield SheetMapping(name, left_out="the mapping does not name it")

    def _sheet(self, item: Mapping, sheet: Sheet) -> SheetMapping:
        self._refuse_others(item, _KEYS, "a sheet")
        hierarchy = item.get("hierarchy")
        if hierarchy == LEFT_OUT:
            return SheetMapping(sheet.name, left_out="the mapping says so")
        if hierarchy not in tuple(Hierarchy):
            self._unknown(item, "hierarchy", "way to tell a hierarchy", hierarchy, [*Hierarchy, LEFT_OUT])
            hierarchy = Hierarchy.NONE
        columns = self._columns(item, sheet)
        mapping = SheetMapping(
            sheet.name, self._header(item), Hierarchy(hierarchy), columns, self._levels(item), headings={}, reasons={}
        )
        self._check_needs(item, mapping)
        return mapping

    def _header(self, item: Mapping) -> tuple[int, ...]:
        said = item.get("header", Sequence())
        rows = said if isinstance(said, list) else [said]
        if all(isinstance(own, int) and not isinstance(own, bool) and own > 0 for own in rows):
            return tuple(sorted(set(rows)))
        self._wrong(item, "header", "`header` lists the rows of headings, such as [3, 4]; [] for none")
        return ()

    def _levels(self, item: Mapping) -> tuple[str, ...]:
        said = item.get("levels", list(HIERARCHY))
        if isinstance(said, list) and said and all(own in HIERARCHY for own in said):
            ranks = [HIERARCHY.index(own) for own in said]
            if ranks == sorted(set(ranks)):
                return tuple(said)
        self._wrong(item, "levels", f"`levels` lists kinds from the top down, of {', '.join(HIERARCHY)}")
        return HIERARCHY

    def _columns(self, item: Mapping, sheet: Sheet) -> dict[int, Target | None]:
        said = item.get("columns")
        if not isinstance(said, Mapping):
            self._wrong(item, "columns", "`columns` is a map from columns to what they hold, such as `B: number`")
            return {}
        found: dict[int, Target | None] = dict.fromkeys(sheet.columns)
        for letters, value in said.items():
            column = column_number(letters)
            if column is None:
                self._wrong(said, letters, f"`{letters}` is no column; columns are called A, B, AA")
                continue
            found[column] = self._target(said, letters, value)
        return dict(sorted(found.items()))

    def _target(self, said: Mapping, letters: str, value: Any) -> Target | None:
        if value == LEFT_OUT:
            return None
        parts = _TARGET.fullmatch(value) if isinstance(value, str) else None
        if not parts or parts[2] not in ALL_FIELDS:
            word = parts[2] if parts else value
            self._unknown(said, letters, f"field for column {letters}", word, [*ALL_FIELDS, LEFT_OUT])
            return None
        if parts[3] and parts[2] not in BILINGUAL:
            self._wrong(said, letters, f"column {letters}: `{parts[2]}` has no language")
        if parts[3] == BOTH and parts[2] not in ("name", NUMBERED_NAME):
            self._wrong(said, letters, f"column {letters}: only names can have both languages in one cell")
        if parts[1] and parts[2] in NOT_BY_LEVEL:
            self._wrong(said, letters, f"column {letters}: `{parts[2]}` is told of the row, not of one level")
        return Target(parts[2], int(parts[1]) if parts[1] else None, parts[3] or "")

    def _check_needs(self, item: Mapping, mapping: SheetMapping) -> None:
        """A way to tell the hierarchy needs its column, and names must be somewhere."""
        held = {(own.field, own.level is not None) for own in mapping.columns.values() if own}
        names = {("name", False), (NUMBERED_NAME, False)}
        needs = {
            Hierarchy.NUMBER: {("number", False), (NUMBERED_NAME, False)},
            Hierarchy.OUTLINE: {("number", False)},
            Hierarchy.LEVEL: {("level", False)},
            Hierarchy.PARENT: {("parent", False)},
            Hierarchy.COLUMNS: {("name", True), (NUMBERED_NAME, True)},
        }.get(mapping.hierarchy, names)
        if not held & needs:
            word = "L1.name" if mapping.hierarchy is Hierarchy.COLUMNS else sorted(needs)[0][0]
            self._wrong(item, "hierarchy", f"`hierarchy: {mapping.hierarchy}` needs a column with `{word}`")
        elif mapping.hierarchy is not Hierarchy.COLUMNS and not held & names:
            self._wrong(item, "columns", "no column holds `name`")
        elif mapping.hierarchy is Hierarchy.COLUMNS and held & names:
            self._wrong(item, "columns", "with `hierarchy: columns` each name has its level, such as `L4.name`")
        seen: dict[Target, int] = {}
        for column, own in mapping.columns.items():
            if own and own.field in ("id", "number", "level", "parent", "name", NUMBERED_NAME):
                if own in seen:
                    first = column_letters(seen[own])
                    self._wrong(item, "columns", f"columns {first} and {column_letters(column)} both hold `{own}`")
                seen.setdefault(own, column)

    def _refuse_others(self, held: Mapping, keys: tuple[str, ...], what: str) -> None:
        for key in held:
            if key not in keys:
                self._unknown_key(held, key, keys, what)

    def _unknown_key(self, held: Mapping, key: str, keys: tuple[str, ...], what: str) -> None:
        near = nearest(key, keys)
        meant = f"; did you mean `{near}`?" if near else f"; it has {', '.join(keys)}"
        self._wrong(held, key, f"{what} has no `{key}`{meant}")

    def _unknown(self, held: Any, step: Any, what: str, word: object, allowed: Any) -> None:
        near = nearest(str(word), [str(own) for own in allowed])
        known = ", ".join(str(own) for own in allowed)
        told = f"`{str(word)[:60]}` is no {what}" if word is not None else f"`{step}` is missing"
        self._wrong(held, step, f"{told}{f'; did you mean `{near}`?' if near else f'; there are {known}'}")

    def _wrong(self, held: Any, step: Any, sentence: str) -> None:
        span = self._document.key_span(held, step) if isinstance(held, Mapping) else None
        span = span or self._document.value_span(held, step)
        if span is None and isinstance(held, (Mapping, Sequence)):
            line = self._document.beginning(held)[0] + 1 if held else 1
        else:
            line = span.line if span else 1
        self.faults.append(f"{self._path}:{line}: {sentence}")
