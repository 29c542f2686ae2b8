"""ltcarch import: architectures from the files of other programs."""

from collections.abc import Callable

import typer

from ltcarch.cli.import_bpmn import bpmn
from ltcarch.cli.import_excel import excel

FORMATS: tuple[Callable[..., None], ...] = (excel, bpmn)
"""The commands, one a format."""

imports = typer.Typer(name="import", no_args_is_help=True, help="Take in the files of other programs.")
for command in FORMATS:
    imports.command()(command)
