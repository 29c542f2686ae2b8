"""ltcarch show ID: all that is known of one element."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from ltcarch.model import Architecture


def show(
    element: Annotated[str, typer.Argument(help="The id of any element: a process, role, artifact, KPI, ...")],
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    lang: Annotated[str | None, typer.Option(help="The language of names.", show_default="the project's first")] = None,
    raci: Annotated[bool, typer.Option("--raci", help="Which part each role plays in its activities.")] = False,
    sipoc: Annotated[
        bool, typer.Option("--sipoc", help="Its suppliers, inputs, steps, outputs and customers.")
    ] = False,
) -> None:
    """Print all that is known of one element: its attributes, makers and takers, and who mentions it.

    Example: ltcarch show LTC.2.7

    \b
    ltcarch show LTC.2.7 --raci      its RACI matrix
    ltcarch show LTC.2.7 --sipoc     its SIPOC
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from ltcarch.cli.choices import chosen_element, chosen_language
    from ltcarch.cli.projects import open_project, project_folder, shown_path
    from ltcarch.report.columns import shown
    from ltcarch.views.element_sheet import element_sheet

    architecture = open_project(project).architecture
    language = chosen_language(architecture, lang)
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    if raci or sipoc:
        for name in (own for own, wanted in (("raci", raci), ("sipoc", sipoc)) if wanted):
            _print_diagram(console, architecture, language, name, element)
        return
    sheet = element_sheet(architecture, chosen_element(architecture, element), language)
    names = " / ".join((sheet.name, *sheet.other_names))
    console.print(Text.assemble((sheet.id, "bold"), f"  {shown(names)}  ", (f"({sheet.kind})", "dim")))
    console.print(Text(shown_path(project_folder(project), sheet.place), "dim"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for row in sheet.rows:
        table.add_row(row.label, Text("\n".join(shown(line) for line in row.lines)))
    console.print(table)


def _print_diagram(console: "Console", architecture: "Architecture", language: str, name: str, element: str) -> None:
    """A diagram of an element that shows a table, as text."""
    from ltcarch.cli.diagrams import chosen_subject
    from ltcarch.cli.tables import print_table
    from ltcarch.layout.graphviz_engine import find_engine
    from ltcarch.publish.diagrams import DIAGRAMS, Wishes

    diagram = DIAGRAMS[name]
    placed = diagram.draw(architecture, chosen_subject(architecture, diagram, element), Wishes(language, find_engine))
    if placed.table is not None:
        print_table(console, placed.table)
