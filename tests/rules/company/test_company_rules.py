"""Checks are rules like others, and judged apart from everything else."""

import time

import pytest

from ltcarch.diagnostics.baseline import Baseline
from ltcarch.engine import rules_of, run
from ltcarch.loading import load
from ltcarch.rules.company import judgement
from ltcarch.rules.selection import Selection
from tests.projects import TODAY, write_project

MODEL = "roles:\n  - {id: clerk, name: {en: Clerk, zh: 文员}}\n  - {id: chief, name: Chief, skills: [Tact]}\n"
CHECK = """\
  - id: NWN01
    name: role-without-skills
    for: role
    assert: size(element.skills) > 0
    message: {en: "role {id} ({name}) has no skills", zh: "角色 {name} 没有技能"}
"""
PROJECT = "ltcarch: 1\nname: Example\nprofile: draft\n"


def report(folder, checks=CHECK, settings="", model=MODEL, **how):
    files = {"ltcarch.yaml": f"{PROJECT}{settings}checks:\n{checks}", "a.yaml": model}
    return run(load(write_project(folder, files)), **how)


def told(found):
    return [(one.code, one.severity.value, one.message) for one in found.diagnostics]


def test_a_check_is_a_rule(tmp_path):
    assert told(report(tmp_path)) == [("NWN01", "warning", "role clerk (Clerk) has no skills")]


def test_its_message_is_in_the_first_language_of_the_project(tmp_path):
    assert told(report(tmp_path, settings="languages: [zh, en]\n"))[0][2] == "角色 文员 没有技能"


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ("rules: {NWN01: error}\n", ["error"]),
        ("rules: {NWN01: 'off'}\n", []),
        ("per_path: [{path: a.yaml, rules: {NWN01: info}}]\n", ["info"]),
    ],
)
def test_it_is_set_like_other_rules(settings, severities, tmp_path):
    assert [one.severity.value for one in report(tmp_path, settings=settings).diagnostics] == severities


def test_it_is_selected_like_other_rules(tmp_path):
    assert told(report(tmp_path, selection=Selection(ignore=frozenset({"NWN"})))) == []
    assert len(told(report(tmp_path, selection=Selection(select=frozenset({"NWN01"}))))) == 1


def test_it_is_waived_like_other_rules(tmp_path):
    waiver = "waivers: [{rule: NWN01, reason: soon, owner: chief, expires: 2027-01-31}]"
    found = report(tmp_path, model=MODEL.replace("zh: 文员}", "zh: 文员}, " + waiver), today=TODAY)
    assert (told(found), len(found.waived)) == ([], 1)
    found = report(tmp_path, model=MODEL.replace("[Tact]", "[Tact], " + waiver), today=TODAY)
    assert [one.code for one in found.diagnostics] == ["NWN01", "CFG05"]


def test_a_waiver_of_a_check_that_was_not_judged_is_not_called_unused(tmp_path):
    waiver = "waivers: [{rule: NWN01, reason: soon, owner: chief, expires: 2027-01-31}]"
    model = MODEL.replace("[Tact]", "[Tact], " + waiver)
    found = report(tmp_path, CHECK.replace("skills)", "skils)"), model=model)
    assert [one.code for one in found.diagnostics] == ["CFG07"]


def test_it_stands_in_the_baseline_like_other_rules(tmp_path):
    known = Baseline.of(report(tmp_path).diagnostics)
    assert told(report(tmp_path, baseline=known)) == []
    broken = report(tmp_path, CHECK.replace("skills)", "skils)"), baseline=known)
    assert broken.mended == ()


def test_it_is_shown_at_the_attribute_that_it_asks_for(tmp_path):
    found = report(tmp_path, CHECK.replace("> 0", "> 1"))
    places = [(one.location.span.line, one.location.span.column) for one in found.diagnostics]
    assert places == [(2, 10), (3, 38)]


def test_checks_with_a_wrong_shape_are_told_once(tmp_path):
    wrong = "  - {id: nwn1, name: x, for: role, assert: 'true', message: x}\n  - {id: NWN02}\n  - 7\n  - NWN03\n"
    found = report(tmp_path, wrong)
    assert {one.code[:3] for one in found.diagnostics} == {"SCH"}


def test_without_the_package_the_checks_are_told_and_all_else_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(judgement, "LIBRARY", "no_such_package_anywhere")
    found = report(tmp_path, model=MODEL + "  - {id: r}\n")
    assert [one.code for one in found.diagnostics] == ["SCH02", "CFG09"]
    assert (found.diagnostics[1].location.span.line, found.failed_rules) == (4, ())
    assert "NWN01" not in found.severities


