"""From a list and what stands where in it to the records of a new project."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ltcarch.interchange.excel.lists.account import Account
from ltcarch.interchange.excel.lists.cell_entries import entries
from ltcarch.interchange.excel.lists.fields import FIELDS
from ltcarch.interchange.excel.lists.hierarchy_numbers import id_of_number
from ltcarch.interchange.excel.lists.items import Item
from ltcarch.interchange.excel.lists.languages import Texts, languages_of
from ltcarch.interchange.excel.lists.mapping import Hierarchy, ListMapping
from ltcarch.interchange.excel.lists.placing import Placed, placed
from ltcarch.interchange.excel.lists.registers import Registers
from ltcarch.interchange.excel.lists.row_reader import RowReader
from ltcarch.interchange.excel.lists.saying import Sayings
from ltcarch.interchange.excel.lists.sheets import Sheet
from ltcarch.interchange.identifiers import Identifiers, can_be_id, digest, fitting, id_of_name
from ltcarch.interchange.records import ElementRecord, Records, element_record
from ltcarch.model.kinds import HIERARCHY, LEVELS
from ltcarch.model.naming import natural_key


@dataclass(frozen=True)
class Imported:
    """What became of a list: the records, and an account of every cell."""

    records: Records
    account: Account
    mapping: ListMapping
    kept_as_lines: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def count(self, kind: str) -> int:
        """How many elements of a kind there are."""
        return len(self.records.of_kind(kind))


def imported(sheets: Sequence[Sheet], mapping: ListMapping, name: str) -> Imported:
    """The project that a list makes. `name` is the company's, where the list has none."""
    account = Account(sheets)
    by_name = {own.name: own for own in sheets}
    read = []
    for own in mapping.sheets:
        if own.left_out:
            account.leave_out(by_name[own.sheet], None, "", own.left_out)
        else:
            read.append((own, RowReader(by_name[own.sheet], own, account).items()))
    found = placed(read, account)
    prefix_sheets = {own.sheet for own, _ in read if own.hierarchy is Hierarchy.NUMBER}
    builder = _Builder(found, account, prefix_sheets)
    records = builder.records(name)
    account.close()
    return Imported(records, account, mapping, dict(builder.sayings.as_lines))


class _Builder:
    def __init__(self, found: Placed, account: Account, prefix_sheets: set[str]) -> None:
        self._found, self._account = found, account
        everything = [*found.items, *(own for own, _ in found.too_deep)]
        self.texts = Texts(languages_of(everything))
        self._identifiers = Identifiers()
        self._ids = {id(own): self._id(own, prefix_sheets) for own in found.items}
        self._registers = Registers(self._identifiers, self.texts, _role_names(found))
        self.sayings = Sayings(self.texts, self._registers, account)

    def records(self, name: str) -> Records:
        """The records of all elements, with the order of the list."""
        lines: dict[int, list[str]] = {}
        for own, above in self._found.too_deep:
            lines.setdefault(id(above), []).extend(_lines(own))
        elements = [self._record(own, lines.get(id(own), [])) for own in self._found.items]
        elements = _with_order(elements)
        company = self._found.company
        settings: dict[str, Any] = {
            "ltcarch": 1,
            "name": self.texts.text(company.names) if company else name,
            "languages": list(self.texts.languages),
            **self._company(company),
            "decomposition": {"no_scenario": "free" if any(own.kind == "subprocess" for own in elements) else "direct"},
            "profile": "draft",
        }
        return Records.of(settings, [*elements, *self._registers.records()])

    def _company(self, company: Item | None) -> dict[str, Any]:
        """What the list says of the company itself is its description."""
        said = _lines(company)[1:] if company else []
        return {"company": {"id": "company", "description": self.texts.text({"": "\n".join(said)})}} if said else {}

    def _id(self, own: Item, prefix_sheets: set[str]) -> str:
        if own.permanent:
            if can_be_id(own.permanent.text):
                given = self._identifiers.give(fitting(own.permanent.text.replace(" ", "_")))
                if given != own.permanent.text:
                    self._account.remark(own.permanent, f"`{own.permanent.text[:40]}` becomes the id {given}")
                return given
            self._account.remark(own.permanent, f"`{own.permanent.text[:40]}` cannot be an id: another one is made")
        prefix = self._found.prefixes.get(own.cell.sheet, "")
        before = f"{id_of_name('sheet', {'': prefix})}." if prefix else ""
        if own.numbered and (len(own.numbered.path) > 1 or own.cell.sheet in prefix_sheets):
            return self._identifiers.give(before + id_of_number(own.numbered.shown, own.numbered.path))
        if own.numbered and own.numbered.path and can_be_id(own.numbered.shown):
            return self._identifiers.give(before + fitting(own.numbered.shown))
        above = "/".join(upper.name for upper in own.ancestors())
        return self._identifiers.give(id_of_name(f"l{own.level}", own.names), digest(above)[:4])

    def _record(self, own: Item, further_lines: list[str]) -> ElementRecord:
        kind, element_id = self._found.kinds[id(own)], self._ids[id(own)]
        data: dict[str, Any] = {"name": self.texts.text(own.names)}
        if own.numbered:
            data["number"] = own.numbered.shown
        data |= self.sayings.attributes(own, kind, element_id, further_lines)
        return element_record(kind, element_id, self._ids[id(own.parent)] if own.parent else None, data)


def _role_names(found: Placed) -> set[str]:
    """Who is named as somebody's role, or as the owner of what is work of one role."""
    names = set()
    for own in found.items:
        is_work = LEVELS[found.kinds[id(own)]] >= LEVELS["activity"]
        for row in own.rows:
            for value in row:
                is_role = FIELDS[value.field].kind == "role" or (is_work and value.field == "owner")
                if is_role:
                    names.update(entries(value.cell.text))
    return names


def _lines(own: Item) -> list[str]:
    """What is too deep for the format, or is the company, as lines of a description."""
    said = [f"{value.heading}: {' '.join(value.cell.text.split())}" for row in own.rows for value in row]
    names = " / ".join(own.names.values())
    return [f"{own.numbered.shown} {names}" if own.numbered else names, *dict.fromkeys(said)]


def _with_order(elements: list[ElementRecord]) -> list[ElementRecord]:
    """What has no parent is sorted by id where nothing else is said: `order` keeps that of the list."""
    tops = [own for own in elements if own.parent is None]
    as_sorted = sorted(tops, key=lambda own: (-LEVELS[own.kind], natural_key(own.id), own.id))
    if len(tops) < 2 or tops == as_sorted or any(own.kind not in HIERARCHY for own in tops):
        return elements
    order = {own.id: number for number, own in enumerate(tops, 1)}
    return [
        element_record(own.kind, own.id, None, {**own.attributes, "order": order[own.id]}) if own.id in order else own
        for own in elements
    ]
