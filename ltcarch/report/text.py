"""Findings for people: a code frame under each, and a closing line that says what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.code_frame import code_frame
from ltcarch.report.columns import clipped, shown, width, wrapped
from ltcarch.report.findings import Findings, Silence
from ltcarch.source.text import Location

INDENT = "   "
BELOW = INDENT + " " * len("help: ")
"""Where a note or help goes on."""
MANY = 50
"""From so many findings on, the closing line offers a summary."""


def text(findings: Findings) -> Iterator[str]:
    """The report, finding by finding. A terminal shows a heading above the findings of each file."""
    for line in chain(listed(findings), closing(findings)):
        yield f"{line}\n"


def listed(findings: Findings) -> Iterator[str]:
    """The lines about each finding, and how many more there are."""
    for path, group in groupby(findings.listed, key=_file):
        of_file = tuple(group)
        if findings.screen.is_terminal and path:
            yield _heading(findings, path, of_file)
        for diagnostic in of_file:
            yield from _headline(findings, diagnostic)
            yield from _details(findings, diagnostic)
            yield ""
    if findings.unlisted:
        yield from _broken(findings, findings.screen.paint("note:", "info"), "note:", findings.unlisted, "")
        yield ""


def _file(diagnostic: Diagnostic) -> str:
    return diagnostic.location.source.path if diagnostic.location else ""


def _heading(findings: Findings, path: str, group: tuple[Diagnostic, ...]) -> str:
    screen = findings.screen
    amount = counted(Counter(diagnostic.severity for diagnostic in group))
    name = clipped(shown(findings.places.seen(path)), screen.room(len(amount) + 6))
    return f"{screen.paint('──', 'faint')} {screen.paint(name, 'path')}{screen.paint(f': {amount}', 'faint')}"


def _headline(findings: Findings, diagnostic: Diagnostic) -> Iterator[str]:
    paint, severity = findings.screen.paint, diagnostic.severity.value
    place = f"{shown(_place(findings, diagnostic.location))} " if diagnostic.location else ""
    kind = f"{severity} {diagnostic.code}"
    yield from _broken(findings, paint(place, "path") + paint(kind, severity), place + kind, diagnostic.message)


def _details(findings: Findings, diagnostic: Diagnostic) -> Iterator[str]:
    screen = findings.screen
    if diagnostic.location:
        yield from code_frame(diagnostic.location, screen, diagnostic.severity.value)
    for related in diagnostic.related:
        told = f"{related.message}: {_place(findings, related.location)}"
        yield from _broken(findings, INDENT + screen.paint("note:", "info"), f"{INDENT}note:", told, BELOW)
        yield from code_frame(related.location, screen, "info")
    if diagnostic.help or diagnostic.fix:
        told = " ".join(filter(None, (diagnostic.help, "(`--fix` may mend it)" if diagnostic.fix else "")))
        yield from _broken(findings, INDENT + screen.paint("help:", "help"), f"{INDENT}help:", told, BELOW)


def _broken(findings: Findings, painted: str, plain: str, told: str, indent: str = INDENT) -> Iterator[str]:
    """A beginning that is painted already, and a text that goes on below it where a terminal is too narrow."""
    if not findings.screen.is_terminal:
        yield f"{painted} {shown(told)}"
        return
    lines = wrapped(shown(told), findings.screen.room(len(indent)), width(plain) + 1 - len(indent))
    yield f"{painted} {next(lines)}".rstrip()
    for line in lines:
        yield indent + line


def _place(findings: Findings, location: Location) -> str:
    path = findings.places.seen(location.source.path)
    return f"{path}:{location.span.line}:{location.span.column}" if location.span else path


def closing(findings: Findings) -> Iterator[str]:
    """The lines that close a report: how much was checked and found, and what to do."""
    paint, found = findings.screen.paint, findings.diagnostics
    checked = f"{number(findings.elements, 'element')} in {number(findings.files, 'file')}, profile {findings.profile}"
    silent = _silent(findings)
    if not found:
        yield from _broken(findings, paint("clean:", "help"), "clean:", checked + silent, "")
        return
    amount = counted(findings.counts)
    told = " ".join((f"among {checked}{silent}.", *_what_to_do(findings)))
    yield from _broken(findings, paint(amount, "strong"), amount, told, "")


def _silent(findings: Findings) -> str:
    """How many findings do not count: `; 2 waived, 3 in the baseline`."""
    kinds = ((Silence.WAIVER, "waived"), (Silence.BASELINE, "in the baseline"))
    amounts = [f"{findings.silenced(kind):,} {words}" for kind, words in kinds if findings.silenced(kind)]
    return f"; {', '.join(amounts)}" if amounts else ""


def _what_to_do(findings: Findings) -> Iterable[str]:
    """What a reader may do next: mend, count, or learn about the rule that found most."""
    diagnostics = findings.diagnostics
    fixes = sum(bool(diagnostic.fix) for diagnostic in diagnostics)
    if fixes:
        those = f"{fixes:,} of them" if len(diagnostics) > 1 else "it"
        yield f"`ltcarch validate --fix` may mend {those}; `--diff` shows how."
    if len(diagnostics) >= MANY:
        yield "`--summary` counts them by rule, owner and process."
    most = Counter(diagnostic.code for diagnostic in diagnostics).most_common(1)[0][0]
    yield f"`ltcarch rule {most}` explains {'a finding' if len(diagnostics) > 1 else 'it'}."


def counted(counts: Counter[Severity]) -> str:
    """`2 errors, 1 warning`; `no findings` for none."""
    words = [_amount(counts[severity], severity) for severity in Severity if counts[severity]]
    return ", ".join(words) or "no findings"


def _amount(amount: int, severity: Severity) -> str:
    return f"{amount:,} {severity.value}" if severity is Severity.INFO else number(amount, severity.value)


def number(amount: int, word: str) -> str:
    """`1 file`, `2,345 files`."""
    return f"{amount:,} {word}{'' if amount == 1 else 's'}"
