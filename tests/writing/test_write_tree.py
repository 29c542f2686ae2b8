"""A folder of files: only our own, only what changed, never half of a file."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltcarch.writing import CannotWrite, ForeignFiles, Unfinished, UnsafeName, Written, tree, write_tree
from ltcarch.writing.manifest import MANIFEST


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found.pop(MANIFEST, None)
    return found


def test_replaces_the_former_output(tmp_path):
    folder = tmp_path / "handbook"
    assert write_tree(folder, {"en/a.md": b"a", "en/b.md": b"b", "zh/c.md": b"c"}).written == (
        "en/a.md", "en/b.md", "zh/c.md",
    )  # fmt: skip
    done = write_tree(folder, {"en/a.md": b"a", "en/b.md": b"other", "d.md": b"d"})
    assert done == Written(("d.md", "en/b.md"), ("en/a.md",), ("zh/c.md",))
    assert content(folder) == {"en/a.md": b"a", "en/b.md": b"other", "d.md": b"d"}
    assert not (folder / "zh").exists()


def test_touches_nothing_where_nothing_changed(tmp_path):
    write_tree(tmp_path / "x", {"a.md": b"a"})
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "x").iterdir()}
    assert write_tree(tmp_path / "x", {"a.md": b"a"}) == Written((), ("a.md",), ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "x").iterdir()} == before


def test_restores_a_file_that_somebody_deleted_or_changed(tmp_path):
    write_tree(tmp_path, {"a.md": b"a", "b.md": b"b"})
    (tmp_path / "a.md").unlink()
    (tmp_path / "b.md").write_bytes(b"edited")
    assert write_tree(tmp_path, {"a.md": b"a", "b.md": b"b"}).written == ("a.md", "b.md")


def test_the_manifest_is_the_same_for_the_same_files(tmp_path):
    write_tree(tmp_path / "x", {"a.md": b"a", "b.md": b"b"})
    write_tree(tmp_path / "y", {"c.md": b"c"})
    write_tree(tmp_path / "y", {"b.md": b"b", "a.md": b"a"})
    assert (tmp_path / "x" / MANIFEST).read_bytes() == (tmp_path / "y" / MANIFEST).read_bytes()


def test_refuses_a_folder_of_somebody_else_unless_forced(tmp_path):
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(ForeignFiles, match=r"holds files that ltcarch did not write, such as a\.md"):
        write_tree(tmp_path, {"a.md": b"a"})
    assert content(tmp_path) == {"notes.txt": b"mine", "a.md": b"mine"}
    write_tree(tmp_path, {"a.md": b"a"}, force=True)
    assert content(tmp_path) == {"notes.txt": b"mine", "a.md": b"a"}
    write_tree(tmp_path, {})
    assert content(tmp_path) == {"notes.txt": b"mine"}


def test_refuses_to_write_over_a_file_that_came_later(tmp_path):
    write_tree(tmp_path, {"a.md": b"a"})
    (tmp_path / "b.md").write_bytes(b"mine")
    with pytest.raises(ForeignFiles, match=r"b\.md exists"):
        write_tree(tmp_path, {"a.md": b"new", "b.md": b"b"})
    assert content(tmp_path) == {"a.md": b"a", "b.md": b"mine"}


def test_keeps_an_old_file_that_somebody_changed(tmp_path):
    write_tree(tmp_path, {"a.md": b"a", "b.md": b"b"})
    (tmp_path / "b.md").write_bytes(b"my notes")
    assert write_tree(tmp_path, {"a.md": b"a"}) == Written((), ("a.md",), (), ("b.md",))
    assert content(tmp_path) == {"a.md": b"a", "b.md": b"my notes"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {"../outside.md": ["0"]}}', '{"files": 3}', "[" * 100000])
def test_a_manifest_of_somebody_else_is_not_believed(tmp_path, text):
    (tmp_path / "outside.md").write_bytes(b"mine")
    folder = tmp_path / "handbook"
    folder.mkdir()
    (folder / MANIFEST).write_text(text)
    with pytest.raises(ForeignFiles):
        write_tree(folder, {"a.md": b"a"})
    write_tree(folder, {"a.md": b"a"}, force=True)
    assert content(tmp_path)["outside.md"] == b"mine"


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/../b", "a//b", "", ".", "a\\b", "C:a", "a\x00b", "a\nb", "nul", "x/con", "a.", MANIFEST],
)
def test_refuses_names_that_leave_the_folder_or_cannot_be_stored(tmp_path, name):
    with pytest.raises(UnsafeName):
        write_tree(tmp_path / "handbook", {name: b"a"})
    assert list(tmp_path.iterdir()) == []


def test_refuses_names_that_differ_by_capitals_only(tmp_path):
    with pytest.raises(UnsafeName, match="same file"):
        write_tree(tmp_path, {"LTC.md": b"a", "ltc.md": b"b"})


def test_refuses_a_linked_folder_inside(tmp_path):
    folder, outside = tmp_path / "handbook", tmp_path / "outside"
    outside.mkdir()
    write_tree(folder, {"a.md": b"a"})
    (folder / "en").symlink_to(outside)
    with pytest.raises(ForeignFiles, match="link"):
        write_tree(folder, {"en/a.md": b"a"}, force=True)
    assert list(outside.iterdir()) == []


def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(tmp_path):
    write_tree(tmp_path, {"a/b.md": b"b"})
    write_tree(tmp_path, {"a": b"a"})
    assert content(tmp_path) == {"a": b"a"}
    write_tree(tmp_path, {"a/b.md": b"b"})
    assert content(tmp_path) == {"a/b.md": b"b"}


def test_says_plainly_what_is_in_the_way(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(CannotWrite, match="it is a file, not a folder"):
        write_tree(tmp_path / "file", {"a.md": b"a"})
    with pytest.raises(CannotWrite, match="is a file that ltcarch did not write"):
        write_tree(tmp_path, {"file/a.md": b"a"}, force=True)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_bytes(b"mine")
    with pytest.raises(CannotWrite, match="a folder of that name"):
        write_tree(tmp_path, {"folder": b"a"}, force=True)


def test_a_full_disk_leaves_the_former_output_whole(tmp_path, monkeypatch):
    write_tree(tmp_path, {"a.md": b"a", "b.md": b"b"})
    before = content(tmp_path), (tmp_path / MANIFEST).read_bytes()
    calls = []

    def no_space(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(CannotWrite, match="No space left"):
        write_tree(tmp_path, {"a.md": b"new", "b.md": b"new", "c.md": b"new"})
    assert (content(tmp_path), (tmp_path / MANIFEST).read_bytes()) == before


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_is_said_plainly(tmp_path):
    """Root may write everywhere, so the attempt is made by a user who may not."""
    folder = tmp_path / "handbook"
    write_tree(folder, {"a.md": b"a"})
    for path in (folder, *tmp_path.parents, tmp_path):
        if str(path).startswith("/tmp/") and path != folder:
            path.chmod(0o755)
    folder.chmod(0o555)
    program = "\n".join(
        (
            "import hashlib, os, sys",
            "from pathlib import Path",
            "from ltcarch.writing import CannotWrite, write_tree",
            "os.getuid() or os.setuid(65534)",
            "try: write_tree(Path(sys.argv[1]), {'a.md': b'b'})",
            "except CannotWrite as fault: print(fault)",
        )
    )
    done = _run(program, folder)
    folder.chmod(0o755)
    assert "Permission denied" in done.stdout, done.stderr
    assert content(folder) == {"a.md": b"a"}


def _run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", program, *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


KILLED = """
import os, signal, sys
from pathlib import Path
import ltcarch.writing.file as file
from ltcarch.writing import write_tree

