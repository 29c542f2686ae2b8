"""What a report shows, gathered from a run, its project and the place where the user stands."""

from pathlib import Path

from ltcarch.cli.where import where
from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.engine import Report, rules_of
from ltcarch.model import Architecture
from ltcarch.report.findings import Findings, RuleSummary, Silence, Subject, Suppressed
from ltcarch.report.formats import Format
from ltcarch.rules.documentation import documentation
from ltcarch.rules.page import rule_page
from ltcarch.rules.rule import Rule
from ltcarch.version import __version__


def gather(
    report: Report, architecture: Architecture, folder: Path, fail_on: Severity, formats: tuple[Format, ...]
) -> Findings:
    """The findings of a run, with what these formats tell beside them."""
    with_rules, with_subjects = any(own.needs_rules for own in formats), any(own.needs_subjects for own in formats)
    return Findings(
        diagnostics=report.diagnostics,
        version=__version__,
        profile=report.profile,
        files=report.files,
        elements=report.elements,
        suppressed=(
            *(_waived(architecture, own) for own in report.waived),
            *(Suppressed(own, Silence.BASELINE, "known when the baseline was written") for own in report.known),
        ),
        rules=_rules(report, architecture) if with_rules else (),
        subjects=_subjects(architecture, report.diagnostics) if with_subjects else {},
        fail_on=fail_on,
        complete=not report.failed_rules,
        places=where(folder),
    )


def _waived(architecture: Architecture, diagnostic: Diagnostic) -> Suppressed:
    """A finding that a waiver at its element silences, with the waiver's reason."""
    element = architecture.get(diagnostic.element)
    waiver = next((own for own in element.waivers if own.rule == diagnostic.code), None) if element else None
    if waiver is None:
        return Suppressed(diagnostic, Silence.WAIVER)
    reason = waiver.reason.in_language(architecture.project.language) if waiver.reason else ""
    until = f"until {waiver.expires}" if waiver.expires else ""
    return Suppressed(diagnostic, Silence.WAIVER, "; ".join(filter(None, (reason, waiver.owner, until))))


def _rules(report: Report, architecture: Architecture) -> tuple[RuleSummary, ...]:
    """What is told of the rules that ran."""
    ran = (own for own in rules_of(architecture) if own.code in report.severities)
    return tuple(_rule(own, report.severities[own.code]) for own in ran)


def _rule(rule: Rule, severity: Severity) -> RuleSummary:
    shown = documentation(rule)
    return RuleSummary(rule.code, rule.name, severity, shown.statement, shown.why, rule_page(rule))


def _subjects(architecture: Architecture, diagnostics: tuple[Diagnostic, ...]) -> dict[str, Subject]:
    return {own: _subject(architecture, own) for own in {one.element for one in diagnostics} if own}


def _subject(architecture: Architecture, element_id: str) -> Subject:
    """The process around an element, or the group if there is none, and the owner of the element's process."""
    element = architecture.get(element_id)
    if element is None:
        return Subject()
    language = architecture.project.language
    lineage = architecture.hierarchy.lineage(element)
    around = next((own for kind in ("process", "group", "classification") for own in lineage if kind == own.KIND), None)
    owner = architecture.responsibility.owner(element)
    process = f"{around.id} {around.label(language)}" if around else ""
    return Subject(process, owner.label(language) if owner else "")
