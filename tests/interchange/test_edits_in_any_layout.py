"""Edits of files in any layout: they come true, or it is told that they cannot be made; comments stay."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ltcarch.interchange.edits import edited
from ltcarch.interchange.records import records_of
from ltcarch.loading.load import load_files
from tests.interchange.layouts import files_in_any_layout
from tests.interchange.memory_files import FilesInMemory
from tests.interchange.projects import edited_projects, projects, rearranged, trees

PROJECT = "ltcarch: 1\nname: A\nlanguages: [en, zh]\n"
slow = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=12)


def loaded_project(data, made_of=projects):
    texts = files_in_any_layout(data.draw(made_of()), data.draw)
    files = FilesInMemory({"ltcarch.yaml": PROJECT, **texts})
    loaded = load_files(files)
    assume(not any(found.code.startswith("SRC") for found in loaded.diagnostics))
    return files, loaded


@slow
@given(st.data())
def test_edits_come_true(data):
    files, loaded = loaded_project(data)
    wanted = data.draw(edited_projects(records_of(loaded.architecture)))
    made = edited(files, loaded, wanted)
    assert made.failed == (), (made.reasons, made.former, made.new)


@slow
@given(st.data())
def test_nothing_is_touched_without_need(data):
    files, loaded = loaded_project(data)
    assert edited(files, loaded, records_of(loaded.architecture)).new == {}


@slow
@given(st.data())
def test_elements_stand_where_they_should(data):
    files, loaded = loaded_project(data, trees)
    made = edited(files, loaded, data.draw(rearranged(records_of(loaded.architecture))))
    assert made.failed == (), (made.reasons, made.former, made.new)
