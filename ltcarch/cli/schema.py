"""ltcarch schema: the JSON Schemas of the format, for editors, and of what is written as JSON."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Name(StrEnum):
    """A schema: two of the format, one of reports, and one of the exported model."""

    ARCHITECTURE = "architecture"
    PROJECT = "project"
    REPORT = "report"
    MODEL = "model"


FOR_EDITORS = (Name.ARCHITECTURE, Name.PROJECT)


def schema(
    name: Annotated[Name, typer.Argument(help="Which schema to print.")] = Name.ARCHITECTURE,
    write: Annotated[
        bool, typer.Option("--write", "-w", help="Write those of YAML files into .ltcarch/ of the project instead.")
    ] = False,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
) -> None:
    """Print the JSON Schema of architecture files, the project file, JSON reports or the exported model.

    `--write` puts those of YAML files where your editor finds them.

    Example: ltcarch schema --write
    """
    from ltcarch.loading.shape import schema_text

    if not write:
        sys.stdout.write(schema_text(name.value))
        return
    from ltcarch.cli.projects import project_folder
    from ltcarch.cli.putting import put_file

    folder = project_folder(project) / SCHEMA_FOLDER
    for each in FOR_EDITORS:
        path = folder / f"{each.value}.schema.json"
        put_file(path, schema_text(each.value).encode(), "look at its permissions")
        print(path)


SCHEMA_FOLDER = ".ltcarch"
