"""ltcarch export csv: a register or a matrix for spreadsheets."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ltcarch.model import Architecture
    from ltcarch.views.tables.table import Table

MATRICES = (
    "raci", "sipoc", "authority", "interface-matrix", "interface-list", "units", "systems", "risk-control",
    "segregation", "goals", "role", "scenarios", "groupings",
)  # fmt: skip
"""The tables that render can draw."""


def csv(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="A register by its key in YAML, or a table that render can draw.")
    ],
    element: Annotated[
        str | None, typer.Argument(metavar="[ELEMENT]", help="For a table of one element: which.", show_default=False)
    ] = None,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="The file; - prints it.", show_default="WHAT.csv")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="The language of a table.", show_default="the project's first")
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="The table of render, where a register has the same name.")
    ] = False,
) -> None:
    """Write a register (roles, artifacts, kpis, processes, ...) or a matrix (raci, interface-matrix, ...) as CSV.

    A register has a row for each element and a column for each attribute that is stated, texts in every language.
    No text is taken for a formula by a spreadsheet.

    Example: ltcarch export csv roles

    \b
    ltcarch export csv kpis -o -            printed
    ltcarch export csv raci LTC.2.7         a matrix of one process
    ltcarch export csv units --matrix       which units take part where
    """
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.exporting import write_export
    from ltcarch.cli.projects import open_project
    from ltcarch.interchange.register_table import register_table
    from ltcarch.model.kinds import CLASSES
    from ltcarch.render.csv import draw

    architecture = open_project(project).architecture
    language = chosen_language(architecture, lang)
    if what in CLASSES and not matrix:
        table = register_table(architecture, what, language)
    else:
        table = _matrix(architecture, what, element, language)
    named = f"{what}-{element}" if element else what
    write_export(output or f"{named}.csv", draw(table).encode(), f"{len(table.rows):,} rows")


def _matrix(architecture: "Architecture", what: str, element: str | None, language: str) -> "Table":
    """A table of render; stops the command where there is none of that name, or nothing in it."""
    from ltcarch.cli.diagrams import chosen_subject
    from ltcarch.cli.terminal import stop
    from ltcarch.layout.graphviz_engine import find_engine
    from ltcarch.model.kinds import CLASSES
    from ltcarch.model.suggestions import did_you_mean
    from ltcarch.publish.diagrams import DIAGRAMS, Wishes

    if what not in MATRICES:
        names = [*CLASSES, *MATRICES]
        stop(f"there is no register or matrix `{what}`", did_you_mean(what, names) or f"there are {', '.join(names)}")
    diagram = DIAGRAMS[what]
    placed = diagram.draw(architecture, chosen_subject(architecture, diagram, element), Wishes(language, find_engine))
    if placed.table is None or placed.table.is_empty:
        stop(diagram.nothing, "`ltcarch validate` tells what is wrong or missing in the project")
    return placed.table
