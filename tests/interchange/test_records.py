"""Records: what an architecture states, as plain data; written as a new project and read again they are equal."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltcarch.diagnostics import Severity
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import Key, Records, element_record, records_of
from ltcarch.loading import load
from ltcarch.loading.load import load_files
from ltcarch.model.kinds import LEVELS
from tests.interchange.memory_files import FilesInMemory
from tests.interchange.projects import projects
from tests.projects import write_project

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT / "models/reference", *sorted(path.parent for path in (ROOT / "examples").glob("*/ltcarch.yaml"))]


def reloaded(records: Records):
    return load_files(FilesInMemory(project_files(records)))


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_a_new_project_of_the_records_has_equal_records(folder):
    records = records_of(load(folder).architecture)
    again = reloaded(records)
    assert records_of(again.architecture) == records
    if folder.name != "broken":
        assert not [found for found in again.diagnostics if found.severity is Severity.ERROR]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(projects())
def test_records_of_any_project_survive_being_written(records):
    loaded = reloaded(records)
    assert records_of(loaded.architecture) == records
    assert project_files(records) == project_files(records_of(loaded.architecture))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(projects(), st.randoms())
def test_the_order_of_records_of_registers_does_not_matter(records, random):
    inside = [own for own in records.elements if own.kind in LEVELS]
    others = [own for own in records.elements if own not in inside]
    random.shuffle(others)
    assert Records.of(records.settings, [*inside, *others]) == records


def test_what_is_stated_and_nothing_more(tmp_path):
    text = (
        "processes:\n"
        "  - {id: P, name: {zh: 流程, en: Process}, owner: boss, inputs: [],\n"
        "     outputs: [a, {artifact: b, optional: true}],\n"
        "     activities: [{id: P.2, name: Two, role: [r], key: false}, {id: P.1, name: One, key: true, order: 1}]}\n"
        "retired: [{id: P}]\n"
    )
    records = records_of(load(write_project(tmp_path, {"a.yaml": text})).architecture)
    assert [(own.kind, own.id, own.parent) for own in records.elements] == [
        ("process", "P", None),
        ("activity", "P.1", "P"),
        ("activity", "P.2", "P"),
        ("retired", "P", None),
    ]
    assert records.get("P").attributes == {
        "name": {"zh": "流程", "en": "Process"},
        "owner": ["boss"],
        "outputs": [{"artifact": "a"}, {"artifact": "b", "optional": True}],
    }
    assert records.get("P.2").attributes == {"name": "Two", "role": ["r"]}
    assert records.get("P.1").attributes == {"name": "One", "order": 1, "key": True}
    assert records.by_key[Key("P", True)].attributes == {}


def test_settings_are_in_their_full_form(tmp_path):
    project = (
        "ltcarch: 1\nname: {en: A, zh: 甲}\nlanguages: [en, zh]\nsources: [x/*.yaml]\n"
        "axes: {class: [one, {id: two, name: Two}]}\nrules: {OWN02: error, LIF10: {severity: off, stages: [a]}}\n"
        "levels: {task: {used: false}}\ncompany: {id: c, purposes: [p]}\n"
    )
    records = records_of(load(write_project(tmp_path, {"ltcarch.yaml": project})).architecture)
    assert records.settings == {
        "ltcarch": 1,
        "name": {"en": "A", "zh": "甲"},
        "languages": ["en", "zh"],
        "company": {"id": "c", "purposes": ["p"]},
        "levels": {"task": {"used": False}},
        "axes": {"class": {"values": [{"id": "one"}, {"id": "two", "name": "Two"}]}},
        "decomposition": {"no_scenario": "direct"},
        "profile": "standard",
        "rules": {"OWN02": {"severity": "error"}, "LIF10": {"severity": "off", "stages": ["a"]}},
    }


def test_attributes_from_any_way_of_writing_them():
    short = element_record("process", "P", "G", {"owner": "boss", "next": ["Q"], "kpis": "k", "nonsense": 1})
    full = element_record("process", "P", "G", {"owner": ["boss"], "next": [{"to": "Q"}], "kpis": ["k"], "ends": []})
    assert short == full
    assert list(full.attributes) == ["owner", "next", "kpis"]


def test_a_new_project_has_one_file_for_each_classification(tmp_path):
    records = Records.of(
        {"ltcarch": 1, "name": "A", "languages": ["en"]},
        [
            element_record("classification", "LTC", None, {"name": "Lead to cash"}),
            element_record("classification", "ltc", None, {"name": "Another"}),
            element_record("classification", "Con", None, {"name": "A device"}),
            element_record("group", "X.1", "X", {"name": "Lost"}),
            element_record("role", "clerk", None, {"name": "Clerk"}),
        ],
    )
    files = project_files(records)
    assert list(files) == [
        "ltcarch.yaml",
        "architecture/con-2.yaml",
        "architecture/ltc-2.yaml",
        "architecture/ltc.yaml",
        "architecture/without-parent.yaml",
        "registers/people.yaml",
    ]
    assert files["registers/people.yaml"] == (
        "# yaml-language-server: $schema=../.ltcarch/architecture.schema.json\nroles:\n  - id: clerk\n    name: Clerk\n"
    )
