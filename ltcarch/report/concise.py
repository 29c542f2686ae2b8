"""Findings as one line each, for logs and for editors that match lines."""

from collections.abc import Iterator

from ltcarch.diagnostics import Diagnostic
from ltcarch.report.columns import shown
from ltcarch.report.findings import Findings, lines_and_columns


def concise(findings: Findings) -> Iterator[str]:
    """`path:line:column: severity CODE message`, a line a finding; then how many more there are."""
    paint = findings.screen.paint
    for diagnostic in findings.listed:
        severity = diagnostic.severity.value
        place, rest = place_of(findings, diagnostic), paint(f"{severity} {diagnostic.code}", severity)
        yield f"{paint(place, 'path')}: {rest} {shown(diagnostic.message)}\n"
    if findings.unlisted:
        yield f"{findings.unlisted}\n"


def line_of(findings: Findings, diagnostic: Diagnostic) -> str:
    """The line of one finding, without colour."""
    severity = diagnostic.severity.value
    return f"{place_of(findings, diagnostic)}: {severity} {diagnostic.code} {shown(diagnostic.message)}"


def place_of(findings: Findings, diagnostic: Diagnostic) -> str:
    """`path:line:column`, as the reader sees the path."""
    line, column, _, _ = lines_and_columns(diagnostic)
    return f"{shown(findings.places.seen(findings.path_of(diagnostic)))}:{line}:{column}"
