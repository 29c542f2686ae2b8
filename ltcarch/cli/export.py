"""ltcarch export: the architecture in the formats of other programs."""

from collections.abc import Callable

import typer

FORMATS: tuple[Callable[..., None], ...] = ()
"""The commands, one a format."""

exports = typer.Typer(name="export", no_args_is_help=True, help="Write the architecture for other programs.")
for command in FORMATS:
    exports.command()(command)
