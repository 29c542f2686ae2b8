"""Runs the rules over an architecture, as the project's profile, settings, waivers and baseline say."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from ltcarch.diagnostics import Diagnostic, Edit, Related, Severity
from ltcarch.diagnostics.baseline import Baseline, KnownFinding
from ltcarch.diagnostics.fixes import fix
from ltcarch.diagnostics.limit import MOST_OF_A_RULE, at_most
from ltcarch.loading.collector import collector_off
from ltcarch.loading.load import Loaded
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element, Origin
from ltcarch.rules import RULES
from ltcarch.rules.company import company_rules
from ltcarch.rules.configuration import rule_failed
from ltcarch.rules.configuration.wrong_settings import wrong_settings
from ltcarch.rules.rule import Context, Finding, NotJudged, Rule
from ltcarch.rules.selection import FOUND_WHILE_READING, Selection, family_of
from ltcarch.rules.strictness import Strictness
from ltcarch.rules.waivers import IdleWaivers, idle_waivers, is_waived
from ltcarch.source.text import Location


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: what was found, what waivers silenced, and the profile that was asked for.

    `failed_rules` names rules that crashed: a fault of ltcarch itself. `severities` holds those of the rules that ran.
    `known` are findings that the baseline holds, `mended` what it holds of rules that ran and is found no more.
    `silent` names the rules that looked, or needed not look, and found nothing.
    """

    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    profile: str
    elements: int
    files: int
    failed_rules: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    known: tuple[Diagnostic, ...] = ()
    mended: tuple[KnownFinding, ...] = ()
    silent: frozenset[str] = frozenset()


def rules_of(architecture: Architecture) -> tuple[Rule, ...]:
    """Every rule that holds for a project."""
    return (*RULES, *company_rules(architecture.project))


@collector_off()
def run(
    loaded: Loaded,
    *,
    profile: str | None = None,
    today: date | None = None,
    before: Architecture | None = None,
    selection: Selection = Selection(),  # noqa: B008 - it is frozen
    baseline: Baseline = Baseline(),  # noqa: B008
    rules: Iterable[Rule] = RULES,
    silent: frozenset[str] = frozenset(),
) -> Report:
    """Every finding about a project, sorted by place; those of reading it included.

    Rules that need the day, or the architecture as it was before, run only where these are given. Without settings
    only what was found on reading is told: a rule may be off, and of its findings each may be wrong. The `silent` ones
    are known to find nothing, and do not look again.
    """
    architecture = loaded.architecture
    strictness = Strictness(architecture.project, profile or architecture.project.profile)
    known = (*rules, *company_rules(architecture.project))
    told = (*loaded.diagnostics, *(wrong_settings(architecture, known) if loaded.has_settings else ()))
    this = _Run(architecture, strictness, today, before, selection, silent)
    this.take(diagnostic for diagnostic in told if selection.wants(diagnostic.code))
    judging = (rule for rule in known if loaded.has_settings or rule.check is None)
    for rule in sorted(judging, key=lambda rule: rule.runs_last):
        this.apply(rule, this.idle_waivers(known) if rule.runs_last else frozenset())
    compared = baseline.compare(_sorted(this.kept), _successors(architecture) if baseline.findings else {})
    return Report(
        diagnostics=compared.new,
        waived=_sorted(this.waived),
        profile=strictness.profile,
        elements=len(architecture.elements),
        files=len(loaded.files),
        failed_rules=tuple(this.failed),
        severities=this.severities,
        known=compared.known,
        mended=tuple(finding for finding in compared.mended if this.has_judged(finding.code)),
        silent=frozenset(this.silent),
    )


