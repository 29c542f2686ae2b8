"""Findings as bytes, so that a run in which nothing has changed can tell them again.

The texts of files are not stored: whoever asks has just read the same ones.
"""

import json
from collections.abc import Callable
from typing import Any

from ltcarch.diagnostics import Diagnostic, Edit, Related, Severity
from ltcarch.report.findings import Findings, RuleSummary, Silence, Subject, Suppressed
from ltcarch.source.text import Location, SourceText, Span

Sources = Callable[[str], SourceText]
"""The text of a file by its path. Raises KeyError for one that is not there."""


def stored(findings: Findings) -> bytes:
    """Findings without the places and the screen, which are those of the one who reads them."""
    return json.dumps(
        {
            "diagnostics": [_diagnostic(own) for own in findings.diagnostics],
            "version": findings.version,
            "profile": findings.profile,
            "files": findings.files,
            "elements": findings.elements,
            "suppressed": [(_diagnostic(own.diagnostic), own.silence, own.reason) for own in findings.suppressed],
            "rules": findings.rules,
            "subjects": dict(findings.subjects),
            "fail_on": findings.fail_on,
        },
        ensure_ascii=True,
        separators=(",", ":"),
    ).encode("ascii")


def restored(data: bytes, sources: Sources) -> Findings | None:
    """The findings that were stored; None where the bytes hold anything else."""
    try:
        told = json.loads(data)
        return Findings(
            diagnostics=tuple(_diagnostic_from(own, sources) for own in told["diagnostics"]),
            version=str(told["version"]),
            profile=str(told["profile"]),
            files=int(told["files"]),
            elements=int(told["elements"]),
            suppressed=tuple(
                Suppressed(_diagnostic_from(own, sources), Silence(silence), str(reason))
                for own, silence, reason in told["suppressed"]
            ),
            rules=tuple(_rule(*own) for own in told["rules"]),
            subjects={str(own): Subject(*map(str, subject)) for own, subject in told["subjects"].items()},
            fail_on=Severity(told["fail_on"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _diagnostic(own: Diagnostic) -> list[Any]:
    return [
        own.code,
        own.rule,
        own.severity,
        own.message,
        _location(own.location) if own.location else None,
        own.element,
        own.help,
        [(_location(one.location), one.message) for one in own.related],
        own.fix,
    ]


def _location(own: Location) -> tuple[str, Span | None]:
    return own.source.path, own.span


def _diagnostic_from(told: list[Any], sources: Sources) -> Diagnostic:
    code, rule, severity, message, location, element, help_text, related, fix = told
    return Diagnostic(
        str(code),
        str(rule),
        Severity(severity),
        str(message),
        _location_from(location, sources) if location else None,
        _text(element),
        _text(help_text),
        tuple(Related(_location_from(place, sources), str(said)) for place, said in related),
        tuple(Edit(str(path), _span(span), str(text)) for path, span, text in fix),
    )


def _location_from(told: list[Any], sources: Sources) -> Location:
    path, span = told
    return Location(sources(path), _span(span) if span else None)


def _span(told: list[Any]) -> Span:
    line, column, end_line, end_column = map(int, told)
    return Span(line, column, end_line, end_column)


def _text(told: Any) -> str | None:
    return None if told is None else str(told)


def _rule(code: str, name: str, severity: str, *texts: str) -> RuleSummary:
    return RuleSummary(str(code), str(name), Severity(severity), *map(str, texts))
