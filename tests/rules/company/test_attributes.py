"""What an expression can ask of an element."""

import json

import pytest

from ltcarch.loading import load
from ltcarch.model.kinds import CLASSES
from ltcarch.model.record import declarations
from ltcarch.rules.company.attributes import DERIVED, KINDS, LIST, NUMBER, TEXT, attributes_of
from ltcarch.writing.project_template import template_folder
from tests.projects import write_project

ARCHITECTURE = """\
classifications:
  - id: LTC
    name: {en: Lead to cash, zh: 线索到回款}
    owner: boss
    lifecycle: {stage: operation, status: published}
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Find leads
            scope: {in: [Fairs]}
            inputs: [lead, {artifact: offer, optional: true}]
            activities: [{id: LTC.1.1.A1, name: Ask, role: [clerk, chief]}, {id: LTC.1.1.A2, name: Note}]
            axes: {class: execution}
positions: [{id: boss, name: Boss, roles: [chief]}]
roles: [{id: clerk, name: Clerk}, {id: chief, name: Chief}]
artifacts: [{id: lead, name: Lead, owner: boss}, {id: offer, name: Offer}]
"""


@pytest.fixture(scope="module")
def architecture(tmp_path_factory):
    project = "ltcarch: 1\nname: Example\nlanguages: [en, zh]\n"
    return load(
        write_project(tmp_path_factory.mktemp("p"), {"ltcarch.yaml": project, "a.yaml": ARCHITECTURE})
    ).architecture


def asked(architecture, element_id, name, *kinds):
    element = architecture.elements[element_id]
    return attributes_of(frozenset(kinds or [element.KIND]))[name].of(architecture, element)


@pytest.mark.parametrize(
    ("element", "name", "value"),
    [
        ("LTC", "name", {"en": "Lead to cash", "zh": "线索到回款"}),
        ("LTC.1", "name", {"en": "Manage leads"}),
        ("LTC.1", "purpose", {}),
        ("LTC", "owner", ["boss"]),
        ("LTC.1", "owner", []),
        ("LTC.1", "answering_owner", "boss"),
        ("lead", "owner", "boss"),
        ("lead", "answering_owner", ""),
        ("LTC.1.1", "number", "1.1.1"),
        ("LTC.1.1", "order", None),
        ("LTC.1.1", "level", 3),
        ("boss", "level", None),
        ("boss", "is", "position"),
        ("boss", "file", "a.yaml"),
        ("LTC.1.1", "parent", "LTC.1"),
        ("LTC.1.1", "ancestors", ["LTC.1", "LTC"]),
        ("LTC.1.1.A1", "role", ["clerk", "chief"]),
        ("LTC.1.1", "axes", {"class": "execution"}),
        ("chief", "mentioned_by", ["LTC.1.1.A1", "boss"]),
        ("LTC.1.1", "takes", ["lead", "offer"]),
        ("LTC.1.1", "makes", []),
    ],
)
def test_values(element, name, value, architecture):
    assert asked(architecture, element, name) == value


def test_values_with_keys_of_their_own_have_all_their_keys(architecture):
    assert asked(architecture, "LTC.1.1", "scope") == {"in": [{"en": "Fairs"}], "out": []}
    assert asked(architecture, "LTC.1", "scope") == {"in": [], "out": []}
    lead, offer = asked(architecture, "LTC.1.1", "inputs")
    assert (lead["artifact"], lead["optional"], offer["optional"], offer["state"]) == ("lead", False, True, "")
    assert asked(architecture, "LTC.1.1", "children")["activity"] == 2
    assert asked(architecture, "LTC.1.1.A1", "lifecycle")["status"] == "published"
    assert asked(architecture, "boss", "lifecycle")["status"] == ""


def test_several_kinds_agree_on_a_type(architecture):
    both = attributes_of(frozenset({"process", "artifact"}))
    assert (both["owner"].type, both["reference"].type) == (LIST, "true or false")
    assert asked(architecture, "lead", "owner", "process", "artifact") == ["boss"]
    assert asked(architecture, "offer", "owner", "process", "artifact") == []
    assert asked(architecture, "LTC.1.1", "reference", "process", "artifact") is False
    assert attributes_of(frozenset({"role", "activity"}))["authority"].type == "any value"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_can_be_asked(kind):
    of = next((own for own in CLASSES.values() if kind == own.KIND), None)
    known = attributes_of(frozenset({kind}))
    assert set(declarations(of) if of else ()) <= set(known)
    assert known["id"].type == TEXT
    assert known["level"].type == NUMBER
    assert set(DERIVED) <= set(known)


def test_everything_of_a_whole_architecture_is_plain():
    architecture = load(template_folder("reference")).architecture
    for element in architecture.elements.values():
        for attribute in attributes_of(frozenset({element.KIND})).values():
            value = attribute.of(architecture, element)
            assert json.loads(json.dumps(value)) == value, (element.id, attribute)
