"""The commands, put together. Command modules import what they need inside their functions, so that help is quick."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

import typer

from ltcarch.cli.export import exports
from ltcarch.cli.handbook import handbook
from ltcarch.cli.import_ import imports
from ltcarch.cli.init import init
from ltcarch.cli.render import render
from ltcarch.cli.rules import rule, rules
from ltcarch.cli.schema import schema
from ltcarch.cli.show import show
from ltcarch.cli.site import site
from ltcarch.cli.tree import tree
from ltcarch.cli.validate import validate
from ltcarch.source.limits import WrongLimits, check_limits

app = typer.Typer(
    name="ltcarch",
    help="Process architecture as code: check it, draw it, publish it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (init, validate, rules, rule, tree, show, render, handbook, schema)
GROUPS = {
    **{
        group: tuple(own.callback.__name__ for own in group.registered_commands if own.callback)
        for group in (exports, imports)
        if group.registered_commands
    },
    site: ("build",),
}
"""Commands with commands of their own, and which of these the reference shows."""
for command in COMMANDS:
    app.command()(command)
for group in GROUPS:
    app.add_typer(group)


@app.callback(invoke_without_command=False)
def main(
    version: bool = typer.Option(False, "--version", help="Show the version and stop."),
) -> None:
    """Process architecture as code: check it, draw it, publish it."""


def command_names() -> tuple[str, ...]:
    """The names of all commands, in the order of the help, those of groups with the name of the group before."""
    grouped = (f"{group.info.name} {name}" for group, names in GROUPS.items() for name in names)
    return (*(command.__name__ for command in COMMANDS), *grouped)


def run() -> NoReturn:
    """Run the command line; a reader that went away and an interruption end it quietly.

    The process ends at once: to let go of all objects one by one would take long, and the system takes them anyway.
    """
    try:
        status = _status()
        sys.stdout.flush()
    except BrokenPipeError:
        status = 141
    except KeyboardInterrupt:
        status = 130
    except OSError as fault:
        status = _told(fault)
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def _told(fault: OSError) -> int:
    """Tell of a disk that takes nothing more, wherever that was met; any other fault is one of ours."""
    from ltcarch.cli.terminal import WRONG_USE, say
    from ltcarch.writing.disk_faults import OF_THE_DISK, advice_for

    if fault.errno not in OF_THE_DISK:
        raise fault
    say(f"error: cannot write {fault.filename or 'the output'}: {fault.strerror}")
    say(f" help: {advice_for(fault)}")
    return WRONG_USE


def _refuse_wrong_limits() -> None:
    """Stop before anything is read by other limits than were meant."""
    try:
        check_limits()
    except WrongLimits as wrong:
        from ltcarch.cli.terminal import stop

        stop(str(wrong), wrong.help)


def _status() -> int:
    """The exit status of the command."""
    try:
        _refuse_wrong_limits()
        app()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        return end.code
    return 0
