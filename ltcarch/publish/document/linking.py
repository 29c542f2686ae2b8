"""Pages joined into one document: what leads from one to another leads to a mark, what leads out becomes plain text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ltcarch.publish.document.content import DOCUMENT
from ltcarch.publish.document.text import printable
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Facts,
    Line,
    Listing,
    Outline,
    Page,
    Picture,
    Place,
    Prose,
    Row,
    Section,
    Span,
    Table,
)


def marks_of(pages: Iterable[Page]) -> dict[Place, str]:
    """A mark of its own for every place on some pages, as near to its name there as can be."""
    found: dict[Place, str] = {}
    taken: set[str] = set()
    for place in (place for page in pages for place in _places(page)):
        short = place.mark or place.page.rpartition("/")[2]
        mark = short if short.casefold() not in taken else "-".join(filter(None, (place.page, place.mark)))
        mark = mark.replace("/", "-")
        while mark.casefold() in taken:
            mark += "-"
        taken.add(mark.casefold())
        found.setdefault(place, mark)
    return found


def _places(page: Page) -> Iterator[Place]:
    yield Place(page.name)
    yield from (Place(page.name, mark) for mark in _marks(page.blocks))


def _marks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield from (block.mark,) if block.mark else ()
            yield from _marks(block.blocks)
        elif isinstance(block, Table):
            yield from (row.mark for row in block.rows if row.mark)


class Linking:
    """The blocks of one page as they stand in the document."""

    def __init__(self, page: str, marks: Mapping[Place, str]) -> None:
        self._page = page
        self._marks = marks

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks with their places in the document."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Prose(line):
                return Prose(self._line(line))
            case Listing(items):
                return Listing(tuple(self._line(item) for item in items))
            case Outline(items):
                return Outline(tuple((depth, self._line(item)) for depth, item in items))
            case Facts(rows, separator):
                return Facts(tuple((printable(label), self._cell(content)) for label, content in rows), separator)
            case Table(columns, rows):
                return Table(tuple(map(printable, columns)), tuple(self._row(row) for row in rows))
            case Section(heading=heading, blocks=blocks, mark=mark):
                return replace(block, heading=printable(heading), blocks=self.blocks(blocks), mark=self._mark(mark))
            case Picture():
                return replace(block, caption=printable(block.caption))

    def _row(self, row: Row) -> Row:
        return Row(tuple(self._cell(cell) for cell in row.cells), self._mark(row.mark))

    def _cell(self, cell: Cell) -> Cell:
        return tuple(self._line(line) for line in cell)

    def _line(self, line: Line) -> Line:
        return tuple(self._span(span) for span in line)

    def _span(self, span: Span) -> Span:
        target = span.place and (self._marks.get(span.place) or self._marks.get(Place(span.place.page)))
        return replace(span, text=printable(span.text), place=Place(DOCUMENT, target) if target else None)

    def _mark(self, mark: str | None) -> str | None:
        return self._marks[Place(self._page, mark)] if mark else None
