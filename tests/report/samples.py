"""Findings for the tests of formats: plain ones, hostile ones, and one of each kind that a format must cope with."""

from ltcarch.diagnostics import Diagnostic, Edit, Related, Severity
from ltcarch.report.findings import Findings, RuleSummary, Silence, Subject, Suppressed
from ltcarch.source.text import Location, SourceText, Span

SOURCE = SourceText("a/b.yaml", "roles:\n  - name: 管理线索 # now\n    role: [x, y]\n\tend: \x1b[31mred\n")
SPACED = SourceText("流程/100% of it, a:b #1.yaml", "id: 1\n")

HOSTILE = (
    "evil \x1b[31m]0;title\x07 \u202egnp.exe\u202c \u2028 \x85 \ufffe \x00"
    " ]]> <script>&\"' ::error::no %0A\r\n::set-env::x [x](1) {0}"
)
"""A name as an enemy may write it: terminal escapes, turned text, markup, and the signs of each format."""


def finding(span: Span | None = None, *, source: SourceText = SOURCE, **more) -> Diagnostic:
    """A finding in a file."""
    told = {"code": "OWN05", "rule": "rule-name", "severity": Severity.ERROR, "message": "two roles", **more}
    return Diagnostic(**{"location": Location(source, span), **told})


def sample(*diagnostics: Diagnostic, **more) -> Findings:
    """The outcome of a run with these findings."""
    told = {"version": "1.2.3", "profile": "standard", "files": 3, "elements": 40, **more}
    return Findings(diagnostics=diagnostics, **told)


RULES = (
    RuleSummary(
        "OWN05", "rule-name", Severity.ERROR, "One role is responsible.", "Why.", "# OWN05\n\n```yaml\na: 1\n```\n"
    ),
    RuleSummary("CFG03", HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, HOSTILE),
    RuleSummary("FLW01", "passes", Severity.WARNING, "All is well.", "Why.", "# FLW01\n"),
)
EVERY_KIND = sample(
    finding(Span(3, 11, 3, 17), help="keep one", element="LTC.1"),
    finding(Span(3, 11, 3, 17), help="keep one", element="LTC.1"),
    finding(
        Span(3, 5, 4, 2), severity=Severity.WARNING, related=(Related(Location(SOURCE, Span(2, 5, 2, 9)), "here"),)
    ),
    finding(Span(2, 5, 2, 9), code="REF01", rule="unknown", fix=(Edit("a/b.yaml", Span(2, 5, 2, 9), "id"),)),
    finding(None, code="SRC01", rule="unreadable", related=(Related(Location(SOURCE), "the file"),)),
    finding(Span(1, 1, 1, 3), source=SPACED, severity=Severity.INFO, message=HOSTILE, help=HOSTILE, element=HOSTILE),
    Diagnostic("CFG03", HOSTILE, Severity.ERROR, "a rule failed"),
    suppressed=(
        Suppressed(finding(Span(1, 1, 1, 6), element="LTC.2"), Silence.WAIVER, f"agreed; {HOSTILE}"),
        Suppressed(finding(Span(1, 1, 1, 6), element="LTC.3"), Silence.BASELINE),
    ),
    rules=RULES,
    subjects={"LTC.1": Subject("LTC.1 Manage leads", "Head of sales")},
    complete=False,
)
NOTHING = sample(rules=RULES)
