"""What the engine makes of profiles, settings, waivers and rules that crash."""

import pytest

from ltcarch.diagnostics import Severity
from ltcarch.diagnostics.baseline import Baseline
from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules import configuration
from ltcarch.rules.rule import Finding, Option, Rule
from ltcarch.rules.selection import Selection
from tests.projects import TODAY, write_project

ACTIVITY = "activities:\n  - id: A1\n    name: Decide\n"


def project(**keys: str) -> str:
    return "ltcarch: 1\nname: Example\n" + "".join(f"{key}: {value}\n" for key, value in keys.items())


def each_activity(architecture, context):
    """A check that finds every activity."""
    for element in architecture.elements.values():
        if element.KIND == "activity":
            yield Finding(element, f"activity {element.id} with {context.options}")


RULE = Rule("TST01", "test", {"standard": Severity.WARNING}, "Demand.", each_activity, {"most": Option(3, "How many.")})


def report(folder, files, *, rules=(RULE,), **how):
    return run(load(write_project(folder, files)), rules=rules, **how)


def codes(found):
    return [(one.code, one.severity.value) for one in found.diagnostics]


def test_severity_grows_with_the_profile(tmp_path):
    files = {"ltcarch.yaml": project(), "a.yaml": ACTIVITY}
    assert codes(report(tmp_path, files, profile="draft")) == []
    assert codes(report(tmp_path, files)) == [("TST01", "warning")]
    assert codes(report(tmp_path, files, profile="strict")) == [("TST01", "warning")]


@pytest.mark.parametrize(("said", "expected"), [("error", [("TST01", "error")]), ('"off"', []), ("off", [])])
def test_the_project_sets_a_severity(tmp_path, said, expected):
    files = {"ltcarch.yaml": project(rules=f"{{TST01: {said}}}"), "a.yaml": ACTIVITY}
    assert codes(report(tmp_path, files)) == expected


@pytest.mark.parametrize(
    ("needs", "today", "found"),
    [((), None, 1), ({"today"}, None, 0), ({"today"}, TODAY, 1), ({"today", "history"}, TODAY, 0)],
)
def test_a_rule_runs_only_with_what_it_needs(needs, today, found, tmp_path):
    rule = Rule("TST01", "test", {"standard": Severity.WARNING}, "Demand.", each_activity, needs=frozenset(needs))
    assert len(report(tmp_path, {"a.yaml": ACTIVITY}, rules=[rule], today=today).diagnostics) == found


def test_a_rule_that_compares_is_given_the_former_architecture(tmp_path):
    def compare(architecture, context):
        yield Finding(architecture.company, f"before: {sorted(context.before.elements)}")

    rule = Rule("TST01", "test", {"standard": Severity.WARNING}, "Demand.", compare, needs=frozenset({"history"}))
    before = load(write_project(tmp_path / "before", {"a.yaml": ACTIVITY})).architecture
    files = {"a.yaml": "roles: []\n"}
    assert report(tmp_path / "now", files, rules=[rule]).diagnostics == ()
    found = report(tmp_path / "now", files, rules=[rule], before=before).diagnostics
    assert [one.message for one in found] == ["before: ['A1', 'company']"]


def test_the_project_sets_an_option(tmp_path):
    files = {"ltcarch.yaml": project(rules="{TST01: {most: 7}}"), "a.yaml": ACTIVITY}
    assert report(tmp_path, files).diagnostics[0].message == "activity A1 with {'most': 7}"


@pytest.mark.parametrize(
    ("said", "code", "place", "words"),
    [
        ("{TST02: error}", "CFG01", (3, 9), "no rule `TST02`"),
        ("{TST01: {mots: 7}}", "CFG02", (3, 17), "no option `mots`"),
        ("{TST01: {most: seven}}", "CFG02", (3, 23), "must be like"),
        ("{TST01: grave}", "CFG02", (3, 16), "is no severity"),
    ],
)
def test_wrong_settings_are_findings_at_their_place(tmp_path, said, code, place, words):
    found = report(tmp_path, {"ltcarch.yaml": project(rules=said), "a.yaml": "roles: []\n"}).diagnostics
    assert [one.code for one in found] == [code]
    assert words in found[0].message
    assert (found[0].location.span.line, found[0].location.span.column) == place


