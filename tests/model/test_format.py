"""The classes of the model and the schemas say the same: every attribute is a key, and refers to the same kinds."""

import pytest

from ltcarch.loading.shape import schema
from ltcarch.model.kinds import CLASSES, HIERARCHY
from ltcarch.model.record import declarations

SCHEMA = schema("architecture")
PARTS = {
    declared.part for of in CLASSES.values() for _, declared in declarations(of).values() if declared.part is not None
}


def resolved(value):
    while "$ref" in value:
        own = SCHEMA["$defs"][value["$ref"].rpartition("/")[2]]
        value = {**own, **{key: item for key, item in value.items() if key != "$ref"}}
    return value


def keys_of(definition):
    return {key: resolved(value) for key, value in definition["properties"].items()}


def definition_of(part):
    name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in part.__name__).lstrip("_")
    return SCHEMA["$defs"]["exception" if name == "exception_case" else name]


@pytest.mark.parametrize("of", CLASSES.values(), ids=lambda of: of.KIND)
def test_an_element_has_the_keys_of_its_schema(of):
    keys = keys_of(SCHEMA["$defs"][of.KIND])
    nested = (
        {key for key in keys if key in CLASSES and CLASSES[key].KIND in HIERARCHY} if of.KIND in HIERARCHY else set()
    )
    declared = set(declarations(of))
    if of.KIND == "classification":
        declared.discard("parent")
    if of.KIND == "retired":
        declared &= set(keys)
    assert declared == set(keys) - nested


@pytest.mark.parametrize("part", sorted(PARTS, key=lambda part: part.__name__), ids=lambda part: part.__name__)
def test_a_part_has_the_keys_of_its_schema(part):
    definition = definition_of(part)
    assert set(declarations(part)) == set(definition["properties"])
    assert getattr(part, "SHORT_FORM", None) == definition.get("x-short-form")


@pytest.mark.parametrize(
    ("of", "definition"),
    [(of, SCHEMA["$defs"][of.KIND]) for of in CLASSES.values()]
    + [(part, definition_of(part)) for part in sorted(PARTS, key=lambda part: part.__name__)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_references_name_the_same_kinds(of, definition):
    for key, value in keys_of(definition).items():
        declared = declarations(of).get(key)
        if declared is not None:
            assert list(declared[1].kinds) == value.get("x-refers-to", []), key


def test_every_key_has_a_title_a_meaning_and_an_example():
    for name, definition in SCHEMA["$defs"].items():
        for key, value in definition.get("properties", {}).items():
            full = resolved(value)
            assert full.get("title") and full.get("description") and full.get("examples"), (name, key)
