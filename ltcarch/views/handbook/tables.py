"""Tables that are also drawn as pictures, as blocks of a page: with text that can be searched, and links."""

from collections.abc import Iterable

from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Prose, Row, Span, Table, cell, line, prose, table
from ltcarch.views.tables import table as drawn

_STYLES = {drawn.Style.STRONG: "strong", drawn.Style.QUIET: "quiet"}


def as_block(edition: Edition, view: drawn.Table) -> Table | None:
    """A drawn table as a block; its rows lead to the elements that they are about."""
    columns = (view.corner, *(column.name for column in view.columns))
    return table(columns, (_row(edition, row, len(view.columns)) for row in view.rows))


def _row(edition: Edition, row: drawn.Row, width: int) -> Row:
    text = " ".join(part for part in (row.code, row.name) if part)
    name = Span(text, edition.places.get(row.id), style="strong" if row.is_heading or row.is_strong else "")
    first = () if row.continues else cell(name, *(_line(own) for own in row.notes))
    cells = tuple(_cell(own) for own in row.cells) or ((),) * width
    return Row((first, *cells))


def _cell(own: drawn.Cell) -> Cell:
    marks = line(" ".join(mark.text for mark in own.marks))
    return cell(marks, *(_line(one) for one in own.lines))


def _line(own: drawn.Line) -> Span:
    return Span(own.text, style=_STYLES.get(own.style, ""))


def legend(edition: Edition, marks: Iterable[drawn.Mark]) -> Prose | None:
    """What the marks in a table mean, in one line."""
    told = (Span(f"{mark.text}{edition.word(': ')}{mark.name}", style="quiet") for mark in marks)
    return prose(*edition.joined_by(told, "; "))
