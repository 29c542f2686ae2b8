"""Finding elements by their class."""

from ltcarch.loading import load
from ltcarch.model import Element, Process, ProcessElement, Role
from tests.projects import write_project


def test_a_class_without_elements_is_empty(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": "classifications: [{id: A, name: A}]"})).architecture
    assert architecture.all(Role) == ()
    assert architecture.all(Process) == ()
    assert [own.id for own in architecture.all(ProcessElement)] == ["A"]
    assert [own.id for own in architecture.all(Element)] == ["A"]
