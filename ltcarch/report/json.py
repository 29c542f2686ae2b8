"""Findings as one JSON document."""

import json
from collections.abc import Sequence

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.source.text import Location

FORMAT = 1


def json_report(
    diagnostics: Sequence[Diagnostic], *, profile: str, files: int, elements: int, waived: int, version: str
) -> str:
    """The document: what was checked, how many findings of each severity there are, and every finding in order."""
    document = {
        "format": FORMAT,
        "ltcarch": version,
        "profile": profile,
        "files": files,
        "elements": elements,
        "waived": waived,
        "counts": {severity.value: sum(own.severity is severity for own in diagnostics) for severity in Severity},
        "findings": [_finding(diagnostic) for diagnostic in diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    found: dict[str, object] = {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "element": diagnostic.element,
        "help": diagnostic.help,
        "location": _location(diagnostic.location),
        "related": [{"message": own.message, "location": _location(own.location)} for own in diagnostic.related],
    }
    return found


def _location(location: Location | None) -> dict[str, object] | None:
    """Lines and columns count characters from 1; the end is exclusive."""
    if location is None:
        return None
    span = location.span
    place: dict[str, object] = {"file": location.source.path}
    if span:
        place |= {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
    return place