left = int(sys.argv[2])
def counted(call):
    def wrapped(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return wrapped

os.replace = counted(os.replace)
os.unlink = counted(os.unlink)
Path.unlink = counted(Path.unlink)
file.os.open = counted(os.open)
write_tree(Path(sys.argv[1]), {f"en/{n}.md": b"new" * 1000 for n in range(2, 6)})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_any_moment_each_file_is_old_or_new_and_the_next_run_completes(tmp_path):
    old = {f"en/{number}.md": b"old" * 1000 for number in range(4)}
    new = {f"en/{number}.md": b"new" * 1000 for number in range(2, 6)}
    for moment in range(1, 60, 3):
        folder = tmp_path / str(moment)
        write_tree(folder, old)
        done = _run(KILLED, folder, moment)
        for name, data in content(folder).items():
            if ".ltcarch-aside-" not in name:
                assert data in (old.get(name), new.get(name))
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
        visible = {name for name in content(folder) if ".ltcarch-aside-" not in name}
        assert visible <= set(listed)
        write_tree(folder, new)
        assert content(folder) == new
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    else:
        pytest.fail("the run was never left to finish")


@settings(max_examples=60, deadline=None)
@given(runs=st.lists(st.dictionaries(st.sampled_from(["a", "b", "c/a", "c/d/e", "a/x", "b/a"]), st.binary(max_size=3))))
def test_after_any_runs_the_folder_holds_exactly_the_last_output(tmp_path_factory, runs):
    folder = tmp_path_factory.mktemp("tree")
    for files in runs:
        if any(other.startswith(f"{name}/") for name in files for other in files):
            continue
        write_tree(folder, files)
        assert content(folder) == files


def test_folders_that_find_no_room_leave_the_former_output(tmp_path, monkeypatch):
    folder = tmp_path / "out"
    write_tree(folder, {"a.md": b"old"})
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    make = Path.mkdir

    def mkdir(path, *arguments, **options):
        if path.name == "deep":
            raise OSError(errno.ENOSPC, "No space left on device")
        return make(path, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(CannotWrite, match="No space left") as fault:
        write_tree(folder, {"a.md": b"new", "fresh/deep/b.md": b"b"})
    assert fault.value.advice.startswith("make room")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_fault_amid_the_exchange_is_told_as_such_and_the_next_run_completes_it(tmp_path, monkeypatch):
    folder = tmp_path / "out"
    write_tree(folder, {"a.md": b"old", "b.md": b"old"})
    put = tree.put_in_place

    def put_in_place(aside, target):
        if target.name == "b.md":
            raise OSError(errno.EIO, "Input/output error")
        put(aside, target)

    monkeypatch.setattr(tree, "put_in_place", put_in_place)
    with pytest.raises(Unfinished, match="is not finished: Input/output error"):
        write_tree(folder, {"a.md": b"new", "b.md": b"new"})
    assert content(folder) == {"a.md": b"new", "b.md": b"old"}
    monkeypatch.undo()
    assert write_tree(folder, {"a.md": b"new", "b.md": b"new"}).written == ("b.md",)
    assert not list(folder.glob(".ltcarch-aside-*"))