def test_a_waiver_silences_one_rule_at_one_element(tmp_path):
    waiver = "    waivers: [{rule: TST01, reason: known, owner: boss, expires: 2027-01-01}]\n"
    second = "  - {id: A2, name: Act}\n"
    files = {"a.yaml": ACTIVITY + waiver + second + "positions: [{id: boss, name: Boss}]\n"}
    found = report(tmp_path, files)
    assert [one.element for one in found.diagnostics] == ["A2"]
    assert [one.element for one in found.waived] == ["A1"]


def test_a_waiver_of_an_unknown_rule_is_a_finding(tmp_path):
    waiver = "    waivers: [{rule: TST1, reason: known, owner: boss, expires: 2027-01-01}]\n"
    files = {"a.yaml": ACTIVITY + waiver + "positions: [{id: boss, name: Boss}]\n"}
    found = [one for one in report(tmp_path, files).diagnostics if one.code == "CFG01"]
    assert found[0].help == "did you mean `TST01`?"


def test_a_rule_that_crashes_is_named_and_the_others_go_on(tmp_path):
    def crash(architecture, context):
        raise KeyError("gone")

    crashing = Rule("TST09", "crash", {"draft": Severity.ERROR}, "Demand.", crash)
    found = report(tmp_path, {"a.yaml": ACTIVITY}, rules=(crashing, RULE))
    assert found.failed_rules == ("TST09",)
    assert [one.code for one in found.diagnostics] == ["CFG03", "TST01"]
    assert "TST09" in found.diagnostics[0].message


def test_the_rules_that_ran_are_told_with_their_severity(tmp_path):
    silent = Rule("TST02", "silent", {"strict": Severity.ERROR}, "Demand.", each_activity)
    dated = Rule("TST03", "dated", {"draft": Severity.ERROR}, "Demand.", each_activity, needs=frozenset({"today"}))
    read = Rule("TST04", "read", {"draft": Severity.ERROR}, "Demand.")
    files = {"ltcarch.yaml": project(rules="{TST01: error}"), "a.yaml": ACTIVITY}
    found = report(tmp_path, files, rules=(RULE, silent, dated, read))
    assert found.severities == {"TST01": Severity.ERROR, "TST04": Severity.ERROR}


LEGACY = "{path: 'old/**', rules: {TST01: info}}"


@pytest.mark.parametrize(
    ("settings", "rules", "expected"),
    [
        (LEGACY, "{}", ["warning", "info"]),
        ("{path: 'old/**', rules: {TST01: 'off'}}", "{}", ["warning"]),
        ("{path: 'old/**', profile: draft}", "{}", ["warning"]),
        ("{path: 'old/**', profile: draft}", "{TST01: error}", ["error", "error"]),
        ("{path: 'old/**', profile: draft, rules: {TST01: info}}", "{TST01: error}", ["error", "info"]),
        (f"{LEGACY}, {{path: '**/b.yaml', rules: {{TST01: error}}}}", "{}", ["warning", "error"]),
        (f"{LEGACY}, {{path: '**/b.yaml', rules: {{TST09: error}}}}", "{}", ["warning", "info"]),
        (LEGACY, "{TST01: 'off'}", ["info"]),
    ],
)
def test_severities_by_path(settings, rules, expected, tmp_path):
    files = {
        "ltcarch.yaml": project(per_path=f"[{settings}]", rules=rules),
        "a.yaml": ACTIVITY,
        "old/b.yaml": ACTIVITY.replace("A1", "B1"),
    }
    found = [one.severity.value for one in report(tmp_path, files).diagnostics if one.code == "TST01"]
    assert found == expected


@pytest.mark.parametrize(
    ("rules", "code", "words"),
    [("{TST02: error}", "CFG01", "no rule `TST02`"), ("{TST08: error}", "CFG02", "found while files are read")],
)
def test_a_wrong_rule_by_path_is_a_finding_at_its_place(rules, code, words, tmp_path):
    read = Rule("TST08", "read", {"draft": Severity.ERROR}, "Demand.")
    files = {"ltcarch.yaml": project(per_path=f"[{{path: '*', rules: {rules}}}]"), "a.yaml": "roles: []\n"}
    (found,) = report(tmp_path, files, rules=[RULE, read]).diagnostics
    assert (found.code, found.location.span.line, found.location.span.column) == (code, 3, 32)
    assert words in found.message


