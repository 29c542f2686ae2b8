"""Links in circles, files that vanish or never end, and characters that nobody expects in an id or a name."""

import os
import tempfile
import threading
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.loading.files import FilesOnDisk
from ltcarch.loading.load import load_files
from ltcarch.model import Role
from ltcarch.report.columns import shown
from tests.projects import write_project

SIGNS = {
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "combining": "\u0301",
    "no-break space": "\u00a0",
    "private use": "\ue000",
    "tag": "\U000e0041",
    "non-character": "\U0001fffe",
    "homoglyph": "\u0430",
    "wide letter": "\uff41",
    "other digit": "\u0663",
    "four bytes": "\U00020bb7",
    "emoji": "\U0001f600",
}
REFUSED = {
    "NUL": ("\x00", "SRC03"),
    "escape": ("\x1b", "SRC03"),
    "byte order mark within": ("\ufeff", "SRC03"),
    "next line": ("\x85", "SRC03"),
    "line separator": ("\u2028", "SRC03"),
    "lone surrogate": ("\ud800", "SRC02"),
    "escaped surrogate": ("\\ud800", "SRC04"),
    "escaped NUL": ("\\0", "SRC03"),
}


def found(folder, text):
    """The findings of reading and shape of one file."""
    data = text.encode("utf-8", "surrogatepass")
    report = run(load(write_project(folder, {"a.yaml": data})))
    assert report.failed_rules == ()
    return [own for own in report.diagnostics if own.code[:3] in ("SRC", "SCH")]


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_an_odd_character_is_wrong_in_an_id_and_right_in_a_name(sign, tmp_path):
    assert found(tmp_path, f'roles: [{{id: r, name: "Se{sign}ll"}}]\n') == []
    [fault] = found(tmp_path, f'roles: [{{id: "r{sign}s", name: Sell}}]\n')
    assert (fault.code, fault.location.span[:2]) == ("SCH05", (1, 14))
    assert shown(fault.message).isprintable()


@pytest.mark.parametrize(("sign", "code"), REFUSED.values(), ids=REFUSED)
def test_what_no_file_may_hold_is_told_at_its_place(sign, code, tmp_path):
    [fault] = found(tmp_path, f'roles:\n  - {{id: r, name: "Se{sign}ll"}}\n')
    assert fault.code == code
    assert fault.location.span.line == 2


def test_links_in_circles_are_told_and_not_followed(tmp_path):
    write_project(tmp_path, {"sound.yaml": "roles: []\n", "ltcarch.yaml": "ltcarch: 1\nname: A\n"})
    for name, target in (("self.yaml", "self.yaml"), ("one.yaml", "two.yaml"), ("two.yaml", "one.yaml"), ("deep", ".")):
        (tmp_path / name).symlink_to(target)
    loaded = load(tmp_path)
    assert loaded.files == ("one.yaml", "self.yaml", "sound.yaml", "two.yaml")
    told = {own.location.source.path: own.code for own in loaded.diagnostics}
    assert told == {"one.yaml": "SRC01", "self.yaml": "SRC01", "two.yaml": "SRC01"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path):
    write_project(tmp_path, {})
    os.mkfifo(tmp_path / "a.yaml")
    assert [own.message for own in load(tmp_path).diagnostics] == ["this is not a file"]


class Vanishing(FilesOnDisk):
    """Files that go as soon as somebody knows of them."""

    def matching(self, patterns):
        paths = super().matching(patterns)
        for path in paths:
            (self.folder / path).unlink()
        return paths


def test_a_file_that_vanishes_is_told(tmp_path):
    write_project(tmp_path, {"a.yaml": "roles: []\n"})
    [fault] = load_files(Vanishing(tmp_path)).diagnostics
    assert (fault.code, fault.message) == ("SRC01", "there is no such file")


FEW = "roles: [{id: few, name: Few}]\n"
MANY = "roles:\n" + "".join(f"  - {{id: role_{number}, name: Role {number}}}\n" for number in range(5_000))


@pytest.mark.parametrize("is_moved", [True, False], ids=["another file in its place", "written over"])
def test_a_file_may_change_while_it_is_read(is_moved, tmp_path):
    file, aside = write_project(tmp_path / "project", {"a.yaml": FEW}) / "a.yaml", tmp_path / "aside"
    is_over = threading.Event()

    def change() -> None:
        for text in cycle((MANY, FEW)):
            (aside if is_moved else file).write_text(text)
            if is_moved:
                aside.replace(file)
            if is_over.is_set():
                break

    writer = threading.Thread(target=change)
    writer.start()
    try:
        found = [load(file.parent) for _ in range(30)]
    finally:
        is_over.set()
        writer.join()
    assert {own.code[:3] for one in found for own in one.diagnostics} <= {"SRC", "SCH"}
    if is_moved:  # then it is one or the other
        assert {len(own.architecture.all(Role)) for own in found if not own.diagnostics} <= {1, 5_000}
        assert not any(own.diagnostics for own in found)


@pytest.fixture
def open_folder():
    """A folder that everybody may search, while the test is a user of whom nothing is known."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory() as folder:
        load(write_project(Path(folder), {"a.yaml": "roles: []\n"}))  # which reads what nobody may read, perhaps
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def as_nobody():
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_what_may_not_be_read_is_told(open_folder):
    write_project(open_folder, {"a.yaml": "roles: []\n", "closed.yaml": "roles: []\n", "folder/a.yaml": "roles: []\n"})
    (open_folder / "closed.yaml").chmod(0)
    (open_folder / "folder").chmod(0)
    with as_nobody():
        loaded = load(open_folder)
    told = {own.location.source.path: (own.code, own.message) for own in loaded.diagnostics}
    assert told == {
        "closed.yaml": ("SRC01", "the file cannot be read: Permission denied"),
        "folder": ("SRC01", "the folder cannot be searched"),
    }


def test_a_project_file_that_may_not_be_read_is_told_alone(open_folder):
    write_project(open_folder, {"a.yaml": "roles: [{id: r, name: R, team: nobody_knows}]\n"})
    (open_folder / "ltcarch.yaml").chmod(0)
    with as_nobody():
        loaded = load(open_folder)
    assert [(own.code, own.location.source.path) for own in run(loaded).diagnostics] == [("SRC01", "ltcarch.yaml")]
