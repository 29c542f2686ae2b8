"""What people who watch are shown after a save."""

from ltcarch.diagnostics import Severity
from ltcarch.report.changes import changes
from ltcarch.report.screen import Screen
from ltcarch.source.text import Span
from tests.report.samples import EVERY_KIND, HOSTILE, NOTHING, finding, sample

ONE = finding(Span(3, 11, 3, 17), element="A1")
OTHER = finding(Span(2, 5, 2, 9), element="A2", message="no role", code="OWN04")


def shown(before, now, files=("a/b.yaml",)) -> list[str]:
    return "".join(changes(before, now, files, "09:30:00")).splitlines()


def test_new_findings_have_their_frames_and_gone_ones_a_line():
    assert shown(sample(ONE), sample(OTHER)) == [
        "",
        "09:30:00 a/b.yaml: 1 new, 1 gone",
        "gone: a/b.yaml:3:11: error OWN05 two roles",
        "",
        "a/b.yaml:2:5 error OWN04 no role",
        "    2 |   - name: 管理线索 # now",
        "      |     ^^^^",
        "",
        "1 error among 40 elements in 3 files, profile standard. `ltcarch rule OWN04` explains it.",
    ]


def test_a_finding_on_another_line_is_neither_new_nor_gone():
    moved = finding(Span(4, 1, 4, 3), element="A1")
    lines = shown(sample(ONE, OTHER), sample(moved, OTHER))
    assert lines[1] == "09:30:00 a/b.yaml: nothing new, nothing gone"
    assert lines[2:] == [
        "2 errors among 40 elements in 3 files, profile standard. `ltcarch rule OWN05` explains a finding."
    ]


def test_of_equal_findings_each_counts():
    assert shown(sample(ONE, ONE, ONE), sample(ONE))[1].endswith(": nothing new, 2 gone")


def test_another_severity_is_news():
    graver = finding(Span(3, 11, 3, 17), element="A1", severity=Severity.WARNING)
    assert shown(sample(ONE), sample(graver))[1].endswith(": 1 new, 1 gone")


def test_many_files_are_counted():
    lines = shown(NOTHING, NOTHING, [f"{name}.yaml" for name in "abcdef"])
    assert lines[1] == "09:30:00 a.yaml, b.yaml, c.yaml and 3 more: nothing new, nothing gone"
    assert lines[2].startswith("clean: ")


def test_hostile_text_cannot_move_the_cursor_and_a_terminal_is_not_cleared():
    for before, now in ((EVERY_KIND, NOTHING), (NOTHING, EVERY_KIND)):
        told = "".join(changes(before, sample(*now.diagnostics, screen=Screen(columns=80)), (HOSTILE,), "09:30:00"))
        assert "\x1b" not in told
        assert "\x07" not in told
