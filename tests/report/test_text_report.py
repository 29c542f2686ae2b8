"""The text report: frames that point at the right columns, and lines that fit where somebody looks at them."""

import re
from collections import Counter
from time import perf_counter

import pytest

from ltcarch.diagnostics import Edit, Related, Severity
from ltcarch.report.columns import width
from ltcarch.report.paint import coloured
from ltcarch.report.screen import Screen
from ltcarch.report.text import MANY, counted, text
from ltcarch.source.text import Location, SourceText, Span
from tests.report.samples import EVERY_KIND, NOTHING, SOURCE, finding, sample

CHECKED = "among 40 elements in 3 files, profile standard"


def lines(*diagnostics, columns: int | None = None, **more) -> list[str]:
    return "".join(text(sample(*diagnostics, screen=Screen(columns=columns), **more))).splitlines()


def test_a_finding_with_its_frame_and_help():
    assert lines(finding(Span(3, 11, 3, 17), help="keep one")) == [
        "a/b.yaml:3:11 error OWN05 two roles",
        "    3 |     role: [x, y]",
        "      |           ^^^^^^",
        "   help: keep one",
        "",
        f"1 error {CHECKED}. `ltcarch rule OWN05` explains it.",
    ]


def test_chinese_counts_two_columns():
    frame = lines(finding(Span(2, 11, 2, 15)))[1:3]
    assert frame == ["    2 |   - name: 管理线索 # now", "      |           ^^^^^^^^"]


def test_tabs_and_escapes_cannot_move_the_cursor():
    frame = lines(finding(Span(4, 7, 4, 8)))[1:3]
    assert "\x1b" not in "".join(frame)
    assert frame[0] == "    4 |     end: \ufffd[31mred"
    assert frame[1].index("^") == frame[0].index("\ufffd")


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first():
    assert lines(finding(Span(3, 5, 4, 2)))[2] == "      |     ^^^^^^^^^^^^"


def test_related_places_are_shown_with_their_own_frame():
    related = Related(Location(SOURCE, Span(2, 5, 2, 9)), "the other one")
    shown = lines(finding(Span(3, 5, 3, 9), related=(related,)))
    assert "   note: the other one: a/b.yaml:2:5" in shown
    assert shown[shown.index("   note: the other one: a/b.yaml:2:5") + 1].startswith("    2 |")


@pytest.mark.parametrize("columns", [80, 200, None])
def test_a_long_line_is_cut_around_the_span(columns):
    source = SourceText("a.yaml", "x" * 500 + "here" + "y" * 500)
    code, mark = [
        line for line in lines(finding(Span(1, 501, 1, 505), source=source), columns=columns) if " | " in line
    ]
    assert len(code) <= (columns or 160)
    assert code[mark.index("^") :].startswith("here")


def test_a_line_as_long_as_a_file_takes_no_time():
    source = SourceText("a.yaml", "线" * 400_000)
    found = [finding(Span(1, place, 1, place + 4), source=source) for place in range(1, 400_000, 800)]
    begin = perf_counter()
    assert sum(line.endswith(" ^^^^^^^^") for line in lines(*found)) == len(found)
    assert perf_counter() - begin < 2


def test_a_file_as_a_whole_and_the_project_as_a_whole():
    shown = lines(*(own for own in EVERY_KIND.diagnostics if own.code in ("SRC01", "CFG03")))
    assert shown[0] == "a/b.yaml error SRC01 two roles"
    assert "error CFG03 a rule failed" in shown


def test_a_terminal_shows_a_heading_above_the_findings_of_each_file():
    other = SourceText("c.yaml", "id: 1\n")
    found = [finding(Span(3, 5, 3, 9)), finding(Span(2, 5, 2, 9)), finding(Span(1, 1, 1, 3), source=other)]
    headings = [line for line in lines(*found, columns=60) if line.startswith("── ")]
    assert headings == ["── a/b.yaml: 2 errors", "── c.yaml: 1 error"]
    assert not [line for line in lines(*found) if line.startswith("── ")]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns):
    long = "activity LTC.1.2.A1 评审合同并且确认所有的条款都符合公司的要求 takes what nobody makes " * 4
    found = finding(Span(2, 5, 2, 9), message=long, help=long, related=(Related(Location(SOURCE), long),))
    shown = lines(found, columns=columns)
    assert max(map(width, shown)) <= columns
    assert "".join(shown).replace(" ", "").count("评审合同") == 12


def test_nothing_is_broken_into_lines_in_a_pipe():
    long = "word " * 200 + "end"
    assert f"a/b.yaml:2:5 error OWN05 {long}" in lines(finding(Span(2, 5, 2, 9), message=long))


def test_hostile_text_is_harmless():
    shown = "".join(text(EVERY_KIND))
    assert not {character for character in shown if character != "\n" and not character.isprintable()}


def test_colour_is_all_that_colour_changes():
    plain = "".join(text(sample(*EVERY_KIND.diagnostics, screen=Screen(columns=80))))
    painted = "".join(text(sample(*EVERY_KIND.diagnostics, screen=Screen(coloured, 80))))
    assert painted != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_the_closing_line_says_what_to_do():
    assert lines() == ["clean: 40 elements in 3 files, profile standard"]
    assert "".join(text(NOTHING)) == "clean: 40 elements in 3 files, profile standard\n"
    fixed = finding(Span(2, 5, 2, 9), fix=(Edit("a/b.yaml", Span(2, 5, 2, 9), "x"),))
    assert (
        "`ltcarch validate --fix` may mend 1 of them; `--diff` shows how."
        in lines(fixed, finding(Span(2, 5, 2, 9)))[-1]
    )
    assert "`--summary` counts them" in lines(*[finding(Span(2, 5, 2, 9))] * MANY)[-1]
    assert "; 1 waived, 1 in the baseline" in lines(suppressed=EVERY_KIND.suppressed)[-1]


def test_counting_words():
    assert counted(Counter()) == "no findings"
    assert counted(Counter({Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 3})) == "2 errors, 1 warning, 3 info"


def test_what_can_be_mended_is_marked():
    edit = Edit("a/b.yaml", Span(2, 5, 2, 9), "x")
    fixed = finding(Span(2, 5, 2, 9), help="did you mean `x`?", fix=(edit,))
    assert "   help: did you mean `x`? (`--fix` may mend it)" in lines(fixed)
    assert "   help: (`--fix` may mend it)" in lines(finding(Span(2, 5, 2, 9), fix=(edit,)))
    assert "`ltcarch validate --fix` may mend it; `--diff` shows how." in lines(fixed)[-1]
