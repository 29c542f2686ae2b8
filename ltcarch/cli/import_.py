"""ltcarch import: architectures from the files of other programs."""

from collections.abc import Callable

import typer

FORMATS: tuple[Callable[..., None], ...] = ()
"""The commands, one a format."""

imports = typer.Typer(name="import", no_args_is_help=True, help="Take in the files of other programs.")
for command in FORMATS:
    imports.command()(command)
