"""What the terminal can do, and how commands speak and stop."""

import os
import shutil
import sys
from typing import NoReturn, TextIO

from ltcarch.report.paint import Paint, coloured, plain
from ltcarch.report.screen import Screen

CLEAN, FINDINGS, WRONG_USE, OWN_FAULT = 0, 1, 2, 3


def paint_for(stream: TextIO) -> Paint:
    """Colour on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return plain
    if os.environ.get("FORCE_COLOR"):
        return coloured
    return coloured if stream.isatty() and os.environ.get("TERM") != "dumb" else plain


def screen_of(stream: TextIO, most_findings: int | None = None) -> Screen:
    """What is written to: a terminal of so many columns, or a pipe or file that has none."""
    columns = shutil.get_terminal_size().columns if stream.isatty() else None
    return Screen(paint_for(stream), columns, most_findings)


def say(text: str = "") -> None:
    """One line for the person at the terminal, apart from the output proper."""
    print(text, file=sys.stderr)


def stop(message: str, help_text: str | None = None, *, status: int = WRONG_USE) -> NoReturn:
    """End the command with what is wrong and what to do."""
    paint = paint_for(sys.stderr)
    say(f"{paint('error:', 'error')} {message}")
    if help_text:
        say(f" {paint('help:', 'help')} {help_text}")
    sys.exit(status)
