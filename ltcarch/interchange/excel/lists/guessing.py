"""Guessing what stands in which column: by its heading first, then by what its cells look like."""

from collections import defaultdict
from dataclasses import replace

from ltcarch.interchange.excel.lists.column_content import MOST, content_of
from ltcarch.interchange.excel.lists.fields import BILINGUAL, FIELDS, NUMBERED_NAME, Form, Target, target_of
from ltcarch.interchange.excel.lists.headings import header_rows, headings_of
from ltcarch.interchange.excel.lists.hierarchy_numbers import number_and_name, path_of
from ltcarch.interchange.excel.lists.mapping import HIERARCHY_MEANINGS, Hierarchy, ListMapping, SheetMapping
from ltcarch.interchange.excel.lists.sheets import Sheet
from ltcarch.interchange.excel.lists.words_of_headings import BOTH, CHINESE, ENGLISH, level_of_words, said_by
from ltcarch.interchange.identifiers import can_be_id
from ltcarch.model.kinds import HIERARCHY

_LANGUAGE_NAMES = {ENGLISH: "Latin letters", CHINESE: "Chinese characters"}
_NAMING = (Form.PEOPLE, Form.RACI, Form.USES, Form.REFERENCES, Form.SAFEGUARDS)
_REPEATABLE = (Form.NOTE, Form.REFERENCES, Form.USES, Form.RACI, Form.SAFEGUARDS, Form.TEXTS)


def guessed(sheets: tuple[Sheet, ...]) -> ListMapping:
    """What seems to stand where. Sheets of another kind beside a list are left out."""
    found = [guessed_sheet(own) for own in sheets if own.cells]
    ways = {own.hierarchy for own in found}
    if ways - {Hierarchy.NONE}:
        found = [_beside_others(own, ways) for own in found]
    return ListMapping(tuple(found))


def _beside_others(own: SheetMapping, ways: set[Hierarchy]) -> SheetMapping:
    """A sheet without a hierarchy of its own may hold the top of that on other sheets, and else is no list."""
    if own.left_out or own.hierarchy is not Hierarchy.NONE:
        return own
    if Hierarchy.NUMBER in ways and own.column_of("number"):
        why = HIERARCHY_MEANINGS[Hierarchy.NUMBER]
        return replace(own, hierarchy=Hierarchy.NUMBER, levels=HIERARCHY, why=why)
    return SheetMapping(own.sheet, left_out="nothing in it tells a hierarchy")


def guessed_sheet(sheet: Sheet) -> SheetMapping:
    """What seems to stand in the columns of one sheet."""
    header = header_rows(sheet)
    guess = _Guess(sheet, header)
    if not guess.has_names():
        return SheetMapping(sheet.name, left_out="no column looks like names of processes")
    hierarchy = guess.hierarchy()
    if hierarchy is Hierarchy.NONE and not header:
        return SheetMapping(sheet.name, left_out="it has neither headings nor a hierarchy")
    levels = ("process",) if hierarchy is Hierarchy.NONE else HIERARCHY
    return SheetMapping(
        sheet.name,
        header,
        hierarchy,
        {column: guess.targets.get(column) for column in sheet.columns},
        levels,
        headings=guess.headings,
        reasons=guess.reasons,
        why=HIERARCHY_MEANINGS[hierarchy],
    )


