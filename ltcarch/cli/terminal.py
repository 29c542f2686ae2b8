"""What the terminal can do, and how commands speak and stop."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, TextIO

from ltcarch.report.columns import shown
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


def say(text: str = "", beginning: str = "") -> None:
    """One line for the person at the terminal, apart from the output proper; only its beginning may be painted.

    The text may name files of a stranger, so it cannot move the cursor or begin a line of its own.
    """
    print(f"{beginning}{shown(text)}", file=sys.stderr)


def stop(message: str, help_text: str | None = None, *, status: int = WRONG_USE) -> NoReturn:
    """End the command with what is wrong and what to do."""
    paint = paint_for(sys.stderr)
    say(message, f"{paint('error:', 'error')} ")
    if help_text:
        say(help_text, f" {paint('help:', 'help')} ")
    sys.exit(status)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Tell on a terminal what takes its time, and take the line back when it is done; silent where nobody watches.

    It does not move, since a thread that moved it would stand in the way of processes that the work starts.
    """
    if not sys.stderr.isatty():
        yield
        return
    line = f"{what} …"
    print(line, end="\r", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print(" " * len(line), end="\r", file=sys.stderr, flush=True)
