"""Which sheets and columns the workbook has, as the format has it: a sheet for each kind, one for each table in it.

Parts with attributes of their own, such as what follows an activity, have a sheet with a row each. Inputs and outputs
are few words mostly and stand in a cell, one on each line. A part that there is only one of, such as the lifecycle, is
spread over columns.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from ltcarch.interchange.plain import attribute_keys
from ltcarch.interchange.records import Records
from ltcarch.loading.shape import ARCHITECTURE, schema
from ltcarch.model.fields import Declaration
from ltcarch.model.kinds import CLASSES, HIERARCHY
from ltcarch.model.parts import ArtifactUse
from ltcarch.model.record import declarations

SETTINGS = "settings"
_TEXTS = ("text", "texts", "text_map", "scalar")
_SHARED = ("aliases", "description", "former_ids", "tags", "provenance", "unset")
KINDS = tuple(of.KIND for of in CLASSES.values())
_CLASS_OF_KIND = {of.KIND: of for of in CLASSES.values()}


class Use(StrEnum):
    """What a column is for."""

    ID = "id"
    PARENT = "parent"
    PLACE = "place"
    ELEMENT = "element"
    VALUE = "value"
    READING = "reading"
    EXPORTED_ID = "exported id"


class Column(NamedTuple):
    """One column: where its values stand in an element or part, and in which language they are."""

    sheet: str
    path: tuple[str, ...]
    use: Use = Use.VALUE
    declared: Declaration | None = None
    language: str = ""
    is_first_language: bool = True
    shape: Mapping[str, Any] = {}

    @property
    def key(self) -> str:
        """What tells it from all other columns of the workbook."""
        language = f"@{self.language}" if self.language else ""
        return f"{self.sheet}:{'.'.join(self.path)}{language}"

    @property
    def form(self) -> str:
        """What its values are."""
        return self.declared.form if self.declared else "string"


class Sheet(NamedTuple):
    """One sheet: for the elements of a kind, or for the parts that stand at a path in elements of several kinds."""

    id: str
    columns: tuple[Column, ...]
    kind: str = ""
    path: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def column(self, use: Use) -> Column | None:
        """The column for a use that a sheet has one of at most."""
        return next((own for own in self.columns if own.use is use), None)

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns that hold what an element or a part says."""
        return tuple(own for own in self.columns if own.use is Use.VALUE)


def languages_of(records: Records) -> tuple[str, ...]:
    """The project's languages, and any other in which there is a text."""
    known = dict.fromkeys(records.settings.get("languages", ()))
    for own in records.elements:
        known.update(dict.fromkeys(_languages_within(own.kind, own.attributes)))
    return tuple(known) or ("en",)


@cache
def sheets(languages: tuple[str, ...]) -> tuple[Sheet, ...]:
    """All sheets that hold elements and parts, in their order."""
    return (*(_kind_sheet(kind, languages) for kind in KINDS), *_part_sheets(languages))


def part_class(kind: str, path: tuple[str, ...]) -> type | None:
    """The class of the parts at a path in elements of a kind; None where there are none."""
    of: type | None = _CLASS_OF_KIND[kind]
    for key in path:
        known = declarations(of).get(key) if of else None
        of = known[1].part if known else None
    return of


def stands_in_cell(declared: Declaration) -> bool:
    """Whether a list of parts is written into one cell."""
    return declared.form == "parts" and declared.part is ArtifactUse


