"""The commands, put together. Command modules import what they need inside their functions, so that help is quick."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

import typer

from ltcarch.source.limits import WrongLimits, check_limits

COMMANDS = ("init", "validate", "rules", "rule", "tree", "show", "render", "handbook", "schema")
"""The plain commands, in the order of the help."""
GROUPS = ("export", "import", "site")
"""Those with commands of their own."""


def application(asked: str = "") -> typer.Typer:
    """The command line. Where one command is asked for by its name, it holds that one alone, and is made quicker."""
    app = typer.Typer(
        name="ltcarch",
        help="Process architecture as code: check it, draw it, publish it.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=False)(main)
    for name in [asked] if asked in (*COMMANDS, *GROUPS) else (*COMMANDS, *GROUPS):
        if name in COMMANDS:
            app.command()(_command(name))
        else:
            app.add_typer(_group(name))
    return app


def command_names() -> tuple[str, ...]:
    """The names of all commands, in the order of the help, those of groups with the name of the group before."""
    grouped = ((name, own.callback) for name in GROUPS for own in _group(name).registered_commands)
    return (*COMMANDS, *(f"{name} {function.__name__}" for name, function in grouped if function))


def _command(name: str) -> Callable[..., None]:
    """The function of a plain command. Its module is imported only now, so that a command comes without the others."""
    match name:
        case "init":
            from ltcarch.cli.init import init

            return init
        case "validate":
            from ltcarch.cli.validate import validate

            return validate
        case "rules":
            from ltcarch.cli.rules import rules

            return rules
        case "rule":
            from ltcarch.cli.rules import rule

            return rule
        case "tree":
            from ltcarch.cli.tree import tree

            return tree
        case "show":
            from ltcarch.cli.show import show

            return show
        case "render":
            from ltcarch.cli.render import render

            return render
        case "handbook":
            from ltcarch.cli.handbook import handbook

            return handbook
        case _:
            from ltcarch.cli.schema import schema

            return schema


def _group(name: str) -> typer.Typer:
    """The commands of a group, imported only now too."""
    match name:
        case "export":
            from ltcarch.cli.export import exports as group
        case "import":
            from ltcarch.cli.import_ import imports as group
        case _:
            from ltcarch.cli.site import site as group
    return group


def main(
    version: bool = typer.Option(False, "--version", help="Show the version and stop."),
) -> None:
    """Process architecture as code: check it, draw it, publish it."""


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
        application(sys.argv[1] if len(sys.argv) > 1 else "")()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        return end.code
    return 0
