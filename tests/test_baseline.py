"""A baseline knows findings by rule and element, and survives its own file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.diagnostics.baseline import Baseline, KnownFinding
from ltcarch.loading.baseline import UnusableBaseline, read_baseline
from ltcarch.source.text import Location, SourceText, Span
from ltcarch.writing.baseline import baseline_text


def finding(message, code="OWN02", element="LTC.1", line=1, path="a.yaml"):
    place = Location(SourceText(path, ""), Span(line, 1, line, 2))
    return Diagnostic(code, "a-rule", Severity.ERROR, message, place, element)


def new(before, now, **successors):
    return [one.message for one in Baseline.of(before).compare(now, successors).new]


def test_lines_files_and_severity_do_not_matter():
    before = [finding("group LTC.1 has no owner", line=3)]
    now = Diagnostic(
        "OWN02", "a-rule", Severity.INFO, "group LTC.1 has no owner", Location(SourceText("b.yaml", "")), "LTC.1"
    )
    assert new(before, [now]) == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("group LTC.1 has 9 children", "group LTC.1 has 10 children"),
        ("group LTC.1 has two owners", "group LTC.1 has three owners"),
        ("group LTC.1 has 1,200 children", "group LTC.1 has one children"),
    ],
)
def test_other_counts_are_the_same_finding(before, now):
    assert new([finding(before)], [finding(now)]) == []


@pytest.mark.parametrize(
    "now",
    [
        finding("group LTC.1 names `quotes`"),
        finding("group LTC.1 names `quote2`"),
        finding("group LTC.1 names `quote`", code="REF01"),
        finding("group LTC.1 names `quote`", element="LTC.2"),
        finding("group LTC.1 names `quote`", element=None),
    ],
)
def test_another_finding_is_new(now):
    assert new([finding("group LTC.1 names `quote`")], [now]) == [now.message]


def test_a_second_finding_that_is_alike_is_new():
    alike = [finding("group LTC.1 has no owner", line=line) for line in (1, 2, 3)]
    compared = Baseline.of(alike[:2]).compare(alike, {})
    assert (compared.known, compared.new) == (tuple(alike[:2]), (alike[2],))


def test_a_renamed_element_keeps_its_findings():
    before = [finding("group LTC.1 takes quote from LTC.1.2.", element="LTC.1"), finding("order LTC.1", element="x")]
    now = [finding("group SALES takes quote from LTC.1.2.", element="SALES"), finding("order SALES", element="x")]
    assert new(before, now, **{"LTC.1": "SALES"}) == []


def test_a_former_id_that_is_a_common_word_changes_nothing():
    alike = [finding("role clerk has no order", element="clerk")]
    assert new(alike, alike, order="sales_order") == []


def test_what_is_mended_is_told_by_entry():
    before = [finding("a"), finding("a"), finding("b"), finding("c", element=None)]
    compared = Baseline.of(before).compare(before[:1], {})
    assert [one.message for one in compared.mended] == ["a", "b", "c"]


def test_the_file_has_one_sorted_line_a_finding(tmp_path):
    found = [
        finding("z", element="B"),
        finding("a", element="B"),
        finding("it is", element=None),
        finding("a", "FLW01"),
    ]
    text = baseline_text(Baseline.of([*found, found[1]]))
    assert text.splitlines()[2:] == [
        "baseline: 1",
        "findings:",
        '  - {rule: OWN02, element: B, finding: "a", count: 2}',
        '  - {rule: OWN02, element: B, finding: "z"}',
        '  - {rule: FLW01, element: LTC.1, finding: "a"}',
        '  - {rule: OWN02, file: a.yaml, finding: "it is"}',
    ]
    assert baseline_text(Baseline.of(reversed([*found, found[1]]))) == text


def test_ids_that_look_like_numbers_stay_text(tmp_path):
    assert reread(tmp_path, Baseline.of([finding("x", element="1.10"), finding("x", element="true")]))


def reread(folder, baseline):
    file = folder / "known.yaml"
    file.write_bytes(baseline_text(baseline).encode())
    return read_baseline(file) == Baseline(dict(baseline.findings))


any_text = st.text(st.characters(codec=None), max_size=20)


@given(st.lists(st.tuples(any_text, any_text.filter(bool), st.booleans()), max_size=5))
def test_whatever_is_written_is_read(tmp_path_factory, said):
    found = [finding(message, element=None if file else name, path=name) for message, name, file in said]
    assert reread(tmp_path_factory.mktemp("baseline"), Baseline.of(found))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no baseline of format 1"),
        ("baseline: 2\nfindings: []\n", "no baseline of format 1"),
        ("baseline: 1\nfindings: {}\n", "must be a list"),
        ("baseline: 1\nfindings: [\n", "bracket is missing"),
        ("baseline: 1\nfindings: &a [*a]\n", "anchors"),
        ("baseline: 1\nfindings:\n  - {rule: OWN02, finding: x}\n", ":3:5: a finding has"),
        ("baseline: 1\nfindings: [{rule: OWN02, element: a, finding: x, count: 0}]\n", "a finding has"),
        ("baseline: 1\nfindings: [{rule: OWN02, element: a, finding: x, line: 3}]\n", "a finding has"),
        ("baseline: 1\nfindings: [{rule: [OWN02], element: a, finding: x}]\n", "a finding has"),
        ("<<<<<<< ours\nbaseline: 1\n", "known.yaml:"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_at_its_place(text, words, tmp_path):
    file = tmp_path / "known.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableBaseline) as refused:
        read_baseline(file)
    assert words in str(refused.value)
    assert refused.value.help


def test_a_link_out_of_its_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.yaml").write_text("baseline: 1\nfindings: []\n", encoding="utf-8")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/known.yaml").symlink_to("../secret.yaml")
    with pytest.raises(UnusableBaseline):
        read_baseline(tmp_path / "project/known.yaml")


def test_what_is_kept_of_a_finding_can_be_stored():
    assert KnownFinding.of(finding("half \ud83d", element=None, path="b\udcff.yaml")).subject == "b\ufffd.yaml"
