"""What the terminal can do, and how commands speak and stop."""

import os
import shutil
import sys
from typing import NoReturn, TextIO

from ltcarch.report.paint import Paint, coloured, plain

CLEAN, FINDINGS, WRONG_USE, OWN_FAULT = 0, 1, 2, 3


def paint_for(stream: TextIO) -> Paint:
    """Colour on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return plain
    if os.environ.get("FORCE_COLOR"):
        return coloured
    return coloured if stream.isatty() and os.environ.get("TERM") != "dumb" else plain


def columns_of(stream: TextIO) -> int:
    """The width of the terminal; a generous one where there is none."""
    return shutil.get_terminal_size((160, 40)).columns if stream.isatty() else 160


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
