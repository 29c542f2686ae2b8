"""Reading a project again with a memory: nothing differs from reading it afresh."""

from ltcarch.loading import load
from ltcarch.loading.memory import Memory
from tests.projects import PROJECT, write_project

STATES = [
    {"a.yaml": "roles: [{id: r, name: R}]\n", "b.yaml": "roles: [{id: s}]\n"},
    {"a.yaml": "roles: [{id: r, name: R}]\n", "b.yaml": "roles: [{id: s, name: S}, {id: r}]\n"},
    {"a.yaml": "roles: [", "b.yaml": "roles: [{id: s, name: S}]\n"},
    {"a.yaml": "roles: [{id: r, name: R}]\n", "b.yaml": None},
    {"ltcarch.yaml": PROJECT + "sources: [a.yaml]\n", "b.yaml": "roles: [{id: t, name: T}]\n"},
    {"ltcarch.yaml": "ltcarch: [\n"},
    {"ltcarch.yaml": PROJECT, "a.yaml": "", "b.yaml": "activities: [{id: A, name: A, role: nobody}]\n"},
]


def told(loaded):
    return repr(loaded.diagnostics), loaded.files, tuple(loaded.architecture.elements)


def test_whatever_is_saved_the_outcome_is_that_of_a_fresh_reading(tmp_path):
    memory = Memory()
    write_project(tmp_path, {})
    for files in STATES:
        for path, text in files.items():
            (tmp_path / path).unlink(missing_ok=True) if text is None else (tmp_path / path).write_text(text)
        assert told(load(tmp_path, memory)) == told(load(tmp_path))


def test_only_files_with_other_content_are_made_anew_and_left_ones_are_forgotten():
    made = []

    def make(name):
        made.append(name)
        return name

    def run(memory, **contents):
        for path, data in contents.items():
            assert memory.recall("architecture", path, data, lambda name=f"{path} {data!r}": make(name))
        memory.close_run()

    memory = Memory()
    run(memory, a=b"1", b=b"1")
    run(memory, a=b"2", b=b"1")
    run(memory, a=b"2")
    run(memory, a=b"2", b=b"1")
    assert made == ["a b'1'", "b b'1'", "a b'2'", "b b'1'"]
