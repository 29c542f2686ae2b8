"""Findings as JUnit XML, as the report task of Apache Ant writes it: a test case a rule.

Its schema wants a time and a host; both are constant, so that the same findings give the same bytes.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ltcarch.diagnostics import Diagnostic
from ltcarch.report.columns import shown
from ltcarch.report.concise import line_of
from ltcarch.report.findings import Findings, RuleSummary, Silence

_NO_TIME = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"'
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(findings: Findings) -> Iterator[str]:
    """One suite. A rule fails where one of its findings would fail the run; all lesser findings are its output."""
    grave: dict[str, list[Diagnostic]] = {}
    lesser: list[Diagnostic] = []
    for diagnostic in findings.diagnostics:
        (grave.setdefault(diagnostic.code, []) if findings.fails(diagnostic) else lesser).append(diagnostic)
    rules = findings.spoken_rules
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    amounts = f'tests="{len(rules)}" failures="{len(grave)}" errors="0"'
    yield f'  <testsuite id="0" package="ltcarch" name="ltcarch" {amounts} {_NO_TIME}>\n    <properties>\n'
    yield from _properties(findings)
    yield "    </properties>\n"
    for rule in rules:
        yield from _case(findings, rule, grave.get(rule.code, ()))
    yield "    <system-out>"
    for diagnostic in lesser:
        yield _text(f"{line_of(findings, diagnostic)}\n")
    yield "</system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n"


def _properties(findings: Findings) -> Iterator[str]:
    told = {
        "version": findings.version,
        "profile": findings.profile,
        "files": findings.files,
        "elements": findings.elements,
        "waived": findings.silenced(Silence.WAIVER),
        "known": findings.silenced(Silence.BASELINE),
    }
    for name, value in told.items():
        yield f'      <property name="{name}" value={_attribute(str(value))}/>\n'


def _case(findings: Findings, rule: RuleSummary, found: list[Diagnostic] | tuple[()]) -> Iterator[str]:
    family = rule.code.rstrip("0123456789")
    name = _attribute(shown(f"{rule.code} {rule.name}"))
    case = f'    <testcase name={name} classname={_attribute(f"ltcarch.{family}")} time="0"'
    if not found:
        yield f"{case}/>\n"
        return
    told = found[0].message if len(found) == 1 else f"{len(found):,} findings: {rule.statement or rule.name}"
    kind = max((diagnostic.severity for diagnostic in found), key=lambda severity: severity.rank)
    yield f'{case}>\n      <failure type="{kind.value}" message={_attribute(shown(told))}>'
    for diagnostic in found:
        help_text = f"\n    help: {shown(diagnostic.help)}" if diagnostic.help else ""
        yield _text(f"{line_of(findings, diagnostic)}{help_text}\n")
    yield "</failure>\n    </testcase>\n"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", text))
