"""A table as a Markdown document: its title, what is to be known before, and the table with its legend."""

from collections.abc import Iterable, Iterator

from ltcarch.render.markdown.escaping import escape
from ltcarch.views.tables.table import Cell, Line, Row, Style, Table
from ltcarch.views.words import word


def draw(table: Table) -> str:
    """The Markdown of a table. Headings between rows stand in rows of their own."""
    return "\n".join(_document(table)).rstrip() + "\n"


def _document(table: Table) -> Iterator[str]:
    yield f"# {escape(table.title)}"
    yield ""
    yield escape(table.subtitle)
    yield ""
    for fact in table.facts:
        yield f"- **{escape(fact.name)}**{word(': ', table.language)}{_joined(fact.lines)}"
    if table.facts:
        yield ""
    if table.columns and table.rows:
        yield from _rows(table)
        yield ""
    if table.legend:
        yield " · ".join(f"**{escape(mark.text)}** {escape(mark.name)}" for mark in table.legend)


def _rows(table: Table) -> Iterator[str]:
    heads = (": ".join(escape(part) for part in (column.group, column.name) if part) for column in table.columns)
    yield _line((escape(table.corner), *heads))
    yield _line(("---", *(":-:" if column.is_centred else "---" for column in table.columns)))
    for row in table.rows:
        if row.is_heading:
            yield _line((f"**{_name(row)}**", *("" for _ in table.columns)))
        else:
            yield _line(("" if row.continues else _row_name(row), *map(_cell, row.cells)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _name(row: Row) -> str:
    return escape(f"{row.code} {row.name}")


def _row_name(row: Row) -> str:
    return "<br>".join((_name(row), *map(_shown, row.notes)))


def _cell(cell: Cell) -> str:
    marks = " ".join(f"**{escape(mark.text)}**" for mark in cell.marks)
    return "<br>".join(text for text in (marks, _joined(cell.lines)) if text)


def _joined(lines: tuple[Line, ...]) -> str:
    return "<br>".join(map(_shown, lines))


def _shown(line: Line) -> str:
    text = escape(line.text)
    tag = {Style.STRONG: "strong", Style.QUIET: "small"}.get(line.style)
    return f"<{tag}>{text}</{tag}>" if tag else text
