"""ltcarch export excel: the whole architecture as a workbook to work in."""

from pathlib import Path
from typing import Annotated

import typer

NEXT_STEP = "Next:\n  change it, then `ltcarch import excel {path} --update` shows and takes in what was changed"


def excel(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    output: Annotated[str, typer.Option("--output", "-o", help="The file; - prints it.")] = "architecture.xlsx",
    lang: Annotated[
        str | None,
        typer.Option(help="The language of heads and explanations.", show_default="the project's first"),
    ] = None,
) -> None:
    """Write the whole architecture as an Excel workbook, to be changed there and taken in again.

    Each kind of element has a sheet, with filters, lists to choose from and every language of text; RACI, interfaces
    and the risk-control matrix stand behind, for reading. What is exported is kept in the workbook, so that
    `ltcarch import excel --update` knows what was changed.

    Example: ltcarch export excel -o processes.xlsx --lang zh
    """
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.excel_update import need_openpyxl
    from ltcarch.cli.exporting import write_export
    from ltcarch.cli.projects import open_project
    from ltcarch.cli.terminal import say, stop
    from ltcarch.diagnostics import Severity

    need_openpyxl()
    loaded = open_project(project)
    if any(found.code.startswith("SRC") and found.severity is Severity.ERROR for found in loaded.diagnostics):
        stop(
            "some files of the project cannot be read, so the workbook would lack what is in them",
            "`ltcarch validate` shows what is wrong",
        )
    from ltcarch.interchange.excel.workbook.writing import workbook_of

    exported = workbook_of(loaded.architecture, chosen_language(loaded.architecture, lang))
    for place in exported.too_long:
        say(f"note: {place}: the text is too long for a cell; only its beginning is shown there, and it is kept")
    write_export(output, exported.data, f"{exported.elements:,} elements")
    if output != "-":
        print(NEXT_STEP.format(path=output))
