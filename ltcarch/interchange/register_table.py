"""The elements of one kind as a table: a row each, a column for each attribute that somebody states."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ltcarch.interchange.plain import Data, attribute_keys, attributes_of, plain, written
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.kinds import CLASSES, LEVELS
from ltcarch.model.record import declarations
from ltcarch.views.tables.table import Cell, Column, Line, Row, Table
from ltcarch.writing.yaml_text import in_brackets

BETWEEN = "; "
"""What parts the items of a list in one cell."""


class _Field(NamedTuple):
    """One column: an attribute, and the language if it is a text for people."""

    key: str
    language: str | None = None

    @property
    def head(self) -> str:
        return f"{self.key}.{self.language}" if self.language else self.key


def register_table(architecture: Architecture, collection: str, language: str) -> Table:
    """The elements under one key of the format, in reading order or in that of their files."""
    kind = CLASSES[collection].KIND
    rows = {own.id: _attributes(own) for own in _elements(architecture, kind)}
    fields = tuple(_fields(kind, architecture.project.languages, rows.values()))
    place = ("number", "parent") if kind in LEVELS else ()
    heads = (*place, *(own.head for own in fields))
    return Table(
        title=collection,
        subtitle=architecture.project.name.in_language(language),
        description="",
        language=language,
        corner="id",
        columns=tuple(Column(head, head) for head in heads),
        rows=tuple(
            Row(own.id, own.id, tuple(_cells(architecture, own, rows[own.id], fields)))
            for own in _elements(architecture, kind)
        ),
    )


def _elements(architecture: Architecture, kind: str) -> Sequence[Element]:
    if kind == "retired":
        return architecture.retired
    found = architecture.hierarchy.in_order if kind in LEVELS else architecture.elements.values()
    return [own for own in found if kind == own.KIND]


def _attributes(own: Element) -> Mapping[str, Data]:
    full = attributes_of(own.KIND, plain(own))
    return {key: value for key, value in full.items() if not (own.KIND in LEVELS and key == "number")}


def _fields(kind: str, languages: Sequence[str], rows: Iterable[Mapping[str, Data]]) -> Iterator[_Field]:
    stated = {key for row in rows for key in row}
    for key in attribute_keys(kind):
        if key not in stated and key != "name":
            continue
        if declarations(_class(kind))[key][1].form == "text":
            yield from (_Field(key, language) for language in languages)
        else:
            yield _Field(key)


def _class(kind: str) -> type:
    return next(of for of in CLASSES.values() if kind == of.KIND)


def _cells(
    architecture: Architecture, own: Element, attributes: Mapping[str, Data], fields: Iterable[_Field]
) -> Iterator[Cell]:
    if own.KIND in LEVELS:
        parent = architecture.hierarchy.parent(own)
        yield _cell(architecture.hierarchy.number(own))
        yield _cell(parent.id if parent else "")
    short = written(own.KIND, attributes)
    for field in fields:
        yield _cell(_said(short.get(field.key), field.language, architecture.project.language))


def _said(value: Data, language: str | None, default: str) -> str:
    """What a cell says: a text in one language, items of a list one after the other, anything else as YAML."""
    if value is None:
        return ""
    if language is not None:
        plainly = value if language == default else ""
        return str(value.get(language, "")) if isinstance(value, Mapping) else str(plainly)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return BETWEEN.join(value)
    return value if isinstance(value, str) else in_brackets(value)


def _cell(text: str) -> Cell:
    return Cell((Line(text),)) if text else Cell()
