"""What a page is made of, free of any format: sections, tables, lists, and pieces of text that may lead somewhere.

The functions beside the classes leave out what is empty, so that no page shows a heading or a column without content.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the handbook, by its name with `/`, and a mark on it."""

    page: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text. It may lead to a place in the handbook or to an address outside.

    `style` is `strong`, `quiet` or `formula`, or empty.
    """

    text: str
    place: Place | None = None
    url: str | None = None
    style: str = ""


Line = tuple[Span, ...]
Cell = tuple[Line, ...]
"""Lines, one below the other."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Items of equal rank."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Items with a depth, from 0 on, each no more than one deeper than the one before."""

    items: tuple[tuple[int, Line], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a mark makes it a place that others can lead to."""

    cells: tuple[Cell, ...]
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. Each column has content in some row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what stands for each of them; the separator is what the language puts between the two."""

    rows: tuple[tuple[str, Cell], ...]
    separator: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what it draws, of which element if it draws one, the name it is stored under, and a caption."""

    kind: str
    name: str
    caption: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `key` tells sections apart in every language."""

    key: str
    heading: str
    blocks: tuple["Block", ...]
    mark: str | None = None


Block = Prose | Listing | Outline | Table | Facts | Picture | Section


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name with `/`, its title, the way down to it, and its content.

    `kind` is that of the element that the page is about, and `of` its id; a page about no single element is of kind
    `index`, `register` or `overview`. A page of kind `moved` stands at the former place of an element and only leads
    on, to `moved_to`.
    """

    name: str
    title: str
    trail: tuple[Span, ...]
    blocks: tuple[Block, ...]
    kind: str = "overview"
    of: str | None = None
    moved_to: Place | None = None


@dataclass(frozen=True, slots=True)
class Handbook:
    """All pages in one language, the index first."""

    language: str
    title: str
    pages: tuple[Page, ...]


Piece = Span | str | None


def line(*pieces: Piece) -> Line:
    """Pieces of text in a row, without the empty ones."""
    spans = (Span(piece) if isinstance(piece, str) else piece for piece in pieces if piece is not None)
    return tuple(span for span in spans if span.text)


def cell(*lines: Line | Piece) -> Cell:
    """Lines in a cell, without the empty ones."""
    made = (one if isinstance(one, tuple) else line(one) for one in lines)
    return tuple(own for own in made if own)


def joined(spans: Iterable[Span], separator: str) -> Line:
    """Pieces with a separator between them."""
    found: list[Span] = []
    for span in spans:
        found.extend((Span(separator), span) if found else (span,))
    return tuple(found)


def table(columns: Sequence[str], rows: Iterable[Row | Sequence[Cell]]) -> Table | None:
    """A table without the columns that are empty in every row; nothing where there is no row."""
    made = tuple(row if isinstance(row, Row) else Row(tuple(row)) for row in rows)
    kept = [index for index in range(len(columns)) if any(row.cells[index] for row in made)]
    if not kept:
        return None
    return Table(
        tuple(columns[index] for index in kept),
        tuple(Row(tuple(row.cells[index] for index in kept), row.mark) for row in made),
    )


def card(columns: tuple[str, str], rows: Iterable[tuple[str, Cell]]) -> Table | None:
    """A table of names and what stands for each of them, without the empty ones."""
    return table(columns, [Row((cell(Span(label, style="strong")), content)) for label, content in rows if content])


def listing(items: Iterable[Line | Piece]) -> Listing | None:
    """A list; nothing where it is empty."""
    made = cell(*items)
    return Listing(made) if made else None


def prose(*pieces: Piece) -> Prose | None:
    """A paragraph; nothing where it is empty."""
    made = line(*pieces)
    return Prose(made) if made else None


def section(key: str, heading: str, *blocks: Block | None, mark: str | None = None) -> Section | None:
    """A section; nothing where nothing stands under its heading."""
    kept = tuple(block for block in blocks if block is not None)
    return Section(key, heading, kept, mark) if kept else None


def spans(blocks: Iterable[Block]) -> Iterator[Span]:
    """Every piece of text of some blocks, those of their sections included."""
    for block in blocks:
        if isinstance(block, Section):
            yield from spans(block.blocks)
        else:
            yield from (span for own in _lines(block) for span in own)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Prose):
        yield block.line
    elif isinstance(block, Listing):
        yield from block.items
    elif isinstance(block, Outline):
        yield from (own for _, own in block.items)
    elif isinstance(block, Facts):
        yield from (own for _, content in block.rows for own in content)
    elif isinstance(block, Table):
        yield from (own for row in block.rows for content in row.cells for own in content)
