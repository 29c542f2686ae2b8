"""Settings and waivers that name a rule or an option which does not exist: CFG01 and CFG02."""

from collections.abc import Iterable, Iterator, Mapping

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.diagnostics.fixes import fix
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Origin
from ltcarch.model.project import Project, RuleSetting
from ltcarch.model.suggestions import Vocabulary, did_you_mean, meant
from ltcarch.rules.configuration import unknown_rule, wrong_option
from ltcarch.rules.rule import Rule
from ltcarch.rules.strictness import OFF, fits
from ltcarch.source.changes import Change, Delete, RenameKey, ReplaceText
from ltcarch.source.document import Step
from ltcarch.source.text import Location

LETTERS_OF_A_FAMILY = 3


def wrong_settings(architecture: Architecture, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """What is wrong in what the project and its waivers say of rules."""
    known = {rule.code: rule for rule in rules}
    codes = Vocabulary(known)
    project = architecture.project
    for code, setting in project.rules.items():
        yield from _named(project, ("rules", code), known, codes)
        if code in known:
            yield from _wrong_severity(project, code, setting)
            yield from _wrong_options(project, known[code], setting)
    for index, own in enumerate(project.per_path):
        for code in own.rules:
            yield from _named(project, ("per_path", index, "rules", code), known, codes)
    for element in architecture.elements.values():
        for index, waiver in enumerate(element.waivers):
            if waiver.rule and waiver.rule not in known:
                path = ("waivers", index, "rule")
                right = _right_code(waiver.rule, codes)
                change = ReplaceText(path, waiver.rule, right) if right else None
                yield _unknown(waiver.rule, codes, element.origin, element.origin.locate(path), change)


def _named(
    project: Project, path: tuple[Step, ...], known: Mapping[str, Rule], codes: Vocabulary
) -> Iterator[Diagnostic]:
    code = str(path[-1])
    place = project.origin.locate(path, at_key=True)
    if code not in known:
        right = _right_code(code, codes)
        yield _unknown(code, codes, project.origin, place, RenameKey(path, right) if right else None)
    elif known[code].check is None:
        message = f"{code} is found while files are read and cannot be changed"
        yield _wrong(message, project.origin, place, "delete this line", Delete(path))


def _right_code(code: str, codes: Vocabulary) -> str | None:
    return codes.meant(code, shortest=LETTERS_OF_A_FAMILY)


def _unknown(code: str, codes: Vocabulary, origin: Origin, place: Location, change: Change | None) -> Diagnostic:
    help_text = did_you_mean(code, codes) or "`ltcarch rules` lists them"
    return _found(unknown_rule.RULE, f"there is no rule `{code}`", origin, place, help_text, change)


def _wrong_severity(project: Project, code: str, setting: RuleSetting) -> Iterator[Diagnostic]:
    if setting.severity is not None and setting.severity not in {*Severity, OFF}:
        path = ("rules", code, "severity")
        right = meant(setting.severity, (*Severity, OFF))
        change = ReplaceText(path, setting.severity, right) if right else None
        help_text = "it is one of off, info, warning, error"
        message = f"`{setting.severity}` is no severity"
        yield _wrong(message, project.origin, project.origin.locate(("rules", code)), help_text, change)


def _wrong_options(project: Project, rule: Rule, setting: RuleSetting) -> Iterator[Diagnostic]:
    for name, value in setting.options.items():
        place = project.origin.locate(("rules", rule.code, name), at_key=name not in rule.options)
        if name not in rule.options:
            listed = ", ".join(rule.options) or "it has none"
            help_text = did_you_mean(name, rule.options) or f"its options: {listed}"
            right = meant(name, rule.options)
            change = RenameKey(("rules", rule.code, name), right) if right else None
            yield _wrong(f"{rule.code} has no option `{name}`", project.origin, place, help_text, change)
        elif not fits(value, rule.options[name].default):
            option = rule.options[name]
            message = f"`{name}` of {rule.code} must be like `{option.default!r}`"
            yield _wrong(message, project.origin, place, option.meaning)


def _wrong(message: str, origin: Origin, place: Location, help_text: str, change: Change | None = None) -> Diagnostic:
    return _found(wrong_option.RULE, message, origin, place, help_text, change)


def _found(
    rule: Rule, message: str, origin: Origin, place: Location, help_text: str, change: Change | None
) -> Diagnostic:
    edits = fix(origin.document, origin.mapping, change)
    return Diagnostic(rule.code, rule.name, Severity.ERROR, message, place, help=help_text, fix=edits)
