"""Everything that is known of a process is kept in its file, and can be read back as it was."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from ltcarch.interchange.bpmn.extension import read_record, record_tag
from ltcarch.interchange.bpmn.markup import Tag, document
from ltcarch.interchange.bpmn.vocabulary import NAMESPACES, SHOWN_AS
from ltcarch.interchange.records import ElementRecord, Key, Records
from ltcarch.model import Architecture
from tests.interchange.bpmn.documents import PROCESSES, Document, architecture_of, kind, known_records, written
from tests.interchange.projects import projects

ELEMENT = f"{{{NAMESPACES['ltcarch']}}}element"


def kept_in(data: bytes) -> list[ElementRecord]:
    return [read_record(own) for own in ElementTree.fromstring(data).iter(ELEMENT)]


def ids_below(architecture: Architecture, process: str) -> set[str]:
    top = architecture.get(process)
    return {process, *(own.id for own in architecture.hierarchy.descendants(top))}


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_a_process_and_all_below_it_come_back_as_they_were(project, process):
    known = known_records(project)
    kept = kept_in(written(project, process, "zh"))
    assert len({own.key for own in kept}) == len(kept)
    assert all(own == known.by_key[own.key] for own in kept)
    assert ids_below(architecture_of(project), process) <= {own.id for own in kept}


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_siblings_stand_in_their_order(project, process):
    kept = Records.of({}, kept_in(written(project, process)))
    architecture = architecture_of(project)
    for own in ids_below(architecture, process):
        children = [child.id for child in architecture.hierarchy.children(architecture.get(own))]
        assert [child.id for child in kept.children(own)] == children


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_registers_that_a_process_names_and_what_stands_above_it_are_kept_with_it(project, process):
    architecture = architecture_of(project)
    kept = {own.id for own in kept_in(written(project, process))}
    below = ids_below(architecture, process)
    assert {own.id for own in architecture.hierarchy.ancestors(architecture.get(process))} <= kept
    for element, references in architecture.references:
        if element.id in below:
            named = {own.target for own in references if architecture.get(own.target)}
            assert {own for own in named if Key(own) in known_records(project).by_key} - kept <= set(
                _in_hierarchy(architecture)
            )


def _in_hierarchy(architecture: Architecture) -> list[str]:
    return [own.id for own in architecture.hierarchy.in_order]


def test_controls_and_risks_of_activities_are_kept_with_them():
    kept = {own.id for own in kept_in(written("examples/procure-to-pay", "P2P.1.3"))}
    architecture = architecture_of("examples/procure-to-pay")
    controls = [element for element, _ in architecture.mentions("P2P.1.3.A3") if element.KIND == "control"]
    assert controls
    assert {own.id for own in controls} <= kept


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_records_are_kept_where_their_element_is_shown(project, process):
    root = Document(written(project, process)).root
    for shown in root.iter():
        extension = shown.find("bpmn:extensionElements", NAMESPACES)
        for record in extension.iter(ELEMENT) if extension is not None else ():
            holders = ("bpmn:collaboration", "bpmn:process", *SHOWN_AS.get(record.get("kind"), ()))
            is_task = record.get("kind") in ("task", "subprocess") and kind(shown) not in ("lane", "participant")
            assert f"bpmn:{kind(shown)}" in holders or is_task


def test_each_activity_keeps_its_own_record():
    found = Document(written("examples/procure-to-pay", "P2P.1.2"))
    for own in ("P2P.1.2.A1", "P2P.1.2.2.A1"):
        assert found.by_id[f"Activity_{own}"].find(f"bpmn:extensionElements/{ELEMENT}", NAMESPACES).get("id") == own
    scenario = found.by_id["Subprocess_P2P.1.2.2"].find(f"bpmn:extensionElements/{ELEMENT}", NAMESPACES)
    assert (scenario.get("kind"), scenario.get("parent")) == ("subprocess", "P2P.1.2")


def test_the_languages_of_the_project_are_told():
    about = Document(written("examples/procure-to-pay", "P2P.1.3", "en")).root.find(".//ltcarch:project", NAMESPACES)
    assert (about.get("languages"), about.get("language")) == ("zh en", "en")


@settings(max_examples=20, deadline=None)
@given(projects())
def test_any_record_comes_back(records):
    for record in records.elements:
        holder = Tag("x", {"xmlns:ltcarch": NAMESPACES["ltcarch"]}, (record_tag(record),))
        (read,) = kept_in(document(holder))
        assert read == record


def test_numbers_flags_and_line_breaks_come_back():
    for kind_of, data in (
        ("kpi", {"target": 0.5}),
        ("kpi", {"target": 1e30}),
        ("activity", {"unset": {"owner": "line\nline\r\n end "}, "order": 3, "kpis": ["007", "no"], "key": True}),
    ):
        record = ElementRecord(kind_of, "k", None, data)
        holder = Tag("x", {"xmlns:ltcarch": NAMESPACES["ltcarch"]}, (record_tag(record),))
        (read,) = kept_in(document(holder))
        assert read.attributes == data


def test_what_keeps_no_record_is_refused():
    with pytest.raises(ValueError, match="without a kind or an id"):
        read_record(ElementTree.fromstring(f'<e xmlns="{NAMESPACES["ltcarch"]}" kind="role"/>'))
