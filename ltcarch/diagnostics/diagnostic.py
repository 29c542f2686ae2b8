"""The record of one finding."""

from enum import StrEnum
from typing import NamedTuple

from ltcarch.source.text import Location, Span


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for an error, 1 for an info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class Related(NamedTuple):
    """Another place that belongs to a finding, and what it is."""

    location: Location
    message: str


class Edit(NamedTuple):
    """A replacement of a stretch of one file."""

    path: str
    span: Span
    new_text: str


class Diagnostic(NamedTuple):
    """One finding: what is wrong, where, and what to do.

    `element` is the permanent id of the element it is about, where there is one. A finding about no file (a
    project without files) has no location.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    location: Location | None = None
    element: str | None = None
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Where it stands in a report: by file, place, code, then text, so that nothing else decides."""
        if self.location is None:
            return ("", 0, 0, self.code, self.element or "", self.message)
        span = self.location.span
        line, column = (span.line, span.column) if span else (0, 0)
        return (self.location.source.path, line, column, self.code, self.element or "", self.message)
