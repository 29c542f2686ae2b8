"""What the cells of a row say of an element, as attributes of its kind; what the kind cannot hold is kept as text."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ltcarch.interchange.excel.lists.account import Account, Fate
from ltcarch.interchange.excel.lists.cell_entries import entries, says_nothing
from ltcarch.interchange.excel.lists.fields import FIELDS, Form
from ltcarch.interchange.excel.lists.items import Item, Value
from ltcarch.interchange.excel.lists.languages import Texts
from ltcarch.interchange.excel.lists.registers import Registers
from ltcarch.interchange.plain import attribute_keys

_WORK = ("activity", "task")


class Sayings:
    """Makes attributes of values, for one element after the other."""

    def __init__(self, texts: Texts, registers: Registers, account: Account) -> None:
        self._texts, self._registers, self._account = texts, registers, account
        self.as_lines: Counter[tuple[str, str, str]] = Counter()
        """How many cells of a sheet and heading became lines of the descriptions of a kind."""

    def attributes(self, item: Item, kind: str, element_id: str, further_lines: list[str]) -> dict[str, Any]:
        """All that the rows of an element say of it."""
        made = _Made(self, kind, element_id)
        seen: set[tuple[Any, ...]] = set()
        for row in item.rows:
            for group in _by_field(row):
                key = tuple((own.field, own.language, own.cell.text) for own in group)
                if key not in seen:
                    made.add(group)
                seen.add(key)
        for line in further_lines:
            made.add_line(line)
        return made.attributes()


class _Made:
    """The attributes of one element."""

    def __init__(self, sayings: Sayings, kind: str, element_id: str) -> None:
        self._all, self._kind, self._id = sayings, kind, element_id
        self._keys = attribute_keys(kind)
        self._data: dict[str, Any] = {}
        self._texts: dict[str, dict[str, str]] = {}

    def attributes(self) -> dict[str, Any]:
        for key, by_language in self._texts.items():
            self._data[key] = self._all._texts.text(by_language)
        return self._data

    def add(self, group: list[Value]) -> None:
        """What the columns of one field say in a row: one column, or one for each language."""
        filled = [own for own in group if not says_nothing(own.cell.text)]
        self._all._account.take((own.cell for own in group if own not in filled), Fate.EMPTY_WORD)
        if not filled:
            return
        field = FIELDS[filled[0].field]
        if field.form is Form.TEXT and field.name in self._keys:
            for own in filled:
                self._add_text(field.name, own.cell.text, own.language)
        elif field.form is Form.TEXTS and field.name in self._keys:
            held = self._data.setdefault(field.name, [])
            held += [
                self._all._texts.text({own.language: text})
                for own in filled
                for text in own.cell.text.split("\n")
                if text.strip()
            ]
        elif field.form in (Form.NOTE, Form.TEXT, Form.TEXTS) or not self._refer(field.name, field.kind, filled):
            self._keep_as_lines(filled)

    def _refer(self, name: str, kind: str, filled: list[Value]) -> bool:
        """Put references where the kind has a place for them; whether it has one."""
        put = self._place_of(name)
        if put is None:
            return False
        for names in _names(filled):
            given = self._all._registers.refer(kind, names)
            if name in ("risks", "controls"):
                self._all._registers.say(kind, given, put, self._id)
            elif put.startswith("raci."):
                _append(self._data.setdefault("raci", {}).setdefault(put.removeprefix("raci."), []), given)
            elif name in ("inputs", "outputs"):
                _append(self._data.setdefault(put, []), {"artifact": given})
            elif put == "system" and put in self._data:
                self.add_line(f"{filled[0].heading}: {next(iter(names.values()))}")
            elif put == "system":
                self._data[put] = given
            else:
                _append(self._data.setdefault(put, []), given)
        return True

    def _place_of(self, name: str) -> str | None:
        """Where an element of this kind holds what a field names."""
        is_work = self._kind in _WORK
        match name:
            case "owner" if is_work:
                return "role" if "role" not in self._data else "raci.accountable" if "raci" in self._keys else None
            case "accountable" | "consulted" | "informed":
                return f"raci.{name}" if "raci" in self._keys else None
            case "systems" if self._kind == "task":
                return "system"
            case "risks":
                return "affects" if self._kind != "task" else None
            case "controls":
                return "activities" if self._kind == "activity" else None
            case "role" if self._kind == "task" and "role" in self._data:
                return None
        return name if name in self._keys else None

    def _keep_as_lines(self, filled: list[Value]) -> None:
        for own in filled:
            self._all.as_lines[own.cell.sheet, own.heading, self._kind] += 1
            text = " ".join(entry.strip() for entry in own.cell.text.split("\n") if entry.strip())
            heading = " ".join(own.heading.split())
            self._add_text(
                "description", f"{heading}: {text}", self._all._texts.language_of(own.cell.text, own.language)
            )

    def add_line(self, line: str) -> None:
        """One more line of the description."""
        self._add_text("description", line, self._all._texts.language_of(line))

    def _add_text(self, key: str, text: str, told: str) -> None:
        language = self._all._texts.language_of(text, told)
        held = self._texts.setdefault(key, {})
        held[language] = f"{held[language]}\n{text}" if language in held else text


def _by_field(row: list[Value]) -> Iterator[list[Value]]:
    """Roles before owners, since an owner of an activity without a role has its role."""
    groups: dict[tuple[str, int], list[Value]] = {}
    for number, own in enumerate(row):
        key = (own.field, 0 if own.language else number)
        groups.setdefault(key, []).append(own)
    for key in sorted(groups, key=lambda own: own[0] != "role"):
        yield groups[key]


def _names(filled: list[Value]) -> list[dict[str, str]]:
    """The names that cells list; those of two languages belong together where they are as many."""
    lists = [(own.language, entries(own.cell.text)) for own in filled]
    is_pair = len(lists) == 2 and len(lists[0][1]) == len(lists[1][1]) and lists[0][0] != lists[1][0]
    if is_pair:
        return [{lists[0][0]: one, lists[1][0]: two} for one, two in zip(lists[0][1], lists[1][1], strict=True)]
    return [{language: name} for language, names in lists for name in names]


def _append(held: list[Any], value: Any) -> None:
    if value not in held:
        held.append(value)
