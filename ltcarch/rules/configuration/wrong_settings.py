"""Settings and waivers that name a rule or an option which does not exist: CFG01 and CFG02."""

from collections.abc import Iterable, Iterator, Mapping

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.model.architecture import Architecture
from ltcarch.model.project import Project, RuleSetting
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.configuration import unknown_rule, wrong_option
from ltcarch.rules.rule import Rule
from ltcarch.rules.strictness import OFF, fits
from ltcarch.source.document import Step
from ltcarch.source.text import Location


def wrong_settings(architecture: Architecture, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """What is wrong in what the project and its waivers say of rules."""
    known = {rule.code: rule for rule in rules}
    project = architecture.project
    for code, setting in project.rules.items():
        yield from _named(project, ("rules", code), known)
        if code in known:
            yield from _wrong_severity(project, code, setting)
            yield from _wrong_options(project, known[code], setting)
    for index, own in enumerate(project.per_path):
        for code in own.rules:
            yield from _named(project, ("per_path", index, "rules", code), known)
    for element in architecture.elements.values():
        for index, waiver in enumerate(element.waivers):
            if waiver.rule and waiver.rule not in known:
                yield _unknown(waiver.rule, known, element.origin.locate(("waivers", index, "rule")))


def _named(project: Project, path: tuple[Step, ...], known: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    code = str(path[-1])
    place = project.origin.locate(path, at_key=True)
    if code not in known:
        yield _unknown(code, known, place)
    elif known[code].check is None:
        yield _wrong(f"{code} is found while files are read and cannot be changed", place, "delete this line")


def _unknown(code: str, known: Mapping[str, Rule], place: Location) -> Diagnostic:
    help_text = did_you_mean(code, known) or "`ltcarch rules` lists them"
    rule = unknown_rule.RULE
    return Diagnostic(rule.code, rule.name, Severity.ERROR, f"there is no rule `{code}`", place, help=help_text)


def _wrong_severity(project: Project, code: str, setting: RuleSetting) -> Iterator[Diagnostic]:
    if setting.severity is not None and setting.severity not in {*Severity, OFF}:
        place = project.origin.locate(("rules", code))
        yield _wrong(f"`{setting.severity}` is no severity", place, "it is one of off, info, warning, error")


def _wrong_options(project: Project, rule: Rule, setting: RuleSetting) -> Iterator[Diagnostic]:
    for name, value in setting.options.items():
        place = project.origin.locate(("rules", rule.code, name), at_key=name not in rule.options)
        if name not in rule.options:
            listed = ", ".join(rule.options) or "it has none"
            help_text = did_you_mean(name, rule.options) or f"its options: {listed}"
            yield _wrong(f"{rule.code} has no option `{name}`", place, help_text)
        elif not fits(value, rule.options[name].default):
            option = rule.options[name]
            yield _wrong(f"`{name}` of {rule.code} must be like `{option.default!r}`", place, option.meaning)


def _wrong(message: str, place: Location, help_text: str) -> Diagnostic:
    rule = wrong_option.RULE
    return Diagnostic(rule.code, rule.name, Severity.ERROR, message, place, help=help_text)
