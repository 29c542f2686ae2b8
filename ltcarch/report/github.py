"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterator

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.columns import shown
from ltcarch.report.findings import Findings, lines_and_columns

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(findings: Findings) -> Iterator[str]:
    """`::error file=…,line=…::message`, a line a finding; then a notice how many more there are."""
    for diagnostic in findings.listed:
        properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(findings, diagnostic))
        yield f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(_message(diagnostic))}\n"
    if findings.unlisted:
        yield f"::notice title=ltcarch::{findings.unlisted}\n"


def _properties(findings: Findings, diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    """Columns only within one line: they are not allowed otherwise."""
    line, column, end_line, end_column = lines_and_columns(diagnostic)
    yield "file", findings.places.in_repository(findings.path_of(diagnostic))
    yield "line", str(line)
    if line == end_line:
        yield "col", str(column)
    yield "endLine", str(end_line)
    if line == end_line:
        yield "endColumn", str(end_column)
    yield "title", f"{diagnostic.code} {diagnostic.rule}"


def _message(diagnostic: Diagnostic) -> str:
    help_text = f"\nhelp: {shown(diagnostic.help)}" if diagnostic.help else ""
    return shown(diagnostic.message) + help_text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(shown(text)).replace(":", "%3A").replace(",", "%2C")