def shape_of(kind: str, path: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """What the schema says of an attribute, with all references followed."""
    shape = _followed(_definitions()[kind])
    for key in path:
        shape = _followed(_inside(shape)["properties"][key])
    return shape


def _definitions() -> Mapping[str, Any]:
    definitions: Mapping[str, Any] = schema(ARCHITECTURE)["$defs"]
    return definitions


def _followed(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in shape:
        rest = {key: value for key, value in shape.items() if key != "$ref"}
        shape = {**_definitions()[shape["$ref"].rpartition("/")[2]], **rest}
    return shape


def _inside(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """The map that a value is, or that each of its items is, where it may be short as well."""
    for _ in range(4):
        if "properties" in shape:
            return shape
        if "items" in shape:
            shape = _followed(shape["items"])
            continue
        choices = [_followed(own) for own in (*shape.get("anyOf", ()), *shape.get("oneOf", ()))]
        shape = next((own for own in choices if "properties" in own or "items" in own), {})
    return {"properties": {}}


def _kind_sheet(kind: str, languages: tuple[str, ...]) -> Sheet:
    of = _CLASS_OF_KIND[kind]
    known = declarations(of)
    keys = sorted(attribute_keys(kind), key=lambda key: (key != "name", key in _SHARED and key != "description"))
    columns = [Column(kind, ("id",), Use.ID, known["id"][1])]
    for key in keys:
        columns += _columns(kind, kind, (key,), known[key][1], languages)
        if key == "name" and kind in HIERARCHY:
            columns.append(Column(kind, ("parent",), Use.PARENT, known["parent"][1]))
            columns.append(Column(kind, ("parent name",), Use.READING))
            columns.append(Column(kind, ("place",), Use.PLACE))
    columns.append(Column(kind, ("exported id",), Use.EXPORTED_ID))
    return Sheet(kind, tuple(columns), kind=kind, kinds=(kind,))


def _columns(
    sheet: str, kind: str, path: tuple[str, ...], declared: Declaration, languages: tuple[str, ...], drop: int = 0
) -> Iterator[Column]:
    """The columns of an attribute; `drop` says how much of the path is the sheet's own."""
    if declared.form == "part" and declared.part:
        for key, (_, inner) in declarations(declared.part).items():
            yield from _columns(sheet, kind, (*path, key), inner, languages, drop)
    elif declared.form != "parts" or stands_in_cell(declared):
        shape = shape_of(kind, path)
        for index, language in enumerate(languages if declared.form in _TEXTS else ("",)):
            yield Column(sheet, path[drop:], Use.VALUE, declared, language, index == 0, shape)


def _part_sheets(languages: tuple[str, ...]) -> Iterator[Sheet]:
    kinds: dict[tuple[str, ...], list[str]] = {}
    for kind in KINDS:
        for path in part_paths(kind):
            kinds.setdefault(path, []).append(kind)
    for path in sorted(kinds, key=lambda own: (own == ("waivers",), own == ("lifecycle", "history"))):
        yield _part_sheet(path, tuple(kinds[path]), languages)


@cache
def part_paths(kind: str) -> tuple[tuple[str, ...], ...]:
    """The paths at which elements of a kind have lists of parts with a sheet of their own."""
    known = declarations(_CLASS_OF_KIND[kind])
    return tuple(path for key in attribute_keys(kind) for path in _paths_below((key,), known[key][1]))


def _paths_below(path: tuple[str, ...], declared: Declaration) -> Iterator[tuple[str, ...]]:
    if declared.form == "parts" and not stands_in_cell(declared):
        yield path
    elif declared.form == "part" and declared.part:
        for key, (_, inner) in declarations(declared.part).items():
            yield from _paths_below((*path, key), inner)


def _part_sheet(path: tuple[str, ...], kinds: tuple[str, ...], languages: tuple[str, ...]) -> Sheet:
    sheet = "." + ".".join(path)
    element = Declaration("element", "reference", None, kinds)
    columns = [
        Column(sheet, ("element",), Use.ELEMENT, element),
        Column(sheet, ("element name",), Use.READING),
        Column(sheet, ("place",), Use.PLACE),
    ]
    found: dict[str, Column] = {}
    for kind in kinds:
        for key, (_, declared) in declarations(part_class(kind, path) or object).items():
            for own in _columns(sheet, kind, (*path, key), declared, languages, len(path)):
                found.setdefault(own.key, own)
    return Sheet(sheet, (*columns, *found.values()), path=path, kinds=kinds)


def _languages_within(kind: str, attributes: Mapping[str, Any]) -> Iterable[str]:
    known = declarations(_CLASS_OF_KIND[kind])
    for key, value in attributes.items():
        yield from _languages_in(known[key][1], value)


def _languages_in(declared: Declaration, value: Any) -> Iterator[str]:
    match declared.form:
        case "text" | "scalar" if isinstance(value, Mapping):
            yield from value
        case "texts":
            for own in value:
                yield from own if isinstance(own, Mapping) else ()
        case "text_map":
            for own in value.values():
                yield from own if isinstance(own, Mapping) else ()
        case "part" | "parts" if not stands_in_cell(declared):
            known = declarations(declared.part or object)
            for item in value if declared.form == "parts" else [value]:
                for key, own in item.items():
                    yield from _languages_in(known[key][1], own)