def test_a_selection_leaves_out_rules_and_what_reading_found(tmp_path):
    files = {"a.yaml": ACTIVITY + "    role: nobody\n", "b.yaml": "roles: ["}
    chosen = Selection(select=frozenset({"TST"}))
    assert {one.code for one in report(tmp_path, files, selection=chosen).diagnostics} == {"TST01", "SRC04"}
    chosen = Selection(ignore=frozenset({"TST01"}))
    assert {one.code for one in report(tmp_path, files, selection=chosen).diagnostics} == {"REF01", "SRC04"}


def test_a_baseline_leaves_what_is_new(tmp_path):
    files = {"a.yaml": ACTIVITY}
    known = Baseline.of(report(tmp_path, files).diagnostics)
    more = {"a.yaml": "# moved\n\n" + ACTIVITY + "  - {id: A2, name: Act}\n"}
    found = report(tmp_path, more, baseline=known)
    assert [one.element for one in found.diagnostics] == ["A2"]
    assert [one.element for one in found.known] == ["A1"]
    assert found.mended == ()


def test_a_renamed_element_keeps_its_place_in_the_baseline(tmp_path):
    known = Baseline.of(report(tmp_path, {"a.yaml": ACTIVITY}).diagnostics)
    renamed = ACTIVITY.replace("id: A1", "id: B7\n    former_ids: [A1]")
    found = report(tmp_path, {"a.yaml": renamed}, baseline=known)
    assert (found.diagnostics, found.mended) == ((), ())
    assert [one.element for one in found.known] == ["B7"]


def test_only_what_a_rule_that_ran_finds_no_more_is_mended(tmp_path):
    known = Baseline.of(report(tmp_path, {"a.yaml": ACTIVITY + "    role: nobody\n"}).diagnostics)
    clean = {"a.yaml": "roles: [{id: r, name: R}]\n"}
    assert [one.code for one in report(tmp_path, clean, baseline=known).mended] == ["REF01", "TST01"]
    assert [one.code for one in report(tmp_path, clean, baseline=known, profile="draft").mended] == ["REF01"]
    only = Selection(select=frozenset({"TST01"}))
    assert [one.code for one in report(tmp_path, clean, baseline=known, selection=only).mended] == ["TST01"]


WAIVED = ACTIVITY + "    waivers: [{rule: TST01, reason: known, owner: boss, expires: 2026-06-29}]\n"


def test_an_expired_waiver_silences_nothing_once_dates_are_checked(tmp_path):
    files = {"a.yaml": WAIVED + "positions: [{id: boss, name: Boss}]\n"}
    rules = [RULE, *configuration.RULES]
    assert codes(report(tmp_path, files, rules=rules)) == []
    found = report(tmp_path, files, rules=rules, today=TODAY)
    assert codes(found) == [("TST01", "warning"), ("CFG04", "warning")]


def test_nobody_can_say_of_a_waiver_that_it_is_unused_while_a_file_cannot_be_read(tmp_path):
    files = {"a.yaml": WAIVED.replace("TST01", "TST02") + "positions: [{id: boss, name: Boss}]\n"}
    rules = [RULE, Rule("TST02", "other", {"draft": Severity.INFO}, "Demand.", lambda *_: ()), *configuration.RULES]
    assert "CFG05" in {one.code for one in report(tmp_path, files, rules=rules).diagnostics}
    files["b.yaml"] = "roles: [\n"
    assert "CFG05" not in {one.code for one in report(tmp_path, files, rules=rules).diagnostics}


def test_a_rule_that_crashed_has_no_unused_waivers(tmp_path):
    def crash(architecture, context):
        raise KeyError("gone")

    files = {"a.yaml": WAIVED.replace("TST01", "TST09") + "positions: [{id: boss, name: Boss}]\n"}
    rules = [Rule("TST09", "crash", {"draft": Severity.ERROR}, "Demand.", crash), *configuration.RULES]
    assert {one.code for one in report(tmp_path, files, rules=rules).diagnostics} == {"CFG03"}
