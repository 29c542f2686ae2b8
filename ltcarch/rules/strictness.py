"""How grave each rule is where, and with which options it runs, as the project says."""

from ltcarch.diagnostics import Severity
from ltcarch.model.project import PathSetting, Project
from ltcarch.rules.rule import Rule

OFF = "off"


class Strictness:
    """The settings of a project under one profile."""

    def __init__(self, project: Project, profile: str) -> None:
        self.project = project
        self.profile = profile
        self._by_file: dict[str, list[PathSetting]] = {}
        for setting in project.per_path:
            for file in setting.files:
                self._by_file.setdefault(file, []).append(setting)

    def severity(self, rule: Rule) -> Severity | None:
        """The severity for the project as a whole; None where the rule is silent."""
        setting = self.project.rules.get(rule.code)
        if setting is not None and setting.severity is not None:
            return _severity(setting.severity)
        return rule.severity_in(self.profile)

    def severity_at(self, rule: Rule, file: str | None) -> Severity | None:
        """The severity in a file: what its paths say of the rule, then what the project says, then its profile.

        Where several paths speak, the last one does.
        """
        setting = self.project.rules.get(rule.code)
        for own in reversed(self._by_file.get(file or "", ())):
            if rule.code in own.rules:
                return _severity(own.rules[rule.code])
            if own.profile is not None and (setting is None or setting.severity is None):
                return rule.severity_in(own.profile)
        return self.severity(rule)

    def gravest(self, rule: Rule) -> Severity | None:
        """The gravest severity in any file; None where the rule is silent everywhere."""
        everywhere = {self.severity(rule), *(self.severity_at(rule, file) for file in self._by_file)}
        spoken = (severity for severity in everywhere if severity is not None)
        return max(spoken, key=lambda severity: severity.rank, default=None)

    def options(self, rule: Rule) -> dict[str, object]:
        """The value of each option: the project's where it is one that fits, else the rule's own."""
        setting = self.project.rules.get(rule.code)
        values = {name: option.default for name, option in rule.options.items()}
        for name, value in setting.options.items() if setting else ():
            if name in rule.options and fits(value, rule.options[name].default):
                values[name] = value
        return values


def _severity(word: str) -> Severity | None:
    return Severity(word) if word in set(Severity) else None


def fits(value: object, default: object) -> bool:
    """Whether a value is of the sort that an option wants."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, dict) if isinstance(default, dict) else isinstance(value, type(default))
