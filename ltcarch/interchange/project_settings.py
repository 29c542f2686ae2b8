"""The project file as plain data, but for where its files are."""

from collections.abc import Mapping
from typing import Any

from ltcarch.interchange.plain import Data, plain, plain_text
from ltcarch.model.project import Axis, Company, PathSetting, Project, RuleSetting

FORMAT_VERSION = 1


def settings_of(project: Project, company: Company) -> dict[str, Data]:
    """What a project file says, in its full form and in the order of its schema; `sources` is no part of it."""
    said: dict[str, Data] = {
        "ltcarch": FORMAT_VERSION,
        "name": plain_text(project.name),
        "languages": list(project.languages),
        "company": _company(company),
        "levels": {kind: plain(level) for kind, level in project.levels.items()},
        "axes": {key: _axis(axis) for key, axis in project.axes.items()},
        "crosswalks": [plain(own) for own in project.crosswalks],
        "decomposition": {"no_scenario": project.no_scenario},
        "profile": project.profile,
        "lifecycle": plain(project.lifecycle),
        "provenance": {key: plain_text(text) for key, text in project.provenance.items()},
        "rules": {code: _rule(setting) for code, setting in project.rules.items()},
        "per_path": [_path(own) for own in project.per_path],
        "checks": [plain(own) for own in project.checks],
        "required_interfaces": [plain(own) for own in project.required_interfaces],
    }
    return {key: value for key, value in said.items() if value not in ({}, [])}


def _company(company: Company) -> dict[str, Data]:
    said = plain(company)
    del said["name"]
    return {} if said == {"id": "company"} else said


def _axis(axis: Axis) -> dict[str, Data]:
    said: dict[str, Data] = {"name": plain_text(axis.name)} if axis.name else {}
    if not axis.required:
        said["required"] = False
    return {**said, "values": [plain(own) for own in axis.values]}


def _rule(setting: RuleSetting) -> dict[str, Data]:
    severity = {"severity": setting.severity} if setting.severity else {}
    return {**severity, **{key: _copied(value) for key, value in setting.options.items()}}


def _path(setting: PathSetting) -> dict[str, Data]:
    said = {"path": setting.path, "profile": setting.profile, "rules": dict(setting.rules)}
    return {key: value for key, value in said.items() if value}


def _copied(value: Any) -> Data:
    """An option of a rule, which may be anything, as plain lists and maps."""
    if isinstance(value, Mapping):
        return {key: _copied(own) for key, own in value.items()}
    return [_copied(own) for own in value] if isinstance(value, (list, tuple)) else value
