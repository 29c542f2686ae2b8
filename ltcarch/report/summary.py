"""Findings counted: by rule, by owner and by process."""

from collections import Counter
from collections.abc import Callable, Iterator

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.columns import clipped, shown, width
from ltcarch.report.findings import Findings, Subject

NOBODY, NOWHERE = "nobody", "outside of processes"
_COUNT_COLUMNS = 10
_HEADINGS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}

Key = Callable[[Diagnostic], str]


def summary(findings: Findings) -> Iterator[str]:
    """Three tables, the gravest first. Nothing is written where nothing was found."""
    nothing = Subject()

    def subject(diagnostic: Diagnostic) -> Subject:
        return findings.subjects.get(diagnostic.element or "", nothing)

    tables: dict[str, Key] = {
        "Rule": lambda diagnostic: f"{diagnostic.code} {diagnostic.rule}",
        "Owner": lambda diagnostic: subject(diagnostic).owner or NOBODY,
        "Process": lambda diagnostic: subject(diagnostic).process or NOWHERE,
    }
    for heading, key in tables.items():
        if findings.diagnostics:
            yield from _table(findings, heading, key)


def _table(findings: Findings, heading: str, key: Key) -> Iterator[str]:
    counts: dict[str, Counter[Severity]] = {}
    for diagnostic in findings.diagnostics:
        counts.setdefault(key(diagnostic), Counter())[diagnostic.severity] += 1
    columns = [severity for severity in Severity if findings.counts[severity]]
    names = {name: shown(name) for name in counts}
    widest = max(width(own) for own in (heading, *names.values()))
    if findings.screen.is_terminal:
        widest = min(widest, findings.screen.room(len(columns) * _COUNT_COLUMNS))
    paint = findings.screen.paint
    headings = "".join(f"{_HEADINGS[severity]:>{_COUNT_COLUMNS}}" for severity in columns)
    yield paint(f"{_filled(heading, widest)}{headings}", "strong") + "\n"
    for name in sorted(counts, key=lambda own: (*(-counts[own][severity] for severity in Severity), own)):
        amounts = "".join(_cell(counts[name][severity], paint, severity) for severity in columns)
        yield f"{_filled(names[name], widest)}{amounts}\n"
    yield "\n"


def _filled(text: str, columns: int) -> str:
    cut = clipped(text, columns)
    return cut + " " * (columns - width(cut))


def _cell(amount: int, paint: Callable[[str, str], str], severity: Severity) -> str:
    if not amount:
        return paint(f"{'-':>{_COUNT_COLUMNS}}", "faint")
    return paint(f"{amount:>{_COUNT_COLUMNS},}", severity.value)
