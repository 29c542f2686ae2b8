"""What a report for people is shown on: a terminal, or a file or pipe."""

from typing import NamedTuple

from ltcarch.report.paint import Paint, plain

WIDEST_LINE = 160
"""The columns of a quoted line where nothing sets a limit."""
LEAST_ROOM = 20


class Screen(NamedTuple):
    """Colour, the columns of a terminal, and the findings that are shown at most.

    Without columns nothing is broken into lines: a pipe, or a file.
    """

    paint: Paint = plain
    columns: int | None = None
    most_findings: int | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether somebody looks at it now."""
        return self.columns is not None

    def room(self, taken: int = 0) -> int:
        """The columns of a line that are left after some are taken; always enough for a few words."""
        return max((self.columns or WIDEST_LINE) - taken, LEAST_ROOM)


PAPER = Screen()
