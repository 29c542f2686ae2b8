"""What an import is told at the terminal: what was taken for what, what comes of it, and what was not understood."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltcarch.interchange.excel.lists.account import Fate, LeftOut, Remark
from ltcarch.interchange.excel.lists.building import Imported
from ltcarch.interchange.excel.lists.fields import LEFT_OUT
from ltcarch.interchange.excel.lists.mapping import HIERARCHY_MEANINGS, SheetMapping
from ltcarch.interchange.excel.lists.sheets import Sheet, column_letters
from ltcarch.interchange.records import Records
from ltcarch.model.kinds import COLLECTIONS, HIERARCHY, LEVELS
from ltcarch.report.columns import clipped, shown, width, wrapped

_NO_TERMINAL = 200
_WIDEST = 36
_LEAST_NAME = 30
_WORDS = {"kpi": ("KPI", "KPIs"), "subprocess": ("sub-process", "sub-processes")}


def mapping_lines(mapping: SheetMapping, sheet: Sheet, columns: int | None) -> Iterator[str]:
    """What each column of a sheet is taken for, and why."""
    room = columns or _NO_TERMINAL
    if mapping.left_out:
        yield from _paragraph(
            f"Sheet {sheet.name}: left out with {_cells(len(sheet.cells))}, {mapping.left_out}", "", room
        )
        return
    rows = ", ".join(map(str, mapping.header))
    header = f"headings in row{'s'[: len(mapping.header) > 1]} {rows}" if rows else "no headings"
    how = mapping.why or HIERARCHY_MEANINGS[mapping.hierarchy]
    yield from _paragraph(f"Sheet {sheet.name}: {header}; hierarchy {how}", "", room)
    last = mapping.header[-1] if mapping.header else 0
    table = [
        (
            column_letters(column),
            mapping.headings.get(column, ""),
            str(target or LEFT_OUT),
            str(sum(own.row > last for own in sheet.columns.get(column, ()))),
            mapping.reasons.get(column, ""),
        )
        for column, target in mapping.columns.items()
    ]
    yield from _grid(("Column", "Heading", "Taken as", "Cells", "Why"), table, room)


def tree_lines(records: Records, columns: int | None) -> Iterator[str]:
    """The elements as a tree, with numbers and names."""
    room = columns or _NO_TERMINAL
    language = records.settings["languages"][0]
    pending = [(own, 0) for own in reversed(records.children(None))]
    while pending:
        own, depth = pending.pop()
        number = own.attributes.get("number", "")
        identity = f"{number}  [{own.id}]" if number and number != own.id else own.id
        line = f"{'  ' * depth}L{LEVELS[own.kind]} {identity}  {own.name(language)}"
        yield clipped(shown(line), room)
        pending += [(child, depth + 1) for child in reversed(records.children(own.id))]


def count_lines(imported: Imported) -> Iterator[str]:
    """How many elements there are at each level, and in each register."""
    for kind in HIERARCHY:
        if count := imported.count(kind):
            yield f"  L{LEVELS[kind]}  {count:>6,}  {_plural(kind, count)}"
    for kind in COLLECTIONS:
        if kind not in HIERARCHY and (count := imported.count(kind)):
            yield f"      {count:>6,}  {_plural(kind, count)}"


def fate_line(imported: Imported) -> str:
    """How many cells had which fate."""
    counts = imported.account.counts()
    parts = [f"{counts[fate]:,} {fate.value}" for fate in Fate if counts[fate]]
    return f"{counts.total():,} cells: {', '.join(parts)}."


def left_out_lines(left_out: Sequence[LeftOut], columns: int | None) -> Iterator[str]:
    """The columns and sheets of which nothing is taken."""
    for own in left_out:
        heading = f" {_one_line(own.heading, _WIDEST)}" if own.heading else ""
        what = f"column {own.place}{heading}" if own.place.isalpha() else f"{own.place}{heading}" or "the whole sheet"
        yield from _paragraph(f"{own.sheet}: {what}, {_cells(own.cells)}: {own.reason}", "  ", columns or _NO_TERMINAL)


def line_lines(kept: Mapping[tuple[str, str, str], int], columns: int | None) -> Iterator[str]:
    """What stands in descriptions, since a kind has no place of its own for it."""
    by_column: dict[tuple[str, str], dict[str, int]] = {}
    for (sheet, heading, kind), count in kept.items():
        by_column.setdefault((sheet, heading), {})[kind] = count
    for (sheet, heading), counts in by_column.items():
        kinds = ", ".join(f"{_cells(count)} of {_plural(kind, 2)}" for kind, count in counts.items())
        text = f"{sheet}: {_one_line(heading, _WIDEST)}: {kinds}"
        yield from _paragraph(text, "  ", columns or _NO_TERMINAL)


def remark_lines(remarks: Iterable[Remark], columns: int | None, most: int | None) -> Iterator[str]:
    """Remarks with sheet and cell; `most` of them, with how many more there are."""
    found = list(remarks)
    for own in found[:most]:
        place = f"{own.sheet}!{own.place}" if own.place else own.sheet
        yield from _paragraph(f"{place}: {own.message}", "  ", columns or _NO_TERMINAL)
    if most is not None and len(found) > most:
        yield f"  and {len(found) - most:,} more: `--dry-run` shows all"


def _cells(count: int) -> str:
    return f"{count:,} cell{'s'[: count != 1]}"


def _plural(kind: str, count: int) -> str:
    word = kind.replace("_", " ")
    one, many = _WORDS.get(kind, (word, COLLECTIONS[kind].replace("_", " ")))
    return one if count == 1 else many


def _one_line(text: str, room: int) -> str:
    return clipped(shown(" ".join(text.split())), room)


def _paragraph(text: str, indent: str, room: int) -> Iterator[str]:
    """A text in lines that fit, the further ones indented."""
    own = shown(" ".join(text.split()))
    for number, line in enumerate(wrapped(own, max(room - len(indent) - 2, 20))):
        yield f"{indent}{'  ' if number else ''}{line.lstrip()}"


def _grid(head: tuple[str, ...], table: Sequence[tuple[str, ...]], room: int) -> Iterator[str]:
    """Columns side by side; the last one gives way where the terminal is narrow, then the headings do."""
    rows = [head, *([_one_line(cell, 200) for cell in row] for row in table)]
    widths = [min(max(width(row[place]) for row in rows), _WIDEST) for place in range(len(head) - 1)]
    least = sum(widths) + 2 * len(widths) + 2
    if room - least < _LEAST_NAME:
        widths[1] = max(8, widths[1] - (_LEAST_NAME - (room - least)))
    rest = max(room - sum(widths) - 2 * len(widths) - 2, 10)
    for row in rows:
        cells = [_padded(clipped(cell, own), own) for cell, own in zip(row[:-1], widths, strict=True)]
        lines = list(wrapped(row[-1], rest)) or [""]
        yield f"  {'  '.join(cells)}  {lines[0]}".rstrip()
        for line in lines[1:]:
            yield f"  {' ' * (sum(widths) + 2 * len(widths))}{line.lstrip()}"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
