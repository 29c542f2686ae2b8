"""Projects that are almost right: made of the shapes of the JSON Schemas, with references that meet and go in circles.

Ids come from a few, so that elements are there twice, stand under themselves, follow and measure one another.
"""

import json
from typing import Any

from hypothesis import strategies as st

from ltcarch.loading.shape import ARCHITECTURE, PROJECT, schema
from ltcarch.rules import RULES

IDS = ("A", "B", "C", "D", "E", "a.1", "a.2", "company", "007")
NAMES = (
    "Sell", "销售", "Sell  ", "sell", "", " ", "no", "x" * 300, "\u202etfel\u202c", "a\u200bb", "e\u0301",
    "\uff21\uff22", "\u0405ell", "\U0001f600", "\U00020bb7野家", "\ue000", "\U000e0041", "-", "1.", "A.1", "`", "<b>",
    "a\nb", "\uff1d1",
)  # fmt: skip
_WRONG = (None, True, -3, 1.5, 10**17, "", "x", [], {}, [[]], [None], {"x": []}, {"id": "A"}, [{}], {"en": 3}, "A")
_DEEPEST = 5
CODES = [own.code for own in RULES]
ids = st.sampled_from(IDS)
names = st.sampled_from(NAMES) | st.fixed_dictionaries(
    {}, optional={own: st.sampled_from(NAMES) for own in ("en", "zh")}
)
wrong = st.sampled_from(_WRONG)
_FLOW = (
    "activities",
    "processes",
    "subprocesses",
    "groups",
    "classifications",
    "units",
    "positions",
    "roles",
    "artifacts",
)
_BY_KEY = {
    "rules": st.dictionaries(st.sampled_from(CODES), st.sampled_from(("off", "error", "info", 3)), max_size=2),
    "checks": st.just([]),
    "sources": st.just(["**/*.yaml"]),
}  # fmt: skip
"""Keys whose values mean nothing when they are made of their shape alone."""


@st.composite
def projects(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a project by their paths."""
    project = {"ltcarch": 1, "name": "A", **draw(_some_of(schema(PROJECT), PROJECT, 4))}
    files = {"ltcarch.yaml": _text(draw, project)}
    for number in range(draw(st.integers(1, 2))):
        known = schema(ARCHITECTURE)["properties"]
        keys = draw(st.lists(st.sampled_from(list(known)) | st.sampled_from(_FLOW), unique=True, max_size=6))
        data = {key: draw(_value(known[key], ARCHITECTURE, 0)) for key in keys}
        files[f"{number}.yaml"] = _text(draw, draw(_damaged(data)))
    return files


def _text(draw: st.DrawFn, data: object) -> bytes:
    """JSON is YAML; some of it is cut off."""
    text = json.dumps(data, ensure_ascii=False, indent=draw(st.sampled_from((None, 1)))).encode(
        "utf-8", "surrogatepass"
    )
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 30)) == 0 else text


@st.composite
def _damaged(draw: st.DrawFn, data: Any) -> Any:
    """The data, in some cases with a wrong value at one place."""
    if draw(st.integers(0, 3)):
        return data
    here, step = {"": data}, ""
    while isinstance(here[step], (dict, list)) and here[step] and draw(st.integers(0, 5)):
        here = here[step]
        step = draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
    here[step] = draw(wrong)
    return data


def _value(shape: dict[str, Any], name: str, depth: int) -> st.SearchStrategy[Any]:
    """A value of a shape; at references, one of the few ids."""
    shape = _whole(shape, name)
    types = shape.get("type", "string")
    types = [types] if isinstance(types, str) else list(types)
    return st.one_of(
        [_of_type(own, shape, name, depth) for own in types if depth < _DEEPEST or own not in ("object", "array")]
        or [st.none()]
    )


def _whole(shape: dict[str, Any], name: str) -> dict[str, Any]:
    while "$ref" in shape:
        called = shape["$ref"].rpartition("/")[2]
        defined = {**schema(name)["$defs"][called], "called": called}
        shape = {**defined, **{key: value for key, value in shape.items() if key != "$ref"}}
    return shape


def _of_type(of: str, shape: dict[str, Any], name: str, depth: int) -> st.SearchStrategy[Any]:
    match of:
        case "object":
            return _some_of(shape, name, depth)
        case "array":
            return st.lists(_value(shape.get("items", {}), name, depth + 1), max_size=4 if depth < 2 else 2)
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(-1, 12)
        case "number":
            return st.sampled_from((0, 0.5, 3, 1e17, -1))
        case "null":
            return st.none()
    return _text_of(shape)


def _text_of(shape: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in shape:
        return st.sampled_from(shape["enum"])
    if shape.get("format") == "date":
        return st.sampled_from(("2025-01-31", "2026-06-30", "2027-01-01", "2025-02-30", "0000-00-00"))
    return ids if shape.get("pattern") or shape.get("called") == "reference" else ids | names


@st.composite
def _some_of(draw: st.DrawFn, shape: dict[str, Any], name: str, depth: int) -> dict[str, Any]:
    """A map with what its shape requires and some of what it allows."""
    known = shape.get("properties", {})
    required = [key for key in shape.get("required", ()) if key in known]
    more = draw(st.lists(st.sampled_from(sorted(known)), unique=True, max_size=5)) if known else []
    found = {key: draw(_member(key, known[key], name, depth)) for key in dict.fromkeys((*required, *more))}
    further = shape.get("additionalProperties")
    if isinstance(further, dict):
        for key in draw(st.lists(ids | st.sampled_from(("en", "zh")), unique=True, max_size=2)):
            found[key] = draw(_value(further, name, depth + 1))
    return found


def _member(key: str, shape: dict[str, Any], name: str, depth: int) -> st.SearchStrategy[Any]:
    if name == PROJECT and key in _BY_KEY:
        return _BY_KEY[key]
    if key == "ltcarch":
        return st.just(1)
    return names if key == "name" else _value(shape, name, depth + 1)
