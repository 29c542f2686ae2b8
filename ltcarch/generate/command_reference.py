"""The reference of the command line, from each command's own help."""

import os

from typer.testing import CliRunner

from ltcarch.cli.app import application, command_names
from ltcarch.source.limits import LIMITS, SETTING

WIDTH = "100"


def command_reference() -> str:
    """The page, in Markdown."""
    blocks = ["# Commands", "What `ltcarch COMMAND --help` prints.", _help(), *_commands(), *_limits()]
    return "\n\n".join(blocks) + "\n"


def _commands() -> list[str]:
    return [block for name in command_names() for block in (f"## ltcarch {name}", _help(*name.split()))]


def _limits() -> tuple[str, ...]:
    rows = [f"| `{name}` | {own.usual} | {own.most} | {own.of} |" for name, own in LIMITS.items()]
    return (
        "## Limits",
        f"What is read has limits, so that no file can take all time and memory. The environment variable `{SETTING}` "
        "sets others for whoever runs a command, such as\n"
        f"`{SETTING}=nesting=100,file_megabytes=128`; no file of a project can. A wrong value gives exit status 2.",
        "\n".join(["| Limit | Usual | At most | Of |", "|---|---|---|---|", *rows]),
    )


def _help(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "NO_COLOR": "1"}
    result = CliRunner().invoke(application(), [*command, "--help"], prog_name="ltcarch", env=environment)
    if result.exit_code != 0:
        raise RuntimeError(result.output)
    lines = [line.rstrip() for line in result.output.strip().splitlines()]
    return "```text\n" + "\n".join(lines) + "\n```"
