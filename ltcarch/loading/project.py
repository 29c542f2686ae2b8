"""The project file, with its defaults filled in."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ltcarch.loading.construct import construct_values
from ltcarch.loading.files import matches
from ltcarch.model.element import Origin
from ltcarch.model.parts import Lifecycle
from ltcarch.model.project import (
    PROFILES,
    Axis,
    AxisValue,
    Check,
    Company,
    Crosswalk,
    Level,
    PathSetting,
    Project,
    RequiredInterface,
    RuleSetting,
)
from ltcarch.model.text import Text
from ltcarch.source.document import Document, Mapping
from ltcarch.source.limits import limit

MOST_PATTERNS = limit("patterns")
"""No more of `sources` and of `per_path` count: each file is held against each of them."""


def construct_project(document: Document) -> tuple[Project, Company]:
    """The project and its company; what the file says wrongly is taken as not said."""
    data = document.root if isinstance(document.root, Mapping) else Mapping()
    if not hasattr(data, "marks"):
        data.marks = 0
    origin = Origin(document, data)
    name = _text(data.get("name")) or Text.plain("?")
    known: dict[str, Any] = {
        "languages": _languages(data.get("languages")),
        "sources": tuple(item for item in _list(data.get("sources"))[:MOST_PATTERNS] if isinstance(item, str)),
        "levels": {kind: Level(**construct_values(Level, value)) for kind, value in _dict(data.get("levels")).items()},
        "axes": {key: _axis(key, value) for key, value in _dict(data.get("axes")).items()},
        "crosswalks": tuple(Crosswalk(**construct_values(Crosswalk, item)) for item in _list(data.get("crosswalks"))),
        "no_scenario": _dict(data.get("decomposition")).get("no_scenario"),
        "profile": _profile(data.get("profile")),
        "lifecycle": Lifecycle(**construct_values(Lifecycle, data.get("lifecycle"))),
        "provenance": {key: text for key, value in _dict(data.get("provenance")).items() if (text := _text(value))},
        "rules": {code: _setting(value) for code, value in _dict(data.get("rules")).items()},
        "per_path": tuple(_path_setting(item) for item in _list(data.get("per_path"))[:MOST_PATTERNS]),
        "checks": tuple(Check(**construct_values(Check, item)) for item in _list(data.get("checks"))),
        "required_interfaces": tuple(
            RequiredInterface(**construct_values(RequiredInterface, item))
            for item in _list(data.get("required_interfaces"))
        ),
    }
    project = Project(name=name, origin=origin, **{key: value for key, value in known.items() if value})
    return project, _company(document, data, name)


def _company(document: Document, data: Mapping, name: Text) -> Company:
    own = data.get("company")
    values = construct_values(Company, own)
    values.setdefault("id", "company")
    mapping = own if isinstance(own, Mapping) else data
    return Company(name=name, origin=Origin(document, mapping), **values)


def _axis(identifier: str, value: object) -> Axis:
    said = value if isinstance(value, dict) else {"values": value}
    read = (construct_values(AxisValue, item) for item in _list(said.get("values")))
    values = tuple(AxisValue(**item) for item in read if item.get("id"))
    return Axis(id=identifier, name=_text(said.get("name")), values=values, required=said.get("required") is not False)


def _setting(value: object) -> RuleSetting:
    if isinstance(value, str):
        return RuleSetting(value)
    said = _dict(value)
    severity = said.get("severity")
    options = {key: option for key, option in said.items() if key != "severity"}
    return RuleSetting(severity if isinstance(severity, str) else None, options)


def _path_setting(value: object) -> PathSetting:
    said = _dict(value)
    path = said.get("path")
    return PathSetting(
        path=path if isinstance(path, str) else "",
        profile=_profile(said.get("profile")),
        rules={code: severity for code, severity in _dict(said.get("rules")).items() if isinstance(severity, str)},
    )


def _profile(value: object) -> str | None:
    return value if isinstance(value, str) and value in PROFILES else None


def with_files(project: Project, paths: Iterable[str]) -> Project:
    """The project with the files to which its settings by path apply."""
    known = tuple(paths)
    settings = tuple(
        own._replace(files=frozenset(path for path in known if matches(path, own.path))) for own in project.per_path
    )
    return replace(project, per_path=settings) if settings else project


def _languages(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in _list(value) if isinstance(item, str)))


def _text(value: object) -> Text | None:
    return construct_values(Level, {"name": value}).get("name")


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
