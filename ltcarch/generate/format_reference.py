"""The reference of the YAML format, from its schemas: a table of keys for every entity."""

import json
from typing import Any

from ltcarch.loading.shape import ARCHITECTURE, PROJECT, schema
from ltcarch.model.kinds import CLASSES

_WORDS = {"kpi": "KPI", "key_task": "key task", "subprocess": "sub-process"}


def format_reference() -> str:
    """The page, in Markdown."""
    architecture, project = schema(ARCHITECTURE), schema(PROJECT)
    kinds = {own.KIND for own in CLASSES.values()}
    parts = [
        name
        for name, own in architecture["$defs"].items()
        if name not in kinds and not name.startswith("key_") and "properties" in own
    ]
    blocks = [
        "# The YAML format, version 1",
        "A project is a folder with `ltcarch.yaml` and architecture files. An element may stand nested under its parent"
        " or alone in any file with `parent:`; where it stands changes nothing. All identifiers share one space.",
        "Wherever *text* is meant, one text in the default language will do, or a map by language such as"
        " `{en: Manage leads, zh: 管理线索}`.",
        "## Project file `ltcarch.yaml`",
        _table(project, project),
        *_maps_of_the_project(project),
        "## Architecture files",
        "The top level of an architecture file holds any of these lists:",
        _collections(architecture),
    ]
    for of in CLASSES.values():
        own = architecture["$defs"][of.KIND]
        blocks += [f"## {own['title']}", own["description"], _table(own, architecture)]
    blocks += ["# Values with keys of their own"]
    for name in parts:
        own = architecture["$defs"][name]
        short = own.get("x-short-form")
        note = f" A bare text stands for `{short}`." if short else ""
        blocks += [f"## {own['title']}", own["description"] + note, _table(own, architecture)]
    return "\n\n".join(blocks) + "\n"


def _maps_of_the_project(project: dict[str, Any]) -> list[str]:
    """A table for each key of the project file that holds a map, a list of maps, or maps by name."""
    blocks = []
    for key, value in project["properties"].items():
        if "$ref" not in value:
            for within, own in (
                ("", value),
                ("each of ", value.get("items")),
                ("each of ", value.get("additionalProperties")),
            ):
                if isinstance(own, dict) and "properties" in own:
                    blocks += [f"### {within.capitalize()}`{key}`", _table(own, project)]
    return blocks


def _collections(architecture: dict[str, Any]) -> str:
    lines = ["| Key | Holds |", "|---|---|"]
    for key, of in CLASSES.items():
        title = architecture["$defs"][of.KIND]["title"]
        lines.append(f"| [`{key}`](#{_anchor(title)}) | {architecture['properties'][key]['description']} |")
    return "\n".join(lines)


def _table(own: dict[str, Any], root: dict[str, Any]) -> str:
    lines = ["| Key | Meaning | Type | Example |", "|---|---|---|---|"]
    required = set(own.get("required", ()))
    for key, value in own["properties"].items():
        full = _resolved(value, root)
        name = f"**`{key}`**" if key in required else f"`{key}`"
        example = _code(key, full["examples"][0]) if "examples" in full else ""
        lines.append(f"| {name} | {_cell(full.get('description', ''))} | {_cell(_type(value, root))} | {example} |")
    return "\n".join(lines)


def _resolved(value: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in value:
        definition = root["$defs"][value["$ref"].rpartition("/")[2]]
        value = {**definition, **{key: item for key, item in value.items() if key != "$ref"}}
    return value


def _type(value: dict[str, Any], root: dict[str, Any]) -> str:
    name: str = value.get("$ref", "").rpartition("/")[2]
    if name.startswith("key_"):
        return _type(root["$defs"][name], root)
    full = _resolved(value, root)
    if "x-refers-to" in full:
        kinds = " or ".join(_WORDS.get(kind, kind) for kind in full["x-refers-to"])
        many = full.get("type") == "array"
        return f"{'ids' if many else 'id'} of {'anything' if kinds == 'any' else kinds}"
    if "enum" in full:
        return " or ".join(f"`{choice}`" for choice in full["enum"])
    if "const" in full:
        return f"`{full['const']}`"
    if name in ("text", "id", "date", "duration", "string"):
        return {"id": "identifier", "string": "text without language"}.get(name, name)
    if full.get("type") == "array":
        return f"list of {_type(full['items'], root)}"
    if name and "properties" in full:
        return f"[{full['title'].lower()}](#{_anchor(full['title'])})"
    return _plain_type(full)


def _plain_type(full: dict[str, Any]) -> str:
    words = {"string": "text", "object": "map", "array": "list", "integer": "whole number", "boolean": "true or false"}
    types = full.get("type", "map")
    return " or ".join(words.get(name, name) for name in ([types] if isinstance(types, str) else types))


def _code(key: str, example: object) -> str:
    return f"`{_cell(f'{key}: {_flow(example)}')}`"


def _flow(value: object) -> str:
    """A value as YAML in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        plain = value and not set(value) & set("{}[],:#&*!|>'\"%@`") and not value[0].isdigit() and value[0] not in "-?"
        return value if plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")
