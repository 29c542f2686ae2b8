"""ltcarch export json: the whole model as one document."""

from pathlib import Path
from typing import Annotated

import typer


def json(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    output: Annotated[str, typer.Option("--output", "-o", help="The file; - prints it.")] = "architecture.json",
) -> None:
    """Write the whole architecture as one JSON document, with all that is derived: numbers, owners, flows.

    `ltcarch schema model` prints its schema.

    Example: ltcarch export json -o architecture.json
    """
    from ltcarch.cli.exporting import write_export
    from ltcarch.cli.projects import open_project
    from ltcarch.diagnostics import Severity
    from ltcarch.interchange.model_document import document_text

    loaded = open_project(project)
    complete = not any(found.severity is Severity.ERROR for found in loaded.diagnostics)
    text = document_text(loaded.architecture, complete=complete)
    write_export(output, text.encode(), f"{len(loaded.architecture.elements) - 1:,} elements")