class _Run:
    """What was found so far."""

    def __init__(
        self,
        architecture: Architecture,
        strictness: Strictness,
        today: date | None,
        before: Architecture | None,
        selection: Selection,
        known_as_silent: frozenset[str],
    ) -> None:
        self.architecture = architecture
        self.strictness = strictness
        self.today = today
        self.before = before
        self.selection = selection
        self.known_as_silent = known_as_silent
        self.silent: set[str] = set()
        self.kept: list[Diagnostic] = []
        self.waived: list[Diagnostic] = []
        self.failed: list[str] = []
        self.severities: dict[str, Severity] = {}

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add findings: to those that are kept, or to those that a waiver silences."""
        for diagnostic in diagnostics:
            silent = is_waived(self.architecture, diagnostic, self.today)
            (self.waived if silent else self.kept).append(diagnostic)

    def apply(self, rule: Rule, idle: IdleWaivers) -> None:
        """Add what a rule finds, if it is wanted and has what it needs."""
        if rule.check is None:
            self.severities[rule.code] = Severity.ERROR
            return
        severity = self.strictness.gravest(rule)
        context = Context(self.strictness.options(rule), self.today, self.before, idle)
        if severity is None or not self.selection.wants(rule.code) or not all(map(context.gives, rule.needs)):
            return
        self.severities[rule.code] = self.strictness.severity(rule) or severity
        if rule.code in self.known_as_silent:
            self.silent.add(rule.code)
            return
        before = len(self.kept) + len(self.waived)
        try:
            self.take(at_most(MOST_OF_A_RULE, self._diagnostics(rule, rule.check(self.architecture, context))))
            if len(self.kept) + len(self.waived) == before:
                self.silent.add(rule.code)
        except NotJudged:
            del self.severities[rule.code]
        except Exception as error:  # one crashing rule must not hide what the others find
            self.failed.append(rule.code)
            self.kept.append(_failure(rule, error))

    def _diagnostics(self, rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
        for finding in findings:
            origin = finding.origin or finding.element.origin
            location = finding.location or origin.locate(finding.path, at_key=finding.at_key)
            severity = self.strictness.severity_at(rule, location.source.path)
            if severity is not None:
                yield _diagnostic(rule, severity, finding, location, origin)

    def idle_waivers(self, rules: tuple[Rule, ...]) -> IdleWaivers:
        """The waivers that silenced nothing so far; none while some file could not be read."""
        if not self.architecture.is_whole:
            return frozenset()
        by_code = {rule.code: rule for rule in rules if rule.code in self.severities and rule.code not in self.failed}

        def ran(code: str, element: Element) -> bool:
            file = element.origin.document.source.path
            return code in by_code and self.strictness.severity_at(by_code[code], file) is not None

        silenced = frozenset((diagnostic.element, diagnostic.code) for diagnostic in self.waived)
        return idle_waivers(self.architecture, silenced, ran, self.today)

    def has_judged(self, code: str) -> bool:
        """Whether this run could have found something by this code, wherever it was."""
        is_heard = code in self.severities or family_of(code) in FOUND_WHILE_READING
        return self.architecture.is_whole and is_heard and code not in self.failed and self.selection.wants(code)


def _successors(architecture: Architecture) -> dict[str, str]:
    """The present id of an element by each of its former ones."""
    return {
        former: element.id
        for element in architecture.elements.values()
        for former in element.former_ids
        if former not in architecture.elements
    }


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _diagnostic(rule: Rule, severity: Severity, finding: Finding, location: Location, origin: Origin) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        rule=rule.name,
        severity=finding.severity or severity,
        message=finding.message,
        location=location,
        element=finding.element.id,
        help=finding.help,
        related=tuple(Related(place.element.origin.locate(place.path), place.message) for place in finding.related),
        fix=_edits(finding, origin),
    )


def _edits(finding: Finding, origin: Origin) -> tuple[Edit, ...]:
    """The edits that mend a finding, all together; none where one of them cannot be made."""
    if finding.fix is None:
        return ()
    elsewhere = ((element.origin, change) for element, change in finding.fix_elsewhere)
    places = ((origin, finding.fix), *elsewhere)
    edits = [fix(own.document, own.mapping, change) for own, change in places]
    return tuple(chain.from_iterable(edits)) if all(edits) else ()


def _failure(rule: Rule, error: Exception) -> Diagnostic:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Diagnostic(
        rule_failed.RULE.code,
        rule_failed.RULE.name,
        Severity.ERROR,
        f"rule {rule.code} {rule.name} failed: {type(error).__name__}: {error} (line {last.lineno} of {last.name})",
        help="this is a fault of ltcarch; please report it with the architecture that shows it",
    )
