"""The text report: frames that point at the right columns."""

from ltcarch.diagnostics import Diagnostic, Related, Severity
from ltcarch.report.text import counted, text_report
from ltcarch.source.text import Location, SourceText, Span

SOURCE = SourceText("a/b.yaml", "roles:\n  - name: 管理线索 # now\n    role: [x, y]\n\tend: \x1b[31mred\n")


def lines(*diagnostics, **how):
    return list(text_report(diagnostics, closing=counted, **how))


def finding(span, **more):
    return Diagnostic("OWN05", "rule-name", Severity.ERROR, "two roles", Location(SOURCE, span), **more)


def test_a_finding_with_its_frame_and_help():
    assert lines(finding(Span(3, 11, 3, 17), help="keep one")) == [
        "a/b.yaml:3:11 error OWN05 two roles",
        "    3 |     role: [x, y]",
        "      |           ^^^^^^",
        "   help: keep one",
        "",
        "1 error",
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


def test_a_long_line_is_cut_around_the_span():
    source = SourceText("a.yaml", "x" * 500 + "here" + "y" * 500)
    found = Diagnostic("A", "b", Severity.INFO, "m", Location(source, Span(1, 501, 1, 505)))
    frame = lines(found, columns=80)[1:3]
    assert len(frame[0]) <= 80
    assert frame[0][frame[1].index("^") :].startswith("here")


def test_counting_words():
    from collections import Counter

    assert counted(Counter()) == "no findings"
    assert counted(Counter({Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 3})) == "2 errors, 1 warning, 3 info"
