"""ltcarch init: a project to begin with."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Template(StrEnum):
    """A project to begin with."""

    STARTER = "starter"
    REFERENCE = "reference"


def init(
    folder: Annotated[Path, typer.Argument(help="Where to make the project.", show_default="here")] = Path(),
    template: Annotated[
        Template, typer.Option("--template", "-t", help="A small starter, or the whole reference architecture.")
    ] = Template.STARTER,
) -> None:
    """Make a project that validates, to change into your own.

    Example: ltcarch init my-architecture
    """
    from ltcarch.cli.terminal import stop
    from ltcarch.loading.files import PROJECT_FILE
    from ltcarch.loading.shape import schema_text
    from ltcarch.writing import WritingFault
    from ltcarch.writing.project_template import first_taken, project_template, write_project

    if (folder / PROJECT_FILE).exists():
        stop(
            f"{folder / PROJECT_FILE} exists already",
            "`ltcarch validate` checks it; name another folder for a new project",
        )
    files = project_template(template.value)
    taken = first_taken(folder, {path: text.encode() for path, text in files.items()})
    if taken:
        stop(f"{taken} exists already", "name another folder; nothing was written")
    try:
        write_project(folder, files, {name: schema_text(name) for name in ("architecture", "project")})
    except WritingFault as fault:
        stop(str(fault), fault.advice or "look at its permissions, or name another folder")
    place = "" if folder == Path() else f" {folder}"
    print(f"Made a project of {len(files)} files in {folder.resolve()}.")
    print("Next:")
    print(f"  ltcarch validate{place}")
    print(f"  ltcarch tree --project {folder}" if place else "  ltcarch tree")
    print(f"  ltcarch render house{' --project ' + str(folder) if place else ''}")
    print(f"  ltcarch handbook{place}")
    print("Editors with a YAML language server complete and check the files as you type.")
