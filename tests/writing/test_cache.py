"""A cache gives back what was put into it or nothing, and never more than its room."""

import os
import stat

import pytest

from ltcarch.writing.cache import Cache, cache_folder, digest


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_gives_back_what_was_put_into_it(tmp_path):
    Cache(tmp_path / "cache").put(b"key", b"value")
    again = Cache(tmp_path / "cache")
    assert again.get(b"key") == b"value"
    assert again.get(b"other") is None


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:-1] + b"X", lambda _: b"", lambda _: b"x" * 9]
)
def test_what_is_not_whole_is_unknown(tmp_path, spoil):
    cache = Cache(tmp_path)
    cache.put(b"key", b"value")
    (file,) = kept(tmp_path)
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.get(b"key") is None


def test_a_value_under_another_key_is_unknown(tmp_path):
    cache = Cache(tmp_path)
    cache.put(b"one", b"value of one")
    (one,) = kept(tmp_path)
    cache.put(b"other", b"value of the other")
    (other,) = (path for path in kept(tmp_path) if path != one)
    other.write_bytes(one.read_bytes())
    assert cache.get(b"other") is None


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_folder_that_others_may_write_into_is_left_alone(tmp_path):
    folder = tmp_path / "cache"
    Cache(folder).put(b"key", b"value")
    assert not folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    folder.chmod(0o777)
    cache = Cache(folder)
    assert cache.get(b"key") is None
    cache.put(b"second", b"value")
    assert len(kept(folder)) == 1


def test_what_cannot_be_kept_is_let_go(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    cache.put(b"key", b"value")
    cache.close()
    assert cache.get(b"key") is None
    assert (tmp_path / "file").read_text() == "in the way"


def test_the_oldest_make_room(tmp_path):
    cache = Cache(tmp_path, largest=1000)
    for index in range(10):
        cache.put(bytes([index]), bytes(150))
        for file in kept(tmp_path):
            found = file.stat()
            os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns - 10**9))
    assert cache.get(bytes([0])) is not None, "what is used becomes the youngest"
    cache.close()
    assert sum(file.stat().st_size for file in kept(tmp_path)) <= 800
    assert [index for index in range(10) if cache.get(bytes([index]))] == [0, 7, 8, 9]


def test_a_value_that_would_fill_it_is_not_kept(tmp_path):
    cache = Cache(tmp_path, largest=1000)
    cache.put(b"key", bytes(501))
    assert kept(tmp_path) == []


def test_digests_tell_where_one_part_ends():
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert digest(b"ab") == digest(b"ab")


def test_the_folder_is_the_users(monkeypatch, tmp_path):
    monkeypatch.setenv("LTCARCH_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("LTCARCH_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "ltcarch"


def test_what_is_no_value_is_never_taken_to_make_room(tmp_path):
    other = tmp_path / "unfinished/note.json"
    other.parent.mkdir(parents=True)
    other.write_bytes(bytes(1000))
    os.utime(other, (1, 1))
    cache = Cache(tmp_path, largest=600)
    for number in range(4):
        cache.put(bytes([number]), bytes(200))
    cache.close()
    assert other.exists()
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.kept")) <= 600
