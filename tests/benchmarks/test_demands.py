"""What is promised is held against what was measured, and said where it stands."""

import sys

import pytest

from benchmarks import performance_page
from benchmarks.demands import DEMANDS, verdicts
from benchmarks.measuring import Command, Failed, Run, interleaved
from benchmarks.performance_page import BEGIN, END, PAGE, replaced, table
from benchmarks.validate_speed import figures

KEPT = {own.figure: own.limit for own in DEMANDS}


def test_a_figure_at_its_limit_keeps_the_promise():
    assert {own.word for own in verdicts(KEPT)} == {"PASS"}


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.figure)
def test_a_figure_beyond_its_limit_is_missed(demand):
    beyond = demand.limit * (1.01 if demand.is_most else 0.99)
    missed = [own.demand for own in verdicts({**KEPT, demand.figure: beyond}) if own.word == "MISSED"]
    assert missed == [demand]


def test_what_was_not_measured_is_missed_and_says_so():
    assert {(own.word, own.shown) for own in verdicts({})} == {("MISSED", "not measured")}


def test_figures_are_ratios_of_medians_and_starts_are_taken_off():
    def took(seconds: float) -> Run:
        return Run(seconds, seconds, 500.0)

    runs = {"start": took(0.2), "many": took(1.2), "many: yamllint": took(12.0), "many: one changed": took(0.6)}
    assert figures(runs) == pytest.approx({"many/yamllint": 10.0, "many/one changed": 0.4})


def test_runs_take_turns_and_their_medians_count(tmp_path):
    order = tmp_path / "order"
    order.touch()

    def note(name: str) -> Command:
        code = f"open({str(order)!r}, 'a').write({name!r})"
        return Command([sys.executable, "-S", "-c", code])

    found = interleaved({"a": note("a"), "b": note("b")}, 3)
    assert order.read_text() == "ababab"
    assert all(own.seconds > 0 and own.megabytes > 1 for own in found.values())


def test_a_command_that_fails_is_not_measured():
    with pytest.raises(Failed, match="ended with 3"):
        interleaved({"wrong": Command([sys.executable, "-S", "-c", "raise SystemExit(3)"])}, 1)


def test_only_what_stands_between_the_marks_is_written_anew():
    page = f"# Speed\n\nA story.\n\n{BEGIN}\n\nold\n\n{END}\n\nMore of it.\n"
    assert replaced(page, "new\n") == page.replace("old", "new")
    with pytest.raises(ValueError):
        replaced("# Speed\n", "new")


def test_the_page_has_its_marks_and_tables_are_tables():
    assert replaced(PAGE.read_text(encoding="utf-8"), "x").count("x") >= 1
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | ---: |\n| 1 | 2 |"
    assert performance_page.BEGIN != performance_page.END
