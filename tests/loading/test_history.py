"""The project as it was at an earlier revision, from real git repositories."""

import os
import shutil

import pytest

from ltcarch.loading.history import NoHistory, architecture_at
from tests.projects import PROJECT
from tests.repositories import commit, git

ONE = "groups: [{id: G, name: Find}]\n"
TWO = "groups: [{id: H, name: Win}]\n"


def groups(architecture):
    return [element.id for element in architecture.elements.values() if element.KIND == "group"]


def test_a_former_revision_is_read_and_the_checkout_stays(tmp_path):
    first = commit(tmp_path, {"a.yaml": ONE})
    commit(tmp_path, {"a.yaml": TWO})
    (tmp_path / "a.yaml").write_text("groups: []\n")
    assert groups(architecture_at(tmp_path, first)) == ["G"]
    assert groups(architecture_at(tmp_path, "HEAD")) == ["H"]
    assert groups(architecture_at(tmp_path, "HEAD~1")) == ["G"]
    assert git(tmp_path, "status", "--porcelain") == "M a.yaml"


def test_a_project_in_a_folder_of_its_repository(tmp_path):
    commit(tmp_path, {"a.yaml": ONE}, project="models/ours")
    commit(tmp_path, {"a.yaml": TWO}, project="models/theirs")
    assert groups(architecture_at(tmp_path / "models/ours", "HEAD")) == ["G"]
    assert groups(architecture_at(tmp_path / "models/theirs", "HEAD")) == ["H"]


def test_a_project_that_was_not_there_yet(tmp_path):
    first = commit(tmp_path, {"a.yaml": ONE}, project="ours")
    commit(tmp_path, {"a.yaml": TWO}, project="theirs")
    assert architecture_at(tmp_path / "theirs", first) is None


def test_sources_are_those_of_the_revision(tmp_path):
    sources = PROJECT + "sources: [architecture/**/*.yaml]\n"
    files = {"architecture/deep/流程.yaml": ONE, "other.yaml": TWO, "architecture/.hidden/c.yaml": TWO}
    commit(tmp_path, {"ltcarch.yaml": sources, **files})
    (tmp_path / "ltcarch.yaml").write_text(PROJECT + "sources: [other.yaml]\n")
    assert groups(architecture_at(tmp_path, "HEAD")) == ["G"]


def test_what_is_wrong_with_a_former_file_stops_nothing(tmp_path):
    commit(tmp_path, {"a.yaml": ONE, "b.yaml": "groups: [", "c.yaml": "\0"})
    assert groups(architecture_at(tmp_path, "HEAD")) == ["G"]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_links_are_followed_inside_of_the_project_only(tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "outside.yaml").write_text(TWO)
    (tmp_path / "p/b.yaml").symlink_to("real/b.txt")
    (tmp_path / "p/c.yaml").symlink_to("../outside.yaml")
    (tmp_path / "p/d.yaml").symlink_to("d.yaml")
    (tmp_path / "p/e.yaml").symlink_to("/etc/hostname")
    commit(tmp_path, {"real/b.txt": ONE}, project="p")
    assert groups(architecture_at(tmp_path / "p", "HEAD")) == ["G"]


def test_a_worktree(tmp_path):
    first = commit(tmp_path / "main", {"a.yaml": ONE})
    commit(tmp_path / "main", {"a.yaml": TWO})
    git(tmp_path / "main", "worktree", "add", "--quiet", "../beside", first)
    assert groups(architecture_at(tmp_path / "beside", "main")) == ["H"]


def shallow_clone(tmp_path):
    first = commit(tmp_path / "far", {"a.yaml": ONE})
    commit(tmp_path / "far", {"a.yaml": TWO})
    git(tmp_path / "far", "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}/far", "near")
    return first, tmp_path / "near"


def test_a_shallow_clone_says_how_to_get_what_is_missing_and_it_helps(tmp_path):
    first, near = shallow_clone(tmp_path)
    assert groups(architecture_at(near, "HEAD")) == ["H"]
    for revision in (first, "HEAD~1", "origin/release"):
        with pytest.raises(NoHistory, match="holds only the latest commits") as stopped:
            architecture_at(near, revision)
    assert "git fetch --depth=1 origin" in stopped.value.help
    git(near, "fetch", "--quiet", "--depth=1", "origin", first)
    assert groups(architecture_at(near, first)) == ["G"]


def test_a_whole_clone_gets_by_without_the_advice_for_shallow_ones(tmp_path):
    commit(tmp_path, {"a.yaml": ONE})
    with pytest.raises(NoHistory, match="there is no revision `nowhere` in this repository"):
        architecture_at(tmp_path, "nowhere")


def test_a_clone_without_contents_fetches_nothing(tmp_path):
    first, _ = shallow_clone(tmp_path)
    git(tmp_path / "far", "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", f"file://{tmp_path}/far", "thin")
    assert groups(architecture_at(tmp_path / "thin", "HEAD")) == ["H"]
    with pytest.raises(NoHistory, match="contents of the earlier revision are not in this clone"):
        architecture_at(tmp_path / "thin", first)


def test_a_folder_without_repository(tmp_path):
    (tmp_path / "ltcarch.yaml").write_text(PROJECT)
    with pytest.raises(NoHistory, match="is in no git repository"):
        architecture_at(tmp_path, "HEAD")


@pytest.mark.parametrize(
    "revision", ["", "-h", "--help", "--all", "HEAD..HEAD", "HEAD:a.yaml", "a b", "\0", "^HEAD", "@{99}", "0" * 40]
)
def test_odd_revisions_are_refused(revision, tmp_path):
    commit(tmp_path, {"a.yaml": ONE})
    with pytest.raises(NoHistory):
        architecture_at(tmp_path, revision)


def test_without_git(tmp_path, monkeypatch):
    commit(tmp_path, {"a.yaml": ONE})
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(NoHistory, match="git is not installed"):
        architecture_at(tmp_path, "HEAD")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_nothing_that_the_repository_names_is_run(tmp_path, monkeypatch):
    commit(tmp_path, {"a.yaml": ONE, ".gitattributes": "* filter=evil diff=evil textconv=evil\n"})
    program = tmp_path / "evil.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    program.chmod(0o755)
    for setting in ("core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "core.pager"):
        git(tmp_path, "config", setting, str(program))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(program, tmp_path / ".git/hooks" / hook)
    shutil.copy(program, tmp_path / "git")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    try:
        architecture_at(tmp_path, "HEAD")
    except NoHistory as refused:
        assert "git is not installed" in str(refused)
    assert not (tmp_path / "ran").exists()
    monkeypatch.setenv("PATH", os.environ["PATH"].removeprefix(f".{os.pathsep}"))
    assert groups(architecture_at(tmp_path, "HEAD")) == ["G"]
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_looks_like_a_repository_is_none(tmp_path):
    """Whoever commits such files would else decide which git settings hold."""
    commit(tmp_path, {"a.yaml": ONE}, project="p")
    git(tmp_path, "init", "--quiet", "--bare", "p/inner")
    for name in ("HEAD", "config", "objects", "refs"):
        shutil.move(tmp_path / "p/inner" / name, tmp_path / "p" / name)
    with pytest.raises(NoHistory, match="cannot use bare repository"):
        architecture_at(tmp_path / "p", "HEAD")


def test_the_repository_of_a_hook_that_calls_is_not_taken(tmp_path, monkeypatch):
    commit(tmp_path / "one", {"a.yaml": ONE}, project="deep")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert groups(architecture_at(tmp_path / "one/deep", "HEAD")) == ["G"]
