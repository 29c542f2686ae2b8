"""Diffs that `patch` applies."""

import shutil
import subprocess
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltcarch.report.paint import coloured
from ltcarch.report.screen import PAPER, Screen
from ltcarch.report.unified_diff import changes, unified_diff

FORMER = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n"


def diff(former: str, new: str) -> str:
    return "".join(unified_diff("a b.yaml", former, new, PAPER))


def test_it_shows_what_goes_and_what_comes():
    assert diff(FORMER, FORMER.replace("e: 5", "e: 六")) == (
        "--- a/a b.yaml\n+++ b/a b.yaml\n@@ -2,4 +2,4 @@\n b: 2\n c: 3\n d: 4\n-e: 5\n+e: 六\n"
    )
    assert diff(FORMER, FORMER) == ""


def test_a_missing_end_of_the_last_line_is_told():
    assert diff("a", "b").endswith("-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")


def test_changes_far_apart_have_hunks_of_their_own():
    former = "".join(f"{number}\n" for number in range(100))
    assert diff(former, former.replace("\n5\n", "\nx\n").replace("\n50\n", "\ny\n")).count("@@ -") == 2


@given(st.lists(st.sampled_from("abc12345"), max_size=30), st.lists(st.sampled_from("abc12345"), max_size=30))
def test_what_changes_leads_from_one_text_to_the_other(former, new):
    result, reached = [], 0
    for change in changes(former, new):
        result += former[reached : change.begin]
        assert len(result) == change.new_begin
        result += new[change.new_begin : change.new_end]
        reached = change.end
    assert result + former[reached:] == new


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "x\r", "一"]), max_size=12),
    st.lists(st.sampled_from(["a", "b", "c", "x\r", "一"]), max_size=12),
    st.booleans(),
)
def test_git_applies_it(tmp_path_factory, former, new, ends):
    folder = tmp_path_factory.mktemp("diff")
    before, after = ("\n".join(lines) + ("\n" if ends and lines else "") for lines in (former, new))
    (folder / "a b.yaml").write_bytes(before.encode())
    patch = diff(before, after)
    if patch:
        subprocess.run(
            ["git", "apply", "--unsafe-paths", "--whitespace=nowarn", "-"],
            cwd=folder,
            input=patch.encode(),
            check=True,
            capture_output=True,
        )
    assert (folder / "a b.yaml").read_bytes().decode() == after


def test_a_terminal_is_painted_and_spared():
    told = "".join(unified_diff("a", "x\r\n", "\x1b[2J\u202e\r\n", Screen(coloured, 80)))
    assert "\x1b[2J" not in told and "\u202e" not in told and "\r" not in told
    assert "\x1b[1;31m-x\x1b[0m\n" in told


@pytest.mark.parametrize("line", ["  - id: A{0}\n    name: Do it\n    role: clerk\n", "same\nsame{1}\n"])
def test_long_files_take_little_time(line):
    lines = [line.format(number, number % 7) for number in range(30_000)]
    former = "".join(lines)
    lines[100::1000] = [own.replace("name", "title").replace("same", "other") for own in lines[100::1000]]
    del lines[500::2000]
    start = time.perf_counter()
    assert diff(former, "".join(lines))
    assert time.perf_counter() - start < 3
