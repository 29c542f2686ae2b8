"""What the engine makes of profiles, settings, waivers and rules that crash."""

import pytest

from ltcarch.diagnostics import Severity
from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules.rule import Finding, Option, Rule
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
