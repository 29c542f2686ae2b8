"""ltcarch validate --since, as a pull request would run it."""

import json

import pytest

from tests.cli.commands import ltcarch
from tests.repositories import commit, git

PROJECT = "ltcarch: 1\nname: Example\nlifecycle: {stage: planning, status: published, version: 1.0.0}\n"
BEFORE = "classifications: [{id: L, name: Sell, owner: boss, purpose: Earn}]\npositions: [{id: boss, name: Boss}]\n"
AFTER = (
    BEFORE.replace("Earn", "Live").replace("id: boss, name: Boss", "id: chief, name: Chief").replace("boss", "chief")
)
MOVED = {"ltcarch.yaml": PROJECT.replace("planning", "operation"), "a.yaml": AFTER + "kpis: [{id: old, name: Old}]\n"}


@pytest.fixture
def repository(tmp_path):
    files = {"ltcarch.yaml": PROJECT, "a.yaml": BEFORE + "retired: [{id: old}]\nroles: [{id: r, name: R}]\n"}
    commit(tmp_path / "far", files, project="models/ours")
    git(tmp_path / "far", "switch", "--quiet", "--create", "change")
    commit(tmp_path / "far", MOVED, project="models/ours")
    return tmp_path / "far"


def found(folder, *arguments):
    run = ltcarch("validate", folder, "--format", "json", "--select", "LIF", *arguments)
    return run.returncode, [(one["code"], one["location"]["line"]) for one in json.loads(run.stdout)["findings"]]


def test_without_it_nothing_is_compared(repository):
    assert found(repository / "models/ours") == (0, [])


def test_what_changed_since_then_is_found(repository):
    status, findings = found(repository / "models/ours", "--since", "main")
    assert status == 1
    assert sorted(code for code, _ in findings) == ["LIF05", "LIF07", "LIF13", "LIF15"]
    assert found(repository / "models/ours", "--since", "HEAD") == (0, [])


def test_in_a_shallow_clone_one_fetch_is_enough(repository, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "near")
    run = ltcarch("validate", tmp_path / "near/models/ours", "--since", "origin/main")
    assert (run.returncode, run.stdout) == (2, "")
    assert "holds only the latest commits" in run.stderr
    git(tmp_path / "near", "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert found(tmp_path / "near/models/ours", "--since", "origin/main")[0] == 1
