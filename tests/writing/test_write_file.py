"""One file: whole or as before."""

import os
import stat

import pytest

from ltcarch.writing import CannotWrite, write_file


def test_gives_a_file_its_content_and_leaves_nothing_else(tmp_path):
    write_file(tmp_path / "deep" / "a.svg", b"one")
    write_file(tmp_path / "deep" / "a.svg", b"two")
    assert (tmp_path / "deep" / "a.svg").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["a.svg"]


def test_a_failure_leaves_the_former_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"before")

    def no_space(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(CannotWrite, match="No space left"):
        write_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert [found.name for found in tmp_path.iterdir()] == ["a.svg"]


def test_an_interruption_leaves_the_former_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"before")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert [found.name for found in tmp_path.iterdir()] == ["a.svg"]


def test_keeps_permissions_and_follows_a_link(tmp_path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"before")
    path.chmod(0o640)
    link = tmp_path / "link.svg"
    link.symlink_to(path)
    write_file(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_writes_into_a_pipe(tmp_path):
    reading, writing = os.pipe()
    write_file(tmp_path.__class__(f"/dev/fd/{writing}"), b"through")
    assert os.read(reading, 100) == b"through"
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("name", [".", "file/below"])
def test_says_plainly_what_cannot_be_written(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="cannot write"):
        write_file(tmp_path / name, b"x")
