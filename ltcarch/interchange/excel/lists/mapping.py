"""What stands in which column of a list: guessed, kept as a small YAML file, changed there and used again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ltcarch.interchange.excel.lists.fields import LEFT_OUT, Target
from ltcarch.interchange.excel.lists.sheets import column_letters
from ltcarch.model.kinds import HIERARCHY
from ltcarch.writing.yaml_scalars import scalar


class Hierarchy(StrEnum):
    """How a list tells what belongs to what."""

    NUMBER = "number"
    OUTLINE = "outline"
    LEVEL = "level"
    COLUMNS = "columns"
    PARENT = "parent"
    INDENT = "indent"
    NONE = "none"


HIERARCHY_MEANINGS = {
    Hierarchy.NUMBER: "by numbers such as 4.1.2",
    Hierarchy.OUTLINE: "by the ways of counting: 一, （一）, 1, ①, each below the one before",
    Hierarchy.LEVEL: "by a column that states the level, each row below the last one of a higher level",
    Hierarchy.COLUMNS: "by one column a level",
    Hierarchy.PARENT: "by a column that names the parent",
    Hierarchy.INDENT: "by how far names are indented",
    Hierarchy.NONE: "not at all: every row stands for itself",
}


@dataclass(frozen=True)
class SheetMapping:
    """What a sheet holds. A column without a target is left out, as is a sheet whose `left_out` says why.

    `levels` are the kinds from the top; `headings` and `reasons` are told to people and mean nothing.
    """

    sheet: str
    header: tuple[int, ...] = ()
    hierarchy: Hierarchy = Hierarchy.NONE
    columns: Mapping[int, Target | None] = field(default_factory=dict)
    levels: tuple[str, ...] = HIERARCHY
    left_out: str = ""
    headings: Mapping[int, str] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    why: str = ""

    def column_of(self, name: str) -> int | None:
        """The first column that holds a field of the row itself."""
        return next(
            (column for column, own in self.columns.items() if own and own.field == name and own.level is None), None
        )


@dataclass(frozen=True)
class ListMapping:
    """What stands where in a file."""

    sheets: tuple[SheetMapping, ...]


FORMAT = 1
_BEGINNING = """\
# What stands where in {file}: change it, then `ltcarch import excel {file} --mapping` with this file.
# A column holds one of: {fields};
# `left out` takes none of it. `.en` or `.zh` tells the language, `.both` two in one cell;
# `L3.` in front means the element of level 3 only. docs/import-excel.md explains each.
"""


def mapping_text(mapping: ListMapping, file: str) -> str:
    """The YAML file of a mapping."""
    from ltcarch.interchange.excel.lists.fields import ALL_FIELDS

    file = " ".join("".join(sign for sign in file if sign.isprintable()).split())
    lines = [_BEGINNING.format(file=file, fields=", ".join(ALL_FIELDS)).rstrip(), f"mapping: {FORMAT}", "sheets:"]
    for own in mapping.sheets:
        lines += _sheet_lines(own)
    return "\n".join(lines) + "\n"


def _sheet_lines(own: SheetMapping) -> list[str]:
    lines = [f"  - sheet: {scalar(own.sheet)}"]
    if own.left_out:
        return [*lines, f"    hierarchy: {LEFT_OUT}{_comment(own.left_out)}"]
    lines.append(f"    header: [{', '.join(map(str, own.header))}]{_comment('the rows of headings')}")
    lines.append(f"    hierarchy: {own.hierarchy.value}{_comment(own.why)}")
    if own.levels != HIERARCHY:
        lines.append(f"    levels: [{', '.join(own.levels)}]")
    lines.append("    columns:")
    for column, target in own.columns.items():
        told = "; ".join(filter(None, (own.headings.get(column, ""), own.reasons.get(column, ""))))
        lines.append(f"      {scalar(column_letters(column))}: {target or LEFT_OUT}{_comment(told)}")
    return lines


def _comment(text: str) -> str:
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return f"  # {plain[:100]}" if plain else ""