class _Guess:
    """The columns of one sheet, as they become clearer step by step."""

    def __init__(self, sheet: Sheet, header: tuple[int, ...]) -> None:
        self.headings = headings_of(sheet, header)
        self.contents = {column: content_of(cells, header) for column, cells in sheet.columns.items()}
        self.targets: dict[int, Target] = {}
        self.reasons: dict[int, str] = {}
        self._by_headings()
        self._by_level_words()
        self._check_levels()
        self._choose_numbers()
        self._check_parent()
        self._leave_out_yes_and_no()
        self._find_names()
        self._tell_languages()
        self._leave_out_second_ones()
        self._split_names()
        self._explain_rest()

    def has_names(self) -> bool:
        return any(own.field in ("name", NUMBERED_NAME) for own in self.targets.values())

    def hierarchy(self) -> Hierarchy:
        levels = {own.level for own in self.targets.values() if own.level and own.field in ("name", NUMBERED_NAME)}
        number = self._first("number") or self._first(NUMBERED_NAME)
        if len(levels) > 1:
            return Hierarchy.COLUMNS
        if number and self.contents[number].is_outline and not self._first("level"):
            return Hierarchy.OUTLINE
        if number and self._depths(number) > 1:
            return Hierarchy.NUMBER
        for name in (Hierarchy.PARENT, Hierarchy.LEVEL):
            if self._first(name.value):
                return name
        name_column = self._first("name")
        indents = {own.indent for own in self.contents[name_column].cells} if name_column else set()
        if len(indents) > 1:
            return Hierarchy.INDENT
        has_own_name = name_column or self._first(NUMBERED_NAME)
        return Hierarchy.COLUMNS if levels and not has_own_name else Hierarchy.NONE

    def _set(self, column: int, target: Target, reason: str) -> None:
        self.targets[column] = target
        self.reasons[column] = reason

    def _drop(self, column: int, reason: str) -> None:
        self.targets.pop(column, None)
        self.reasons[column] = reason

    def _first(self, field: str) -> int | None:
        return next((column for column in self.contents if self._is(column, field)), None)

    def _is(self, column: int, field: str) -> bool:
        own = self.targets.get(column)
        return own is not None and own.field == field and own.level is None

    def _all(self, field: str) -> list[int]:
        return [column for column in self.contents if self._is(column, field)]

    def _by_headings(self) -> None:
        for column, heading in self.headings.items():
            target = target_of(heading)
            if target and self.contents[column].cells:
                self._set(column, target, "its heading says so")

    def _by_level_words(self) -> None:
        """Process group | Process | Activity are one column a level; alone, Process is a name."""
        named: dict[int, int] = {}
        for column, heading in self.headings.items():
            said = said_by(heading)
            own = self.targets.get(column)
            level = level_of_words(said.words)
            is_open = own is None or (own.field == "name" and own.level is None)
            if level and is_open and self.contents[column].levels < MOST and self.contents[column].cells:
                named[column] = level
        explicit = {own.level for own in self.targets.values() if own.level and own.field == "name"}
        has_numbers = any(own.deep_numbers > 0.3 for own in self.contents.values())
        if len({*named.values(), *explicit}) < 2 and (has_numbers or not explicit):
            return
        lowest = max(explicit, default=0)
        for column, level in named.items():
            if level > lowest or not explicit:
                self._set(
                    column, Target("name", level, said_by(self.headings[column]).language), "its heading names a level"
                )
        for column in self._all("name") if explicit else ():
            own = self.targets[column]
            self._set(column, own._replace(level=min(lowest + 1, 6)), "it stands beside columns for higher levels")

    def _check_levels(self) -> None:
        for column in self._all("level"):
            if self.contents[column].levels < MOST:
                self._drop(column, "its cells state no levels")
        if self._first("level") is None and not self.headings:
            for column, content in self.contents.items():
                if content.levels == 1 and not content.are_different and not content.is_running_number:
                    self._set(column, Target("level"), "its cells state levels")
                    return

    def _choose_numbers(self) -> None:
        """The number column is the one with the deepest numbers; what only counts the rows is none."""
        known = [column for column in self.contents if self._is(column, "number") or self._is(column, "id")]
        fits = [column for column in known if self.contents[column].numbers >= MOST]
        deep = [column for column in fits if self.contents[column].deep_numbers > 0.3 or self._is_fixed_width(column)]
        if not deep:
            others = (column for column in self.contents if column not in self.targets)
            deep = [column for column in others if self._looks_like_numbers(column)]
        if deep:
            best = max(deep, key=lambda column: (self._depths(column), self._is(column, "number"), -column))
            if not self._is(best, "number"):
                self._set(
                    best, Target("number"), "its cells are numbers such as " + self.contents[best].cells[-1].text[:20]
                )
            for column in self._all("number"):
                if column != best:
                    self._second_number(column)
        else:
            self._flat_numbers()

    def _flat_numbers(self) -> None:
        has_other = len(self.targets) - len(self._all("number")) > 1
        for column in self._all("number"):
            if self.contents[column].is_running_number and has_other:
                self._drop(column, "it counts the rows")
            elif self.contents[column].numbers < MOST and not self.contents[column].is_outline:
                self._second_number(column)

    def _second_number(self, column: int) -> None:
        content = self.contents[column]
        if content.is_running_number and not self._second_is_code(column):
            self._drop(column, "it counts the rows")
        elif self._first("id") is None and content.are_different and all(can_be_id(own.text) for own in content.cells):
            self._set(column, Target("id"), "its cells are all different, beside another number")
        else:
            self._drop(column, "another column tells numbers better")

    def _second_is_code(self, column: int) -> bool:
        """Whether consecutive numbers are codes: those that count rows begin with 0 or 1."""
        return int(self.contents[column].cells[0].text) > 1

    def _looks_like_numbers(self, column: int) -> bool:
        content = self.contents[column]
        return content.numbers >= 0.9 and content.deep_numbers > 0.3 and content.name_likeness < 0.1

    def _is_fixed_width(self, column: int) -> bool:
        texts = [own.text for own in self.contents[column].cells]
        widths = {len(own) for own in texts}
        step = min(widths, default=0)
        known = set(texts)
        below = [own for own in texts if len(own) > step]
        is_even = step > 1 and len(widths) > 1 and all(own % step == 0 for own in widths)
        is_all_digits = all(own.isascii() and own.isdigit() for own in texts)
        return is_even and is_all_digits and sum(own[:-step] in known for own in below) >= 0.8 * len(below)

    def _depths(self, column: int) -> int:
        if self._is_fixed_width(column):
            return len({len(own.text) for own in self.contents[column].cells})
        texts = (own.text for own in self.contents[column].cells)
        if self._is(column, NUMBERED_NAME):
            texts = (parts[0] for parts in map(number_and_name, texts) if parts)
        depths = {len(_unpadded(path)) for path in map(path_of, texts) if path}
        return max(depths, default=0) if len(depths) > 1 or depths == {2} else len(depths) and max(depths) - 1

    def _check_parent(self) -> None:
        for column in self._all("parent"):
            known = {
                own.text.casefold()
                for field in ("id", "number", "name")
                for held in self._all(field)
                for own in self.contents[held].cells
            }
            cells = self.contents[column].cells
            hits = sum(own.text.casefold() in known or own.text.split(" ")[0].casefold() in known for own in cells)
            if not cells or hits < MOST * len(cells):
                self._drop(column, "its cells name no other row")

    def _leave_out_yes_and_no(self) -> None:
        """Whether there are metrics is not what they are."""
        for column, own in list(self.targets.items()):
            if own.field in FIELDS and FIELDS[own.field].form in _NAMING and self.contents[column].only_yes_or_no:
                self._drop(column, "its cells only say yes or no")

    def _find_names(self) -> None:
        """Without a heading for names, the column with most different texts."""
        if self.has_names():
            return
        free = [column for column in self.contents if column not in self.targets and self.contents[column].cells]
        likely = [column for column in free if self.contents[column].name_likeness > 0.3]
        if not self.headings:
            likely = likely[:2] if len({self.contents[own].script for own in likely[:2]}) == 2 else likely[:1]
        else:
            likely = likely[:1]
        for column in likely:
            self._set(column, Target("name"), "its cells are different texts")

    def _tell_languages(self) -> None:
        """Two columns of one thing are told apart by language: as one heading says, or as their scripts do."""
        same: dict[Target, list[int]] = defaultdict(list)
        for column, own in self.targets.items():
            if own.field in BILINGUAL:
                same[own._replace(language="")].append(column)
        for columns in same.values():
            said = {self.targets[column].language for column in columns}
            scripts = [self.contents[column].script for column in columns]
            if len(columns) < 2 or len(set(scripts)) < 2:
                continue
            for column, script in zip(columns, scripts, strict=True):
                own = self.targets[column]
                if not own.language and script and (script not in said or len(columns) == 2):
                    self._set(
                        column, own._replace(language=script), f"{self.reasons[column]}; {_LANGUAGE_NAMES[script]}"
                    )

    def _leave_out_second_ones(self) -> None:
        seen: set[Target] = set()
        for column in sorted(self.targets):
            own = self.targets[column]
            form = FIELDS[own.field].form if own.field in FIELDS else Form.STRUCTURE
            if own in seen and form in (Form.TEXT, Form.PEOPLE):
                self._set(column, Target("note", own.level), "another column holds the same already")
            elif own in seen and form not in _REPEATABLE:
                self._drop(column, f"another column holds `{own}` already")
            seen.add(own)

    def _split_names(self) -> None:
        names = [column for column, own in self.targets.items() if own.field == "name"]
        has_number = self._first("number") is not None
        for column in names:
            own, content = self.targets[column], self.contents[column]
            if content.bilingual >= MOST and not own.language:
                own = own._replace(language=BOTH)
                self._set(column, own, "its cells hold both languages")
            has_own = has_number if own.level is None else self._has_number_at(own.level)
            if content.numbered_names >= MOST and not has_own:
                self._set(column, own._replace(field=NUMBERED_NAME), "its cells hold numbers and names")
                has_number = has_number or own.level is None

    def _has_number_at(self, level: int) -> bool:
        return any(own.field == "number" and own.level == level for own in self.targets.values())

    def _explain_rest(self) -> None:
        for column, content in self.contents.items():
            if column not in self.targets and column not in self.reasons:
                empty = "it has no cells below the heading" if not content.cells else ""
                told = "its heading is not known" if column in self.headings else "it has no heading"
                self.reasons[column] = empty or told


def _unpadded(path: tuple[str, ...]) -> tuple[str, ...]:
    while len(path) > 1 and path[-1] == "0":
        path = path[:-1]
    return path
