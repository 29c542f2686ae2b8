"""The two validators give the same verdicts, so that it does not matter which one is installed."""

import sys
from pathlib import Path

import pytest

from ltcarch.loading import shape
from ltcarch.loading.shape import Mismatch, mismatches
from ltcarch.rules import RULES
from ltcarch.rules.documentation import documentation
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read
from tests.rules.case_files import CASES, cases_in

ROOT = Path(__file__).parents[2]

BROKEN = [
    "classifications: x", "- a", "hello", "clasifications: []", "classifications:", "classifications: [[]]",
    "classifications: {id: A}", "classifications: [x, 1, null, {}]", "classifications: [{id: A}]",
    "classifications: [{name: A}]", "classifications: [{id: a b, name: X}]", 'classifications: [{id: "", name: ""}]',
    "classifications: [{id: 12, name: 3}]", "classifications: [{id: A, name: {}}]",
    'classifications: [{id: A, name: {en: ""}}]', "classifications: [{id: A, name: {EN: x, e1: y, zh: 1}}]",
    "classifications: [{id: A, name: [x]}]", "classifications: [{id: A, name: true}]",
    'classifications: [{id: "A\\n", name: X}]', "classifications: [{id: 名称, name: X}]",
    'classifications: [{id: A, name: X, kind: e2e, axes: {class: 3}, owner: [1, ""], order: -1, ends: ["", {}]}]',
    'classifications: [{id: A, name: X, order: 1.5, inputs: [{}, "", {artifact: 3}, {artifact: x, optional: maybe}]}]',
    "classifications: [{id: A, name: X, order: 1.0}, {id: B, name: X, order: 99999999}]",
    "classifications: [{id: A, name: X, lifecycle: {stage: running, effective_from: 2024-02-30, review_by: 2024-1-1}}]",
    'classifications: [{id: A, name: X, lifecycle: {effective_from: "2024-01-01\\n", review_by: "２０２４-01-01"}}]',
    'activities: [{id: A, name: X, duration: {work: P, wait: PT}, waits: {for: x, timeout: "P1D\\n"}, calls: x}]',
    "activities: [{id: A, name: X, duration: {work: P1Y2M3W4DT5H6M7S}, waits: {timeout: P1M2D}, raci: {respon: []}}]",
    "activities: [{id: A, name: X, authority: {limits: [{role: r, up_to: x}, {}]}, next: [{on: x}, 3]}]",
    'artifacts: [{id: A, name: X, type: thing, states: [1, {}, {id: a b}], reference: 1, url: ""}]',
    "kpis: [{id: A, name: X, target: [], bounds: {min: a}, measures: [{}]}, {id: B, name: X, target: {en: 1}}]",
    'roles: [{id: R, name: X, waivers: [{}], unset: {owner: {}}, tags: [1], aliases: [{}], former_ids: ["a b"]}]',
    f"roles: [{{id: R, name: X, provenance: 3}}, {{id: {'R' * 101}, name: X}}]",
    "retired: [{id: A, on: 2024-13-01, replaced_by: x}, {}]", "risks: [{id: A, name: X, likelihood: High}]",
    "groups: [{id: G, name: X, processes: [{id: P, name: Y, activities: [{id: Q, name: Z, tasks: [{colour: red}]}]}]}]",
    "positions: [{id: p, name: P, holder: null}, {id: q, name: Q, holder: 3}]",
]  # fmt: skip
BROKEN_PROJECTS = [
    "ltcarch: 2", 'ltcarch: "1"', "{}", "ltcarch: true\nname: X", "ltcarch: 1.0\nname: X", "- x", "x: []",
    "ltcarch: 1\nname: X\nlanguages: []", "ltcarch: 1\nname: X\nlanguages: [en, en, EN, 1]",
    'ltcarch: 1\nname: X\nsources: ""', "ltcarch: 1\nname: X\nsources: []\nlevels: {domain: {}}",
    'ltcarch: 1\nname: X\naxes: {class: [{}, 1, "", {id: a b}], x: {}, y: 3}',
    "ltcarch: 1\nname: X\nprofile: hard\nrules: {OWN05: true, OWN01: {severity: bad}, A: []}",
    'ltcarch: 1\nname: X\ncompany: {id: "", nam: x}\nrequired_interfaces: [{}, {from: a}, x]\nprovenance: {S1: 3}',
    "ltcarch: 1\nname: X\ncrosswalks: [{}, {id: a, name: b, levels: [{kinds: [x]}]}]\nlifecycle: {status: x}",
]  # fmt: skip


def assert_same_verdicts(name: str, text: str) -> None:
    try:
        data = read("a.yaml", text.encode())[0].root
    except Unusable:
        return
    assert set(shape._by_jsonschema_rs(name, data)) == set(shape._by_jsonschema(name, data)), text


@pytest.mark.parametrize("text", BROKEN)
def test_the_same_verdicts_on_broken_files(text):
    assert mismatches("architecture", read("a.yaml", text.encode())[0].root)
    assert_same_verdicts("architecture", text)


@pytest.mark.parametrize("text", BROKEN_PROJECTS)
def test_the_same_verdicts_on_broken_project_files(text):
    assert_same_verdicts("project", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_same_verdicts_on_every_example(rule):
    shown = documentation(rule)
    for path, text in (*shown.bad.items(), *shown.good.items()):
        assert_same_verdicts("project" if path.endswith("ltcarch.yaml") else "architecture", text)


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_the_same_verdicts_on_every_case(file):
    for cases in cases_in(file).values():
        for case in cases:
            assert_same_verdicts("architecture", case.get("architecture", ""))
            assert_same_verdicts("project", case.get("project", ""))


@pytest.mark.parametrize("folder", ["models/reference", "examples"])
def test_the_same_verdicts_on_what_is_shipped(folder):
    for file in sorted((ROOT / folder).rglob("*.yaml")):
        name = "project" if file.name == "ltcarch.yaml" else "architecture"
        assert_same_verdicts(name, file.read_text(encoding="utf-8"))


def test_without_the_fast_validator_the_other_one_speaks(monkeypatch):
    monkeypatch.setattr(shape, "_by_jsonschema_rs", _not_installed)
    found = mismatches("architecture", {"roles": [{"id": "r", "nam": "R"}]})
    assert found == [
        Mismatch(("roles", 0), "required", "name"),
        Mismatch(("roles", 0, "nam"), "additionalProperties", "nam"),
    ]


def _not_installed(name, data):
    raise ImportError("jsonschema_rs")


def test_the_slow_validator_is_not_imported_where_the_fast_one_is(monkeypatch):
    monkeypatch.delitem(sys.modules, "jsonschema", raising=False)
    mismatches("architecture", {"roles": [{"id": "r"}]})
    assert "jsonschema" not in sys.modules


def test_each_fault_is_told_once_and_in_order():
    data = {"roles": [{"x": 1, "y": 2}, {"id": "r"}], "activities": [{"id": "A", "name": {"en": ""}}]}
    found = mismatches("architecture", data)
    assert [(fault.path, fault.subject) for fault in found] == [
        (("activities", 0, "name", "en"), ""),
        (("roles", 0), "id"),
        (("roles", 0), "name"),
        (("roles", 0, "x"), "x"),
        (("roles", 0, "y"), "y"),
        (("roles", 1), "name"),
    ]
