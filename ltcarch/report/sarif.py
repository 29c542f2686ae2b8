"""Findings as SARIF 2.1.0, the format that code scanning services read."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from urllib.parse import quote

from ltcarch.diagnostics import Diagnostic, Edit, Severity
from ltcarch.report.columns import shown
from ltcarch.report.findings import Findings, RuleSummary, Suppressed, lines_and_columns
from ltcarch.report.fingerprint import fingerprints
from ltcarch.report.json_text import json_text, streamed
from ltcarch.report.places import Places
from ltcarch.source.text import Location, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "ltcarch/v1"
Address = Callable[[str], dict[str, str]]
"""Makes the address of a file from its path in the project."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def sarif(findings: Findings) -> Iterator[str]:
    """One run, with what is known of each rule, every finding, and those that are waived as suppressed."""
    run = {
        "tool": {"driver": _driver(findings)},
        "invocations": [{"executionSuccessful": findings.complete}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"],
    }
    yield f'{{"$schema": {json_text(SCHEMA)}, "version": "2.1.0", "runs": ['
    yield from streamed(run, {"results": _results(findings)})
    yield "]}\n"


def _driver(findings: Findings) -> dict[str, object]:
    rules = [_rule(rule) for rule in findings.spoken_rules]
    return {"name": "ltcarch", "version": findings.version, "semanticVersion": findings.version, "rules": rules}


def _rule(rule: RuleSummary) -> dict[str, object]:
    described: dict[str, object] = {
        "id": rule.code,
        "name": shown(rule.name),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"problem.severity": _PROBLEMS[rule.severity], "tags": [rule.code.rstrip("0123456789")]},
    }
    if rule.statement:
        described["shortDescription"] = {"text": shown(rule.statement)}
        described["fullDescription"] = {"text": shown(" ".join(f"{rule.statement} {rule.why}".split()))}
    if rule.page:
        page = "".join(f"{shown(line)}\n" for line in rule.page.splitlines())
        described["help"] = {"text": _without_marks(page), "markdown": page}
    return described


def _without_marks(page: str) -> str:
    """A page as plain text: without the marks of headings and code blocks."""
    lines = (line.lstrip("# ") if line.startswith("#") else line for line in page.splitlines())
    return "\n".join(line for line in lines if not line.startswith("```")) + "\n"


def _results(findings: Findings) -> Iterator[dict[str, object]]:
    indexes = {rule.code: index for index, rule in enumerate(findings.spoken_rules)}
    every = (*findings.diagnostics, *(own.diagnostic for own in findings.suppressed))
    silenced = (*[None] * len(findings.diagnostics), *findings.suppressed)
    address = cache(partial(_address, findings.places))
    for diagnostic, suppressed, fingerprint in zip(every, silenced, fingerprints(every), strict=True):
        yield {
            "ruleId": diagnostic.code,
            "ruleIndex": indexes[diagnostic.code],
            "level": _LEVELS[diagnostic.severity],
            "message": _message(_told(diagnostic)),
            "locations": [_place(findings, diagnostic, address)],
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "suppressions": [_suppression(suppressed)] if suppressed else [],
            **_extras(diagnostic, address),
        }


def _address(places: Places, path: str) -> dict[str, str]:
    """A file in the repository, as a relative address."""
    inside = places.in_repository(path).encode("utf-8", "surrogateescape")
    return {"uri": quote(inside), "uriBaseId": ROOT}


def _told(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message}. Help: {diagnostic.help}" if diagnostic.help else diagnostic.message


def _place(findings: Findings, diagnostic: Diagnostic, address: Address) -> dict[str, object]:
    """Where the finding is: every one has a file and a line, since services refuse those without."""
    physical = {
        "artifactLocation": address(findings.path_of(diagnostic)),
        "region": _region(Span(*lines_and_columns(diagnostic))),
    }
    if diagnostic.element is None:
        return {"physicalLocation": physical}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": shown(diagnostic.element)}],
    }


def _extras(diagnostic: Diagnostic, address: Address) -> dict[str, object]:
    extras: dict[str, object] = {}
    if diagnostic.related:
        extras["relatedLocations"] = [
            {"id": index, "physicalLocation": _physical(own.location, address), "message": _message(own.message)}
            for index, own in enumerate(diagnostic.related)
        ]
    if diagnostic.fix:
        changes = _changes(diagnostic.fix, address)
        extras["fixes"] = [{"description": _message(diagnostic.help or "mend it"), "artifactChanges": changes}]
    return extras


def _message(text: str) -> dict[str, str]:
    """A plain message. A name in it cannot become a link."""
    return {"text": shown(text).replace("](", "] (")}


def _physical(location: Location, address: Address) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": address(location.source.path)}
    return {**place, "region": _region(location.span)} if location.span else place


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    told = {"kind": suppressed.silence.value, "status": "accepted"}
    return {**told, "justification": shown(suppressed.reason)} if suppressed.reason else told


def _changes(edits: tuple[Edit, ...], address: Address) -> list[dict[str, object]]:
    """The edits of a fix, file by file."""
    files: dict[str, list[dict[str, object]]] = {}
    for edit in edits:
        replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.new_text}}
        files.setdefault(edit.path, []).append(replacement)
    return [{"artifactLocation": address(path), "replacements": own} for path, own in files.items()]