def test_a_project_without_checks_starts_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr(judgement.subprocess, "Popen", None)
    files = {"ltcarch.yaml": PROJECT, "a.yaml": MODEL}
    assert told(run(load(write_project(tmp_path, files)))) == []


def check(number, expression, kind="role"):
    return f"  - {{id: NWN{number:02}, name: n, for: {kind}, assert: '{expression}', message: '{{id}}'}}\n"


TEN = "[1,1,1,1,1,1,1,1,1,1,1,1]"
DOUBLING = "".join(f"[v{n} + v{n} + v{n} + v{n} + v{n} + v{n}].all(v{n + 1}, " for n in range(12))
GROWING = f"[element.id].all(v0, {DOUBLING}size(v12) > 0{')' * 13}"
NESTED_LISTS = "".join(f"[[v{n}, v{n}, v{n}, v{n}, v{n}, v{n}]].all(v{n + 1}, " for n in range(10))
COMPARING = f"[[1]].all(v0, {NESTED_LISTS}v10 == v10{')' * 11}"


def test_an_expression_that_takes_too_much_is_ended_and_the_others_go_on(tmp_path, monkeypatch):
    monkeypatch.setattr(judgement, "PATIENCE", 1.5)
    start = time.monotonic()
    found = report(tmp_path, check(1, COMPARING) + check(2, "size(element.skills) > 0"))
    assert time.monotonic() - start < 8
    codes = [(one.code, one.message) for one in found.diagnostics]
    assert ("NWN02", "clerk") in codes
    assert ("CFG08", "check NWN01 was ended: it takes more time or memory than a check may") in codes


def test_after_some_such_expressions_no_other_is_judged(tmp_path, monkeypatch):
    monkeypatch.setattr(judgement, "PATIENCE", 0.5)
    found = report(tmp_path, "".join(check(number, COMPARING) for number in range(1, 5)) + check(5, "false"))
    ended = [one.message for one in found.diagnostics if "was ended" in one.message]
    skipped = [one.message for one in found.diagnostics if "was not judged" in one.message]
    assert (len(ended), len(skipped)) == (3, 2)
    assert [one.code for one in found.diagnostics if one.code != "CFG08"] == []


def test_an_expression_that_fills_the_memory_is_ended(tmp_path):
    found = report(tmp_path, check(1, GROWING) + check(2, "false"))
    assert [one.code for one in found.diagnostics if one.code == "CFG08"] == ["CFG08"]
    assert len([one for one in found.diagnostics if one.code == "NWN02"]) == 2


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (f"{TEN}.all(a, {TEN}.all(b, {TEN}.all(c, {TEN}.all(d, true))))", "too many items"),
        ('element.id.matches("(((((a{30}){30}){30}){30})")', "regular expression"),
        ('element.id.matches("((a{1000}){1000}){1000}")', ""),
        ("1 / 0 == 1", "divide by zero"),
        ("9223372036854775807 + element.name.size() > 0", "overflow"),
    ],
)
def test_expressions_without_an_answer(expression, words, tmp_path):
    (found,) = report(tmp_path, check(1, expression)).diagnostics
    assert found.code == "CFG08"
    assert words in found.message


@pytest.mark.parametrize(
    "expression",
    [
        '__import__("os").system("true") == 0',
        "element.__class__ != null",
        "element.name.__class__ == null",
        'open("/etc/passwd") != ""',
        'env("HOME") != ""',
        "google.protobuf.Any{} == null",
        "cel.bind(x, 1, true)",
        'element["id"] != ""',
    ],
)
def test_there_is_nothing_but_the_element(expression, tmp_path):
    (found, *_) = report(tmp_path, check(1, expression)).diagnostics
    assert found.code in ("CFG07", "CFG08")


def test_hostile_ids_and_names_are_only_text(tmp_path):
    model = 'roles: [{id: r, name: "{id} {name} %s {0} ${HOME} `x` \\" <b>"}]\n'
    (found,) = report(tmp_path, check(1, "false").replace("{id}", "{name} {{id}}"), model=model).diagnostics
    assert found.message == '{id} {name} %s {0} ${HOME} `x` " <b> {r}'


def test_the_same_elements_give_the_same_findings_in_any_order(tmp_path):
    both = MODEL.splitlines(keepends=True)
    turned = both[0] + both[2] + both[1]
    first, second = (report(tmp_path / name, check(1, "has(element.name.fr)") , model=model)
                     for name, model in (("a", MODEL), ("b", turned)))  # fmt: skip
    assert sorted(told(first)) == sorted(told(second))
    rules = rules_of(load(tmp_path / "a").architecture)
    assert [rule.code for rule in rules if rule.is_company_rule] == ["NWN01"]
