"""Where the elements of a list stand: below which parent, at which level."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ltcarch.interchange.excel.lists.account import Account
from ltcarch.interchange.excel.lists.hierarchy_numbers import Path, number_and_name, parents
from ltcarch.interchange.excel.lists.items import Item
from ltcarch.interchange.excel.lists.mapping import Hierarchy, SheetMapping
from ltcarch.interchange.excel.lists.words_of_headings import plain

_MOST_PLACES = 3


@dataclass
class Placed:
    """The elements with their places. What is deeper than the lowest level stands as a line of the one above."""

    items: list[Item] = field(default_factory=list)
    too_deep: list[tuple[Item, Item]] = field(default_factory=list)
    company: Item | None = None
    prefixes: dict[str, str] = field(default_factory=dict)
    """What tells the numbers of a sheet from the same ones of other sheets."""
    kinds: dict[int, str] = field(default_factory=dict)
    """The kind by the identity of an item."""


def placed(sheets: Sequence[tuple[SheetMapping, list[Item]]], account: Account) -> Placed:
    """Every element with its parent and level."""
    result = Placed()
    sheets = _merged_over_sheets(sheets, result, account)
    for mapping, items in sheets:
        if mapping.hierarchy is Hierarchy.LEVEL:
            _take_company(mapping, items, result)
    _by_number(sheets, result, account)
    _by_parent(sheets, account)
    for mapping, items in sheets:
        match mapping.hierarchy:
            case Hierarchy.LEVEL | Hierarchy.OUTLINE:
                _by_level(items, account)
            case Hierarchy.INDENT:
                _by_indent(items)
        _settle_levels(mapping, items, result, account)
    return result


def _take_company(mapping: SheetMapping, items: list[Item], result: Placed) -> None:
    """The one row of level 0 is the company; where there are several, levels count from 0."""
    tops = [own for own in items if own.stated_level == 0]
    if len(tops) == 1 and result.company is None:
        result.company = tops[0]
        items.remove(tops[0])
    elif tops:
        for own in items:
            own.stated_level = (own.stated_level or 0) + 1


def _merged_over_sheets(
    sheets: Sequence[tuple[SheetMapping, list[Item]]], result: Placed, account: Account
) -> list[tuple[SheetMapping, list[Item]]]:
    """Sheets that go on with one numbering share their elements; those that each begin anew get ids of their own."""
    known: dict[Path, Item] = {}
    found = []
    for mapping, items in sheets:
        if mapping.hierarchy is not Hierarchy.NUMBER:
            found.append((mapping, items))
            continue
        same = [(own, known[own.numbered.path]) for own in items if own.numbered and own.numbered.path in known]
        others = [pair for pair in same if not _same_name(*pair)]
        if len(others) > len(same) / 2:
            result.prefixes[mapping.sheet] = mapping.sheet
            account.remark_on(
                mapping.sheet,
                f"{len(others)} numbers stand for other things on another sheet, so ids begin with the sheet's name",
            )
            found.append((mapping, items))
            continue
        doubles = {id(own): other for own, other in same if _same_name(own, other)}
        for own in items:
            if id(own) in doubles:
                _join(doubles[id(own)], own)
            elif own.numbered:
                known.setdefault(own.numbered.path, own)
        found.append((mapping, [own for own in items if id(own) not in doubles]))
    return found


def _same_name(one: Item, other: Item) -> bool:
    names = {plain(own) for own in one.names.values()}
    return bool(names & {plain(own) for own in other.names.values()})


def _join(into: Item, own: Item) -> None:
    into.names = {**own.names, **into.names}
    into.permanent = into.permanent or own.permanent
    into.rows += own.rows


def _by_number(sheets: Sequence[tuple[SheetMapping, list[Item]]], result: Placed, account: Account) -> None:
    spaces: dict[str, list[Item]] = {}
    for mapping, items in sheets:
        if mapping.hierarchy is Hierarchy.NUMBER:
            spaces.setdefault(result.prefixes.get(mapping.sheet, ""), []).extend(items)
    for items in spaces.values():
        _number_space(items, account)


def _number_space(items: list[Item], account: Account) -> None:
    by_path: dict[Path, Item] = {}
    for own in items:
        if own.numbered:
            first = by_path.setdefault(own.numbered.path, own)
            if first is not own:
                account.remark(own.cell, f"{own.numbered.shown} stands at {first.cell.place} too, for another thing")
    prefix = _common_prefix(by_path)
    if prefix and items:
        account.remark_on(
            items[0].cell.sheet, f"all numbers begin with {prefix}, which is no row: it is taken for no level"
        )
    missing: dict[Path, list[Item]] = {}
    before: list[Item] = []
    for own in items:
        if own.numbered is None:
            own.parent = next((upper for upper in reversed(before) if upper.level < (own.stated_level or 1)), None)
            own.level = own.stated_level or 1
        else:
            path = own.numbered.path
            own.parent = next((by_path[upper] for upper in parents(path) if upper in by_path), None)
            own.level = len(path) - len(prefix and (prefix,))
            nearest = path[:-1]
            if nearest and nearest not in by_path and nearest != (prefix,):
                missing.setdefault(nearest, []).append(own)
        before.append(own)
    _tell_missing(missing, account)


def _common_prefix(by_path: dict[Path, Item]) -> str:
    """A word before all numbers that is no row itself, as PRO in PRO-1 and PRO-1.1."""
    firsts = {path[0] for path in by_path}
    first = next(iter(firsts), "")
    return first if len(firsts) == 1 and first.isalpha() and (first,) not in by_path else ""


def _tell_missing(missing: dict[Path, list[Item]], account: Account) -> None:
    for path, items in missing.items():
        number = ".".join(path)
        above = items[0].parent
        where = f"below {above.shown[:60]}" if above else "without a parent"
        names = ", ".join(own.numbered.shown for own in items[:_MOST_PLACES] if own.numbered)
        more = f" and {len(items) - _MOST_PLACES} more" if len(items) > _MOST_PLACES else ""
        stand = "stands" if len(items) == 1 else "stand"
        account.remark(items[0].cell, f"{number} is no row, so {names}{more} {stand} {where}")


def _by_level(items: list[Item], account: Account) -> None:
    """Each row below the last one of a higher level."""
    above: list[Item] = []
    for own in items:
        own.level = own.stated_level or 1
        while above and above[-1].level >= own.level:
            above.pop()
        own.parent = above[-1] if above else None
        highest = own.parent.level if own.parent else 0
        if own.level > highest + 1:
            where = f"below {own.parent.shown[:60]}" if own.parent else "without a parent"
            account.remark(own.cell, f"level {own.level} follows level {highest}: {own.shown[:60]} stands {where}")
        above.append(own)


def _by_indent(items: list[Item]) -> None:
    above: list[Item] = []
    for own in items:
        while above and above[-1].cell.indent >= own.cell.indent:
            above.pop()
        own.parent = above[-1] if above else None
        own.level = own.parent.level + 1 if own.parent else 1
        above.append(own)


def _by_parent(sheets: Sequence[tuple[SheetMapping, list[Item]]], account: Account) -> None:
    """Parents are named by id, by number or by name, on whatever sheet they stand."""
    items = [own for mapping, found in sheets if mapping.hierarchy is Hierarchy.PARENT for own in found]
    known: dict[str, list[Item]] = {}
    for own in items:
        told = (own.permanent.text if own.permanent else "", own.numbered.shown if own.numbered else "")
        for key in {plain(key) for key in (*told, *own.names.values()) if key}:
            known.setdefault(key, []).append(own)
    for own in items:
        own.parent = _parent_named(own, known, account)
    for own in items:
        if any(above.parent is own for above in own.ancestors()) or own.parent is own:
            account.remark(own.cell, f"{own.shown[:60]} stands above its own parent, so it stands without one")
            own.parent = None
    for own in items:
        own.level = sum(1 for _ in own.ancestors()) + 1


def _parent_named(own: Item, known: dict[str, list[Item]], account: Account) -> Item | None:
    cell = own.parent_cell
    if cell is None or cell.text in ("-", "/", "—", "0", "无"):
        return None
    parts = number_and_name(cell.text)
    for key in (cell.text, *(parts or ())):
        found = [other for other in known.get(plain(key), ()) if other is not own]
        if found:
            if len(found) > 1:
                account.remark(
                    cell, f"{len(found)} rows are called `{key[:40]}`; the first one is taken for the parent"
                )
            return found[0]
    account.remark(cell, f"the parent `{cell.text[:40]}` is no row, so {own.shown[:60]} stands without one")
    return None


def _settle_levels(mapping: SheetMapping, items: list[Item], result: Placed, account: Account) -> None:
    """The kind of each element; a level that is stated goes before the depth, as far as it lies below the parent's."""
    lowest = len(mapping.levels)
    odd: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], Item] = {}
    for own in sorted(items, key=lambda item: sum(1 for _ in item.ancestors())):
        highest = own.parent.level if own.parent else 0
        if mapping.hierarchy is Hierarchy.COLUMNS or (own.stated_level and own.stated_level > highest):
            own.level = own.stated_level or own.level
        elif own.stated_level is not None and mapping.hierarchy not in (Hierarchy.LEVEL, Hierarchy.OUTLINE):
            odd[own.stated_level, own.level] += 1
            first.setdefault((own.stated_level, own.level), own)
        own.level = max(own.level, highest + 1)
    for own in items:
        if own.level > lowest:
            _put_too_deep(own, mapping.levels, result, account)
        else:
            result.items.append(own)
            result.kinds[id(own)] = mapping.levels[own.level - 1]
    for (stated, level), count in odd.items():
        account.remark(
            first[stated, level].cell, f"{count} rows say level {stated} and stand at level {level}, which is taken"
        )


def _put_too_deep(own: Item, kinds: tuple[str, ...], result: Placed, account: Account) -> None:
    lowest = len(kinds)
    above = next((upper for upper in own.ancestors() if upper.level <= lowest), None)
    if above is None:
        own.level = lowest
        result.items.append(own)
        result.kinds[id(own)] = kinds[-1]
        return
    result.too_deep.append((own, above))
    where = f"a line in the description of {above.shown[:60]}"
    account.remark(own.cell, f"level {own.level} is deeper than the lowest: {own.shown[:60]} is {where}")
