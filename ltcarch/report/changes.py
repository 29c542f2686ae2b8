"""What is new and what is gone between two runs, for people who watch."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.columns import shown
from ltcarch.report.concise import line_of
from ltcarch.report.findings import Findings
from ltcarch.report.fingerprint import fingerprints
from ltcarch.report.text import closing, listed

MOST_NAMES = 3


def changes(before: Findings, now: Findings, files: Sequence[str], clock: str) -> Iterator[str]:
    """The files that were saved, what that made new, what it mended, and the closing line of the run.

    A finding that only stands on another line is neither new nor gone.
    """
    former, present = _by_fingerprint(before), _by_fingerprint(now)
    new = tuple(own for key, own in present.items() if key not in former)
    gone = tuple(own for key, own in former.items() if key not in present)
    for line in (
        "",
        _heading(now, files, clock, len(new), len(gone)),
        *(f"{now.screen.paint('gone:', 'help')} {line_of(before, own)}" for own in gone),
        *([""] if gone else []),
        *listed(replace(now, diagnostics=new)),
        *closing(now),
    ):
        yield f"{line}\n"


def _by_fingerprint(findings: Findings) -> dict[tuple[str, Severity], Diagnostic]:
    keys = fingerprints(findings.diagnostics)
    return {(key, own.severity): own for key, own in zip(keys, findings.diagnostics, strict=True)}


def _heading(findings: Findings, files: Sequence[str], clock: str, new: int, gone: int) -> str:
    names = [shown(findings.places.seen(path)) for path in files[:MOST_NAMES]]
    more = f" and {len(files) - MOST_NAMES:,} more" if len(files) > MOST_NAMES else ""
    paint = findings.screen.paint
    said = f"{new or 'nothing'} new, {gone or 'nothing'} gone"
    return f"{paint(clock, 'faint')} {paint(', '.join(names) + more, 'path')}: {said}"
