"""ltcarch export: the architecture in the formats of other programs."""

from collections.abc import Callable

import typer

from ltcarch.cli.export_bpmn import bpmn

FORMATS: tuple[Callable[..., None], ...] = (bpmn,)
"""The commands, one a format."""

exports = typer.Typer(name="export", no_args_is_help=True, help="Write the architecture for other programs.")
for command in FORMATS:
    exports.command()(command)
