"""Tables in Word: their widths are fixed, their head stands on every page, and short rows stay whole."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ltcarch.publish.document.columns import PADDING, Columns, columns
from ltcarch.publish.document.word.elements import Element, element, paragraph, run
from ltcarch.publish.document.word.styles import ACCENT, FACT, FACT_NAME, FAINT, TABLE_HEAD, TINT
from ltcarch.publish.document.word.text import Writer
from ltcarch.views.handbook.page import Cell, Facts, Table

_TWIPS = 20
"""Word measures in twentieths of a point."""
_LABEL = 120.0
_LINES_KEPT_TOGETHER = 20
_Thing = TypeVar("_Thing")


def table(writer: Writer, shown: Table, room: float) -> Element:
    """A table as wide as the room, in points."""
    made = columns(shown, room)
    head = [_cell([paragraph(TABLE_HEAD, [run(name)])], width, head=True) for name, width in _with(shown.columns, made)]
    rows = [_row(head, header=True)]
    for row, height in zip(shown.rows, made.heights, strict=True):
        cells = [_cell(writer.cell(own), width) for own, width in _with(row.cells, made)]
        if row.mark:
            _mark(writer, row.mark, cells[0])
        rows.append(_row(cells, whole=height <= _LINES_KEPT_TOGETHER))
    return framed(made.widths, rows, ("bottom", "insideH"))


def _with(things: Iterable[_Thing], made: Columns) -> Iterable[tuple[_Thing, float]]:
    return zip(things, made.widths, strict=True)


def _mark(writer: Writer, mark: str, cell: Element) -> None:
    """Let a mark lead to the first paragraph of a cell."""
    first = cell.findall(element("p").tag)[0]
    for place in reversed(writer.bookmarks.at((mark,), ())):
        first.insert(1, place)


def facts(writer: Writer, shown: Facts, room: float) -> Element:
    """Names with what stands for each of them."""
    return pairs(writer, shown.rows, (_LABEL, room - _LABEL))


def pairs(writer: Writer, rows: Iterable[tuple[str, Cell]], widths: tuple[float, float]) -> Element:
    """Two columns, the names in the first."""
    made = (
        _row(
            [
                _cell([paragraph(FACT_NAME, [run(label)])], widths[0]),
                _cell(writer.cell(content, FACT), widths[1]),
            ],
            whole=True,
        )
        for label, content in rows
    )
    return framed(widths, made, ("top", "bottom", "insideH"))


def form(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float], height: float) -> Element:
    """A table to be filled in by hand, its rows as high as told."""
    head = [
        _cell([paragraph(TABLE_HEAD, [run(own)])], width, head=True) for own, width in zip(heads, widths, strict=True)
    ]
    others = []
    for row in rows:
        cells = zip(row, widths, strict=True)
        filled = [_cell([paragraph(FACT, [run(text)])], width, middle=True) for text, width in cells]
        others.append(_row(filled, whole=True, height=height))
    return framed(widths, [_row(head), *others], ("top", "left", "bottom", "right", "insideH", "insideV"))


def framed(widths: Sequence[float], rows: Iterable[Element], lines: Iterable[str]) -> Element:
    """A table of rows with lines on these sides."""
    borders = element("tblBorders", *(element(side, val="single", sz=4, space=0, color=FAINT) for side in lines))
    properties = element(
        "tblPr",
        element("tblW", w=_twips(sum(widths)), type="dxa"),
        borders,
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            element("top", w=50, type="dxa"),
            element("left", w=_twips(PADDING), type="dxa"),
            element("bottom", w=30, type="dxa"),
            element("right", w=_twips(PADDING), type="dxa"),
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=_twips(own)) for own in widths))
    return element("tbl", properties, grid, *rows)


def _row(cells: Iterable[Element], *, header: bool = False, whole: bool = False, height: float = 0) -> Element:
    properties = []
    if whole or header:
        properties.append(element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=_twips(height), hRule="atLeast"))
    if header:
        properties.append(element("tblHeader"))
    return element("tr", *((element("trPr", *properties),) if properties else ()), *cells)


def _cell(content: Iterable[Element], width: float, *, head: bool = False, middle: bool = False) -> Element:
    properties = [element("tcW", w=_twips(width), type="dxa")]
    if head:
        line = element("bottom", val="single", sz=6, space=0, color=ACCENT)
        properties.append(element("tcBorders", element("top", val="single", sz=6, space=0, color=ACCENT), line))
        properties.append(element("shd", val="clear", color="auto", fill=TINT))
    if middle:
        properties.append(element("vAlign", val="center"))
    return element("tc", element("tcPr", *properties), *content)


def _twips(points: float) -> int:
    return round(points * _TWIPS)
