"""Findings as a GitLab code quality report, which a merge request shows."""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.report.columns import shown
from ltcarch.report.findings import Findings, lines_and_columns
from ltcarch.report.fingerprint import fingerprints
from ltcarch.report.json_text import json_text

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(findings: Findings) -> Iterator[str]:
    """A list of issues, a line each."""
    comma = "["
    for diagnostic, fingerprint in zip(findings.diagnostics, fingerprints(findings.diagnostics), strict=True):
        line, _, end_line, _ = lines_and_columns(diagnostic)
        path = findings.places.in_repository(findings.path_of(diagnostic))
        issue = {
            "type": "issue",
            "check_name": diagnostic.code,
            "description": shown(f"{diagnostic.code} {diagnostic.message}"),
            "severity": _SEVERITIES[diagnostic.severity],
            "fingerprint": fingerprint,
            "location": {"path": path, "lines": {"begin": line, "end": end_line}},
        }
        yield f"{comma}\n{json_text(issue)}"
        comma = ","
    yield "[]\n" if comma == "[" else "\n]\n"
