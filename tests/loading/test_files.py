"""Which files belong to a project."""

import time

import pytest

from ltcarch.loading.files import FilesOnDisk, matches, stays_inside
from ltcarch.source.faults import Unusable


@pytest.mark.parametrize(
    ("pattern", "path", "belongs"),
    [
        ("**/*.yaml", "a.yaml", True),
        ("**/*.yaml", "deep/er/a.yaml", True),
        ("**/*.yaml", "a.yml", False),
        ("architecture/**/*.yaml", "architecture/a.yaml", True),
        ("architecture/**/*.yaml", "architecture/ltc/a.yaml", True),
        ("architecture/**/*.yaml", "other/architecture/a.yaml", False),
        ("architecture/**", "architecture/ltc/a.yaml", True),
        ("architecture/*.yaml", "architecture/ltc/a.yaml", False),
        ("a?.yaml", "ab.yaml", True),
        ("a?.yaml", "a/.yaml", False),
        ("a[1].yaml", "a[1].yaml", True),
        ("a[1].yaml", "a1.yaml", False),
        ("./a.yaml", "a.yaml", True),
        ("", "a.yaml", False),
    ],
)
def test_patterns(pattern, path, belongs):
    assert matches(path, pattern) is belongs


@pytest.mark.parametrize("pattern", ["/etc/*.yaml", "../x.yaml", "a/../../x.yaml", "C:/x.yaml", "a\\b.yaml"])
def test_patterns_that_lead_out(pattern):
    assert not stays_inside(pattern)


@pytest.mark.parametrize("pattern", ["", ".", "*.yaml", "a/b.yaml"])
def test_patterns_that_stay(pattern):
    assert stays_inside(pattern)


@pytest.mark.parametrize("pattern", ["**/" * 40 + "x", "*a" * 40 + "b", "?*" * 40 + "b"])
def test_no_pattern_takes_long(pattern):
    start = time.perf_counter()
    matches("a/" * 60 + "a" * 200, pattern)
    assert time.perf_counter() - start < 0.5


def test_hidden_folders_and_the_project_file_are_left_out(tmp_path):
    for path in ("ltcarch.yaml", "a.yaml", ".hidden/b.yaml", "deep/.git/c.yaml", "deep/d.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("roles: []\n")
    assert FilesOnDisk(tmp_path).matching(("**/*.yaml", "*.yaml")) == ["a.yaml", "deep/d.yaml"]


def test_a_link_to_a_folder_elsewhere_is_not_searched(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("roles: []", encoding="utf-8")
    project = tmp_path / "project"
    (project / "real").mkdir(parents=True)
    (project / "real/a.yaml").write_text("roles: []", encoding="utf-8")
    (project / "away").symlink_to(outside)
    (project / "inside").symlink_to("real")
    files = FilesOnDisk(project)
    assert files.matching(("away/**/*.yaml", "away/*", "**/away/*")) == ["away"]
    assert files.matching(("inside/*.yaml",)) == ["inside/a.yaml"]
    with pytest.raises(Unusable, match="leads out of the project"):
        files.read("away")
