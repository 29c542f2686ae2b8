"""Tables on the terminal."""

from typing import TYPE_CHECKING

from ltcarch.report.columns import shown
from ltcarch.views.tables.table import Cell, Line, Mark, Row, Style, Table, by_mark

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COLOURS = {0: "blue", 1: "cyan", 2: "magenta", 3: "yellow", 4: "red", 5: "green"}
_BETWEEN = 4
"""How many characters a column takes besides what stands in it."""
_WORD = 12
_STYLES = {Style.PLAIN: "", Style.STRONG: "bold", Style.QUIET: "dim"}


def print_table(console: "Console", table: Table) -> None:
    """A table under its title, with the meaning of its marks below; a matrix that is too wide as lists of names."""
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    is_matrix = all(column.is_centred for column in table.columns) and _least_width(table) <= console.width
    if not is_matrix and table.legend:
        table = by_mark(table)
    console.print(Text.assemble((shown(table.title), "bold"), "  ", (shown(table.subtitle), "dim")))
    grid = Grid(box=box.SIMPLE_HEAD, padding=(0, 1), show_lines=False, header_style="bold")
    grid.add_column(Text(shown(table.corner)), overflow="fold", no_wrap=is_matrix)
    for column in table.columns:
        grid.add_column(Text(shown(column.name)), justify="center" if column.is_centred else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(_row_name(row), *(_cell(cell) for cell in row.cells))
    console.print(grid)
    if table.legend:
        told = [Text.assemble(_mark(mark), f" {shown(mark.name)}") for mark in table.legend]
        console.print(Text("   ").join(told))


def _least_width(table: Table) -> int:
    """How wide a matrix is at least, with the names of its rows in one line each and words of heads whole."""
    from rich.cells import cell_len

    words = ((*column.name.split(), "") for column in table.columns)
    heads = sum(min(max(map(cell_len, own)), _WORD) + _BETWEEN for own in words)
    return heads + max(cell_len(f"{'  ' * row.depth}{row.code} {row.name}".strip()) for row in table.rows) + _BETWEEN


def _row_name(row: Row) -> "Text":
    from rich.text import Text

    if row.continues:
        return Text()
    name = (shown(row.name), "bold" if row.is_heading or row.is_strong else "")
    code = (f"{row.code} ", "dim") if row.code else ""
    notes = (("\n" + shown(line.text), "dim") for line in row.notes)
    return Text.assemble("  " * row.depth, code, name, *notes)


def _cell(cell: Cell) -> "Text":
    from rich.text import Text

    marks = Text(" ").join(Text.assemble(_mark(mark)) for mark in cell.marks)
    lines = [Text.assemble(_line(line)) for line in cell.lines]
    return Text("\n").join([marks, *lines] if cell.marks else lines)


def _mark(mark: Mark) -> tuple[str, str]:
    return shown(mark.text), f"bold {_COLOURS.get(mark.tone or 0, '')}" if mark.tone is not None else "dim"


def _line(line: Line) -> tuple[str, str]:
    return shown(line.text), _STYLES[line.style]
