"""Runs the rules over an architecture, as the project's profile, settings and waivers say."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ltcarch.diagnostics import Diagnostic, Related, Severity
from ltcarch.loading.load import Loaded
from ltcarch.model.architecture import Architecture
from ltcarch.model.project import RuleSetting
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules import RULES
from ltcarch.rules.rule import Context, Finding, Rule

UNKNOWN_RULE = ("CFG01", "unknown-rule")
WRONG_OPTION = ("CFG02", "wrong-option")
RULE_FAILED = ("CFG03", "rule-failed")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: what was found, what waivers silenced, and the profile that was asked for.

    `failed_rules` names rules that crashed: a fault of ltcarch itself. `severities` holds those of the rules that ran.
    """

    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    profile: str
    elements: int
    files: int
    failed_rules: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)


def run(
    loaded: Loaded,
    *,
    profile: str | None = None,
    today: date | None = None,
    before: Architecture | None = None,
    rules: Iterable[Rule] = RULES,
) -> Report:
    """Every finding about a project, sorted by place; those of reading it included.

    Rules that need the day, or the architecture as it was before, run only where these are given.
    """
    architecture = loaded.architecture
    chosen = profile or architecture.project.profile
    known = tuple(rules)
    found: list[Diagnostic] = [*loaded.diagnostics, *_wrong_settings(architecture, known)]
    failed: list[str] = []
    ran: dict[str, Severity] = {rule.code: Severity.ERROR for rule in known if rule.check is None}
    for rule in known:
        severity = _severity(rule, architecture.project.rules.get(rule.code), chosen)
        if rule.check is None or severity is None:
            continue
        context = Context(_options(rule, architecture.project.rules.get(rule.code)), today, before)
        if not all(map(context.gives, rule.needs)):
            continue
        ran[rule.code] = severity
        try:
            found.extend(_diagnostic(rule, severity, finding) for finding in rule.check(architecture, context))
        except Exception as error:  # one crashing rule must not hide what the others find
            failed.append(rule.code)
            found.append(_failure(rule, error))
    waived = [diagnostic for diagnostic in found if _is_waived(architecture, diagnostic)]
    silenced = set(map(id, waived))
    kept = [diagnostic for diagnostic in found if id(diagnostic) not in silenced]
    sizes = len(architecture.elements), len(loaded.files)
    return Report(_sorted(kept), _sorted(waived), chosen, *sizes, tuple(failed), ran)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _severity(rule: Rule, setting: RuleSetting | None, profile: str) -> Severity | None:
    if setting is not None and setting.severity is not None:
        return Severity(setting.severity) if setting.severity in set(Severity) else None
    return rule.severity_in(profile)


def _options(rule: Rule, setting: RuleSetting | None) -> dict[str, object]:
    values = {name: option.default for name, option in rule.options.items()}
    for name, value in setting.options.items() if setting else ():
        if name in rule.options and _fits(value, rule.options[name].default):
            values[name] = value
    return values


def _fits(value: object, default: object) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, dict) if isinstance(default, dict) else isinstance(value, type(default))


def _diagnostic(rule: Rule, severity: Severity, finding: Finding) -> Diagnostic:
    origin = finding.origin or finding.element.origin
    return Diagnostic(
        code=rule.code,
        rule=rule.name,
        severity=finding.severity or severity,
        message=finding.message,
        location=origin.locate(finding.path, at_key=finding.at_key),
        element=finding.element.id,
        help=finding.help,
        related=tuple(Related(place.element.origin.locate(place.path), place.message) for place in finding.related),
    )


def _failure(rule: Rule, error: Exception) -> Diagnostic:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Diagnostic(
        *RULE_FAILED,
        Severity.ERROR,
        f"rule {rule.code} {rule.name} failed: {type(error).__name__}: {error} (line {last.lineno} of {last.name})",
        help="this is a fault of ltcarch; please report it with the architecture that shows it",
    )


def _is_waived(architecture: Architecture, diagnostic: Diagnostic) -> bool:
    element = architecture.get(diagnostic.element)
    return element is not None and any(waiver.rule == diagnostic.code for waiver in element.waivers)


def _wrong_settings(architecture: Architecture, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    """Settings and waivers that name a rule or an option which does not exist."""
    known = {rule.code: rule for rule in rules}
    project = architecture.project
    for code, setting in project.rules.items():
        place = project.origin.locate(("rules", code), at_key=True)
        rule = known.get(code)
        if rule is None:
            yield _unknown_rule(code, known, place)
            continue
        if rule.check is None:
            message = f"{code} is found while files are read and cannot be changed"
            yield Diagnostic(*WRONG_OPTION, Severity.ERROR, message, place, help="delete this line")
        if setting.severity is not None and setting.severity not in {*Severity, "off"}:
            message = f"`{setting.severity}` is no severity"
            place = project.origin.locate(("rules", code))
            yield Diagnostic(
                *WRONG_OPTION, Severity.ERROR, message, place, help="it is one of off, info, warning, error"
            )
        for name, value in setting.options.items():
            place = project.origin.locate(("rules", code, name), at_key=name not in rule.options)
            if name not in rule.options:
                message = f"{code} has no option `{name}`"
                known_names = ", ".join(rule.options) or "it has none"
                help_text = did_you_mean(name, rule.options) or f"its options: {known_names}"
                yield Diagnostic(*WRONG_OPTION, Severity.ERROR, message, place, help=help_text)
            elif not _fits(value, rule.options[name].default):
                message = f"`{name}` of {code} must be like `{rule.options[name].default!r}`"
                yield Diagnostic(*WRONG_OPTION, Severity.ERROR, message, place, help=rule.options[name].meaning)
    for element in architecture.elements.values():
        for index, waiver in enumerate(element.waivers):
            if waiver.rule and waiver.rule not in known:
                yield _unknown_rule(waiver.rule, known, element.origin.locate(("waivers", index, "rule")))


def _unknown_rule(code: str, known: dict[str, Rule], place) -> Diagnostic:
    help_text = did_you_mean(code, known) or "`ltcarch rules` lists them"
    return Diagnostic(*UNKNOWN_RULE, Severity.ERROR, f"there is no rule `{code}`", place, help=help_text)
