"""Whatever step a run is killed at: every file is whole, and the next run gives what an undisturbed one gives."""

import os
import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from ltcarch.writing import write_file, write_tree
from ltcarch.writing.aside import ASIDE, file_aside
from ltcarch.writing.cache import FOLDER_SETTING, Cache
from ltcarch.writing.file_set import finish_files, write_files
from ltcarch.writing.manifest import MANIFEST
from tests.writing.kills import killed_at_each_step

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process begins as a copy there")
OLD = {"same.md": b"same", "changed.md": b"old", "gone/deep/gone.md": b"gone", "was-file": b"a file"}
NEW = {"same.md": b"same", "changed.md": b"new", "fresh/deep/fresh.md": b"fresh", "was-file/now": b"a folder"}


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch):
    """What a killed process has written is there, on the disk or on its way."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def entries(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder, with the content of files."""
    return {
        own.relative_to(folder).as_posix(): own.read_bytes() if own.is_file() else None for own in folder.rglob("*")
    }


def whole(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether each file, but those aside and the list of files, is as before or as after."""
    found = {name: data for name, data in entries(folder).items() if data is not None and ASIDE not in name}
    found.pop(MANIFEST, None)
    names = {*old, *new, *found}
    return all(found.get(name) in (old.get(name), new.get(name)) for name in names)


def anew(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_a_folder_of_files(tmp_path):
    folder, usual = tmp_path / "out", tmp_path / "usual"
    write_tree(usual, OLD)
    write_tree(usual, NEW)

    def prepare():
        shutil.rmtree(folder, ignore_errors=True)
        write_tree(folder, OLD)

    steps = 0
    for _ in killed_at_each_step(prepare, partial(write_tree, folder, NEW)):
        assert whole(folder, OLD, NEW)
        write_tree(folder, NEW)
        assert entries(folder) == entries(usual)
        steps += 1
    assert steps > 30


def test_a_folder_of_files_whose_next_run_has_nothing_to_write(tmp_path):
    folder, usual = tmp_path / "out", tmp_path / "usual"
    write_tree(usual, OLD)

    def prepare():
        shutil.rmtree(folder, ignore_errors=True)
        write_tree(folder, OLD)

    for _ in killed_at_each_step(prepare, partial(write_tree, folder, NEW)):
        write_tree(folder, OLD)
        found = {name for name, data in entries(folder).items() if data is not None}
        assert found == {name for name, data in entries(usual).items() if data is not None}


def test_one_file(tmp_path):
    path = tmp_path / "out.svg"
    for _ in killed_at_each_step(lambda: anew(tmp_path, {"out.svg": b"old"}), partial(write_file, path, b"new")):
        assert path.read_bytes() in (b"old", b"new")
        write_file(path, b"new")
        assert entries(tmp_path) == {"out.svg": b"new"}


def test_what_a_run_at_work_has_aside_stays(tmp_path):
    with file_aside(tmp_path) as aside:
        write_file(tmp_path / "other", b"other")
        assert aside.exists()
    (tmp_path / f"{ASIDE}0").write_bytes(b"left by a run that was killed")
    write_file(tmp_path / "other", b"other")
    assert entries(tmp_path) == {"other": b"other"}


BEFORE = {"a.yaml": b"a", "b.yaml": b"b"}
AFTER = {"a.yaml": b"A", "b.yaml": b"B", "new/c.yaml": b"C"}


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(FOLDER_SETTING, str(tmp_path / "cache"))
    return tmp_path / "project"


def test_several_files_are_all_as_before_or_can_be_finished(project):
    outcomes = set()
    for _ in killed_at_each_step(lambda: anew(project, BEFORE), partial(write_files, project, AFTER)):
        assert whole(project, BEFORE, AFTER)
        finish_files(project)
        found = {name: data for name, data in entries(project).items() if data is not None}
        assert found in (BEFORE, AFTER)
        assert not list((project.parent / "cache/unfinished").iterdir())
        outcomes.add(len(found))
    assert outcomes == {2, 3}


def test_several_files_that_somebody_changed_after_the_kill_are_left_alone(project):
    for _ in killed_at_each_step(lambda: anew(project, BEFORE), partial(write_files, project, AFTER)):
        for name, data in BEFORE.items():
            (project / name).write_bytes(data)
        (project / "b.yaml").write_bytes(b"mine")
        before = {name: data for name, data in entries(project).items() if data is not None and ASIDE not in name}
        assert finish_files(project) == 0
        assert {name: data for name, data in entries(project).items() if data is not None} == before


def test_without_a_place_for_notes_each_file_is_still_whole(project, monkeypatch):
    (project.parent / "cache").write_bytes(b"a file is there")
    for _ in killed_at_each_step(lambda: anew(project, BEFORE), partial(write_files, project, AFTER)):
        assert whole(project, BEFORE, AFTER)
        write_files(project, AFTER)
        assert {name: data for name, data in entries(project).items() if data is not None} == AFTER


def test_a_cache_gives_the_whole_of_a_value_or_none(tmp_path):
    cache = Cache(tmp_path / "cache")

    def prepare():
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        Cache(tmp_path / "cache").put(b"key", b"old")

    for _ in killed_at_each_step(prepare, partial(cache.put, b"key", b"new")):
        assert Cache(tmp_path / "cache").get(b"key") in (b"old", b"new")
        Cache(tmp_path / "cache").put(b"key", b"new")
        assert Cache(tmp_path / "cache").get(b"key") == b"new"
