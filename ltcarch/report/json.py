"""Findings as one JSON document. Its shape is published as `report.schema.json`."""

from collections.abc import Iterable, Iterator

from ltcarch.diagnostics import Diagnostic, Edit, Severity
from ltcarch.report.columns import shown
from ltcarch.report.findings import Findings, Silence
from ltcarch.report.fingerprint import fingerprints
from ltcarch.report.json_text import streamed
from ltcarch.source.text import Location, Span

FORMAT = 1


def json(findings: Findings) -> Iterator[str]:
    """The document: what was checked, how many findings of each severity there are, and every finding in order."""
    silent = [own.diagnostic for own in findings.suppressed]
    prints = fingerprints((*findings.diagnostics, *silent))
    head = {
        "format": FORMAT,
        "ltcarch": findings.version,
        "profile": findings.profile,
        "complete": findings.complete,
        "files": findings.files,
        "elements": findings.elements,
        "waived": findings.silenced(Silence.WAIVER),
        "known": findings.silenced(Silence.BASELINE),
        "counts": {severity.value: findings.counts[severity] for severity in Severity},
    }
    yield from streamed(
        head,
        {
            "findings": _each(findings.diagnostics, prints),
            "suppressed": (
                {**found, "suppression": {"where": own.silence.name.lower(), "reason": shown(own.reason)}}
                for found, own in zip(_each(silent, prints), findings.suppressed, strict=True)
            ),
        },
    )
    yield "\n"


def _each(diagnostics: Iterable[Diagnostic], prints: Iterator[str]) -> Iterator[dict[str, object]]:
    for diagnostic in diagnostics:
        yield _finding(diagnostic, next(prints))


def _finding(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": shown(diagnostic.message),
        "element": diagnostic.element,
        "help": shown(diagnostic.help) if diagnostic.help else None,
        "location": _location(diagnostic.location),
        "related": [{"message": shown(own.message), "location": _location(own.location)} for own in diagnostic.related],
        "fix": [_edit(edit) for edit in diagnostic.fix],
        "fingerprint": fingerprint,
    }


def _location(location: Location | None) -> dict[str, object] | None:
    """The file's path in the project, and where in it, if not as a whole."""
    if location is None:
        return None
    return {"file": location.source.path, **(_span(location.span) if location.span else {})}


def _span(span: Span) -> dict[str, object]:
    """Lines and columns count characters from 1; the end is exclusive."""
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def _edit(edit: Edit) -> dict[str, object]:
    return {"file": edit.path, **_span(edit.span), "new_text": edit.new_text}
