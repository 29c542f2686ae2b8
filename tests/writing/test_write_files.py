"""Several files, all replaced or none."""

import os

import pytest

from ltcarch.writing import CannotWrite
from ltcarch.writing.file_set import write_files


def test_all_are_written(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    write_files(tmp_path, {"a": b"new", "b/c": b"more"})
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "b" / "c").read_bytes() == b"more"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "c"]


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "d").mkdir()
    with pytest.raises(CannotWrite):
        write_files(tmp_path, {"a": b"new", "n": b"new", "d": b"a folder is there"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["a", "d"]  # noqa: PTH208


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "l").symlink_to("a")
    write_files(tmp_path, {"l": b"new"})
    assert (tmp_path / "l").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
