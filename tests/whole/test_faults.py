"""What a kill, a full disk, a disk that can only be read, and two runs at once leave behind."""

import os
import random
import sys

import pytest
from typer.testing import CliRunner

from ltcarch.cli.app import application
from tests.whole.full_disks import (
    CHANGES,
    NEED_NO_DISK,
    OUTPUTS,
    assert_refused,
    fill,
    forked,
    make_read_only,
    ready,
    small_disk,
)
from tests.whole.killing import kill_once, undisturbed
from tests.whole.trials import TRIALS, start
from tests.whole.two_at_once import assert_not_mixed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes and no locks")
LIMITED = ("tables", "findings", "mending", "beginning")
ON_DISKS = ("tables",)
EVERY = OUTPUTS | CHANGES


@pytest.fixture(scope="module", autouse=True)
def already_imported(tmp_path_factory):
    """Once for all processes that begin as a copy of this one."""
    place = tmp_path_factory.mktemp("imported")
    ready(place, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        for name in LIMITED:
            CliRunner().invoke(application(), list(EVERY[name]))


def test_a_killed_run_leaves_whole_files_and_the_next_one_completes_them(tmp_path):
    trial, chance = TRIALS["validate --fix"], random.Random(1)
    usual = undisturbed(trial, tmp_path / "ready", tmp_path / "work")
    kill_once(trial, usual, tmp_path / "ready", tmp_path / "work", chance)


def test_files_over_the_limit_are_told_and_change_nothing(tmp_path):
    ready(tmp_path, {"tables": OUTPUTS["tables"]})
    for name in LIMITED:
        assert_refused(tmp_path, EVERY[name], limit=0)
    assert forked(tmp_path, NEED_NO_DISK["validate"], limit=0)[0] == 0  # caches are not written, which is no fault


def test_a_full_disk_is_told_and_changes_nothing(tmp_path):
    with small_disk(tmp_path / "disk", 8) as is_there:
        if not is_there:
            pytest.skip("no disk can be mounted here")
        ready(tmp_path / "disk", {name: OUTPUTS[name] for name in ON_DISKS})
        for name in (*ON_DISKS, "mending"):
            fill(tmp_path / "disk")
            assert_refused(tmp_path / "disk", EVERY[name])
        assert forked(tmp_path / "disk", NEED_NO_DISK["validate"])[0] == 0


def test_a_disk_that_can_only_be_read_is_told(tmp_path):
    with small_disk(tmp_path / "disk", 8) as is_there:
        if not is_there:
            pytest.skip("no disk can be mounted here")
        ready(tmp_path / "disk", {name: OUTPUTS[name] for name in ON_DISKS})
        make_read_only(tmp_path / "disk")
        for name in ON_DISKS:
            assert_refused(tmp_path / "disk", OUTPUTS[name])
        status, _, told = forked(tmp_path / "disk", CHANGES["mending"])
        assert (status, told.splitlines()[1]) == (1, "not mended: with-faults/a.yaml: it is read-only")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")  # noqa: PTH110
def test_output_that_finds_no_room_is_told(tmp_path):
    ready(tmp_path, {})
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        process = start(tmp_path, NEED_NO_DISK["printed"], stdout=full, stderr=-1)
        told = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 2
    assert told.startswith("error: cannot write the output: No space left on device\n help: make room")


def test_two_runs_into_one_folder_do_not_mix(tmp_path):
    assert_not_mixed(tmp_path, OUTPUTS["tables"])
