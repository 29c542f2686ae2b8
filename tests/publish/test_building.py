"""What a build of the site may use of what stands in the builder's folder, and what happens where there is no room."""

import subprocess
from pathlib import Path

import pytest

from ltcarch.publish.site import building, in_workshop
from ltcarch.publish.site.building import BuildFault, built, forget
from ltcarch.writing import CannotWrite
from ltcarch.writing.cache import FOLDER_SETTING

SOURCES = {"docs/index.md": b"# A page"}


@pytest.fixture
def builds(monkeypatch) -> list[Path]:
    """The folders in which a builder worked that never removes a page."""
    found: list[Path] = []

    def build(folder: Path) -> None:
        found.append(folder)
        (folder / "site").mkdir(exist_ok=True)
        (folder / "site/index.html").write_bytes((folder / "docs/index.md").read_bytes())

    monkeypatch.setattr(building, "has_builder", lambda: True)
    monkeypatch.setattr(building, "version", lambda name: "1")
    monkeypatch.setattr(building, "_build", build)
    return found


def test_the_same_is_not_built_twice(builds, tmp_path):
    assert built(tmp_path, SOURCES) == built(tmp_path, SOURCES) == {"index.html": b"# A page"}
    assert len(builds) == 1


def test_nothing_is_used_of_a_build_that_was_killed(builds, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/half.html").write_bytes(b"half a pa")
    assert built(tmp_path, SOURCES) == {"index.html": b"# A page"}


def test_nothing_is_used_of_what_a_preview_left(builds, tmp_path):
    built(tmp_path, SOURCES)
    forget(tmp_path)
    (tmp_path / "site/index.html").write_bytes(b"of another state of the project")
    (tmp_path / "site/draft.html").write_bytes(b"a draft")
    assert built(tmp_path, SOURCES) == {"index.html": b"# A page"}


@pytest.mark.parametrize(
    ("told", "fault"),
    [(b'panicked: Os { code: 28, message: "No space left on device" }', CannotWrite), (b"bad page", BuildFault)],
)
def test_a_builder_without_room_is_told_in_one_sentence(told, fault, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "has_builder", lambda: True)
    monkeypatch.setattr(building, "version", lambda name: "1")
    monkeypatch.setattr(subprocess, "run", lambda command, **options: subprocess.CompletedProcess(command, 101, told))
    with pytest.raises(fault) as found:
        built(tmp_path / "en", SOURCES)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize("fault", [CannotWrite("no room"), BuildFault("misled"), OSError(28, "no room")])
def test_where_a_kept_folder_fails_a_new_one_gets_its_try(fault, tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_SETTING, str(tmp_path / "cache"))
    places: list[Path] = []

    def work(place: Path) -> str:
        places.append(place)
        if place.is_relative_to(tmp_path / "cache"):
            raise fault
        return "made"

    assert in_workshop(tmp_path, work) == "made"
    assert len(places) == 2
    assert not any(place.exists() for place in places)
    with pytest.raises(type(fault)):
        in_workshop(tmp_path, lambda place: (_ for _ in ()).throw(fault), fresh=True)
