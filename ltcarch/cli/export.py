"""ltcarch export: the architecture in the formats of other programs."""

from collections.abc import Callable

import typer

from ltcarch.cli.export_bpmn import bpmn
from ltcarch.cli.export_csv import csv
from ltcarch.cli.export_excel import excel
from ltcarch.cli.export_json import json

FORMATS: tuple[Callable[..., None], ...] = (bpmn, excel, json, csv)
"""The commands, one a format."""

exports = typer.Typer(name="export", no_args_is_help=True, help="Write the architecture for other programs.")
for command in FORMATS:
    exports.command()(command)
