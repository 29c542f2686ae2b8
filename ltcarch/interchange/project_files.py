"""A new project of YAML files from records: the project file, a file for each L1, and the registers."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from ltcarch.interchange.plain import Data, written
from ltcarch.interchange.records import ElementRecord, Records, can_nest
from ltcarch.loading.shape import PROJECT, schema
from ltcarch.model.kinds import CLASSES, COLLECTIONS, LEVELS
from ltcarch.writing.project_template import SCHEMA_FOLDER
from ltcarch.writing.yaml_text import Items, yaml_text

SOURCES = ("architecture/**/*.yaml", "registers/**/*.yaml")
_REGISTER_FILES = {
    "people": ("units", "positions", "roles", "teams", "externals"),
    "artifacts": ("artifacts", "flows", "systems"),
    "measures": ("kpis", "goals", "key_tasks"),
    "controls": ("risks", "controls", "segregation", "policies"),
    "views": ("scenarios", "phases", "groupings", "capabilities"),
    "changes": ("changes", "retired"),
    "glossary": ("glossary",),
}
_WITHOUT_PARENT = "without-parent"
_SPACED = ("classification", "group", "process", "subprocess")


def project_files(records: Records) -> dict[str, str]:
    """The text of each file of a new project by path. Raises NotWritable for a text that no file can hold."""
    files = {"ltcarch.yaml": _project_text(records.settings)}
    for path, data in sorted({**_hierarchy_files(records), **_register_files(records)}.items()):
        files[path] = yaml_text(data, comments=[modeline(path)])
    return files


def settings_data(settings: Mapping[str, Data]) -> dict[str, Data]:
    """The project file's data as short as the format allows, without `sources`."""
    axes = {key: _short_axis(axis) for key, axis in settings.get("axes", {}).items()}
    rules = {code: _short_rule(setting) for code, setting in settings.get("rules", {}).items()}
    return {key: {"axes": axes, "rules": rules}.get(key, value) for key, value in settings.items()}


def element_data(own: ElementRecord, *, with_parent: bool) -> dict[str, Data]:
    """An element as it stands in YAML, as short as the format allows and without what is nested in it."""
    parent = {"parent": own.parent} if with_parent and own.parent else {}
    return {"id": own.id, **parent, **written(own.kind, own.attributes)}


def nested_data(records: Records, own: ElementRecord, *, with_parent: bool) -> dict[str, Data]:
    """An element as it stands in YAML with everything that can be nested in it."""
    data = element_data(own, with_parent=with_parent)
    for child in records.children(own.id):
        if can_nest(own.kind, child.kind):
            items = data.setdefault(COLLECTIONS[child.kind], items_of(child.kind))
            items.append(nested_data(records, child, with_parent=False))
    return data


def items_of(kind: str) -> Items:
    """An empty list for elements of a kind."""
    return Items(spaced=kind in _SPACED)


def _project_text(settings: Mapping[str, Data]) -> str:
    data = {**settings_data(settings), "sources": list(SOURCES)}
    said = {key: data[key] for key in schema(PROJECT)["properties"] if key in data}
    return yaml_text(said, comments=[modeline("ltcarch.yaml", "project")])


def modeline(path: str, schema_name: str = "architecture") -> str:
    """The comment by which an editor finds the schema of a file."""
    return f"yaml-language-server: $schema={'../' * path.count('/')}{SCHEMA_FOLDER}/{schema_name}.schema.json"


def default_path(own: ElementRecord, taken: Iterable[str]) -> str:
    """The file in which a new project would have an element; one of its own for a classification."""
    if own.kind == "classification" and own.parent is None:
        names = {PurePosixPath(path).stem.lower() for path in taken}
        return f"architecture/{_file_name(own.id, names)}.yaml"
    if own.kind in LEVELS:
        return f"architecture/{_WITHOUT_PARENT}.yaml"
    name = next(name for name, keys in _REGISTER_FILES.items() if COLLECTIONS[own.kind] in keys)
    return f"registers/{name}.yaml"


def _hierarchy_files(records: Records) -> dict[str, dict[str, Any]]:
    files: dict[str, dict[str, Any]] = {}
    names: set[str] = set()
    for top in _tops(records):
        is_whole = top.kind == "classification" and top.parent is None
        name = _file_name(top.id, names) if is_whole else _WITHOUT_PARENT
        data = files.setdefault(f"architecture/{name}.yaml", {})
        items = data.setdefault(COLLECTIONS[top.kind], items_of(top.kind))
        items.append(nested_data(records, top, with_parent=True))
    return files


def _tops(records: Records) -> Iterator[ElementRecord]:
    """The elements of the hierarchy that stand nested in no other one."""
    for own in records.elements:
        parent = records.get(own.parent) if own.parent else None
        if own.kind in LEVELS and (parent is None or not can_nest(parent.kind, own.kind)):
            yield own


def _file_name(element_id: str, taken: set[str]) -> str:
    """A name of a file that no other one has, even where capitals do not count."""
    name = stem = element_id.lower().strip(".") or "l1"
    number = 1
    while name in taken or name == _WITHOUT_PARENT or name in _DEVICES:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that some systems keep for themselves."""


def _register_files(records: Records) -> dict[str, dict[str, Any]]:
    files: dict[str, dict[str, Any]] = {}
    for name, collections in _REGISTER_FILES.items():
        for key in collections:
            found = records.of_kind(CLASSES[key].KIND)
            if found:
                data = files.setdefault(f"registers/{name}.yaml", {})
                data[key] = Items([element_data(own, with_parent=False) for own in found])
    return files


def _short_axis(axis: Mapping[str, Data]) -> Data:
    values = [own["id"] if set(own) == {"id"} else own for own in axis.get("values", ())]
    return values if set(axis) == {"values"} else {**axis, "values": values}


def _short_rule(setting: Mapping[str, Data]) -> Data:
    return setting["severity"] if set(setting) == {"severity"} else setting
