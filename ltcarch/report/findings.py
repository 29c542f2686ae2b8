"""What a report shows, apart from how."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.places import Places
from ltcarch.report.screen import PAPER, Screen

START = (1, 1, 1, 1)


class RuleSummary(NamedTuple):
    """What a report says of a rule that ran."""

    code: str
    name: str
    severity: Severity
    statement: str = ""
    why: str = ""
    page: str = ""


class Silence(StrEnum):
    """Where it is written down that a finding does not count."""

    WAIVER = "inSource"
    BASELINE = "external"


class Suppressed(NamedTuple):
    """A finding that does not count, and why."""

    diagnostic: Diagnostic
    silence: Silence
    reason: str = ""


class Subject(NamedTuple):
    """The process that an element belongs to and who answers for it, as people call them; empty for none."""

    process: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Findings:
    """The outcome of a run, with all that a format may tell of it."""

    diagnostics: tuple[Diagnostic, ...]
    version: str
    profile: str
    files: int
    elements: int
    suppressed: tuple[Suppressed, ...] = ()
    rules: tuple[RuleSummary, ...] = ()
    subjects: Mapping[str, Subject] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of the element that a finding is about."""
    fail_on: Severity = Severity.ERROR
    complete: bool = True
    """False where a rule crashed."""
    places: Places = Places()
    screen: Screen = PAPER

    @cached_property
    def counts(self) -> Counter[Severity]:
        """The number of findings of each severity."""
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)

    @cached_property
    def listed(self) -> tuple[Diagnostic, ...]:
        """The findings that the screen has room for, in order: all, or as many as it shows at most, the gravest."""
        most = self.screen.most_findings
        if most is None or len(self.diagnostics) <= most:
            return self.diagnostics
        places = range(len(self.diagnostics))
        gravest = sorted(places, key=lambda place: -self.diagnostics[place].severity.rank)[:most]
        return tuple(self.diagnostics[place] for place in sorted(gravest))

    @property
    def unlisted(self) -> str:
        """The sentence about the findings that the screen has no room for; empty for none."""
        listed = len(self.listed)
        more = len(self.diagnostics) - listed
        if not more:
            return ""
        only = f"only the {listed:,} gravest findings are shown" if listed > 1 else "only the gravest finding is shown"
        return f"{only}; there {'is' if more == 1 else 'are'} {more:,} more"

    @cached_property
    def spoken_rules(self) -> tuple[RuleSummary, ...]:
        """The rules that ran, and what is known of others that found something."""
        known = {rule.code for rule in self.rules}
        every = (*self.diagnostics, *(own.diagnostic for own in self.suppressed))
        others = {own.code: RuleSummary(own.code, own.rule, own.severity) for own in every if own.code not in known}
        return (*self.rules, *(others[code] for code in sorted(others)))

    def silenced(self, silence: Silence) -> int:
        """The number of findings that do not count for this reason."""
        return sum(own.silence is silence for own in self.suppressed)

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is grave enough to fail the run."""
        return diagnostic.severity.rank >= self.fail_on.rank

    @property
    def has_failures(self) -> bool:
        """Whether the run fails."""
        return any(map(self.fails, self.diagnostics))

    def path_of(self, diagnostic: Diagnostic) -> str:
        """The file of a finding by its path in the project; the project file for the project as a whole."""
        return diagnostic.location.source.path if diagnostic.location else self.places.project_file


def lines_and_columns(diagnostic: Diagnostic) -> tuple[int, int, int, int]:
    """Line, column, end line and end column of a finding; the start of its file where it has no span."""
    span = diagnostic.location.span if diagnostic.location else None
    return (span.line, span.column, span.end_line, span.end_column) if span else START
