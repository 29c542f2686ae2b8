"""Noticing that the files of a project are no longer as they were."""

import os

from ltcarch.loading.snapshot import changed, snapshot
from tests.projects import write_project

SOURCES = ("**/*.yaml", "../*.yaml")


def test_what_is_saved_new_moved_or_gone_is_named_once(tmp_path):
    project = write_project(tmp_path / "project", {"a.yaml": "", "b/c.yaml": "", "b/d.yaml": "", "notes.txt": ""})
    before = snapshot(project, SOURCES)
    assert changed(before, snapshot(project, SOURCES)) == []

    (project / "a.yaml").write_text("roles: []\n")
    (project / "b/c.yaml").rename(project / "b/e.yaml")
    (project / "ltcarch-baseline.yaml").write_text("")
    for name in ("notes.txt", ".hidden/x.yaml", "../outside.yaml"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("more")
    now = snapshot(project, SOURCES)
    assert changed(before, now) == ["a.yaml", "b/c.yaml", "b/e.yaml", "ltcarch-baseline.yaml"]


def test_another_file_of_the_same_size_and_time_is_noticed(tmp_path):
    project = write_project(tmp_path, {"a.yaml": "x: 1\n"})
    before, stat = snapshot(project, SOURCES), (project / "a.yaml").stat()
    (project / "new").write_text("x: 2\n")
    os.utime(project / "new", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (project / "new").rename(project / "a.yaml")
    assert changed(before, snapshot(project, SOURCES)) == ["a.yaml"]


def test_a_folder_that_is_gone_has_no_files(tmp_path):
    assert snapshot(tmp_path / "nowhere", SOURCES) == {}
