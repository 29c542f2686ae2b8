"""No project, however it is made, takes a time or a memory out of proportion, or hides what it cannot show."""

import os
from pathlib import Path
from time import perf_counter

import pytest

from ltcarch.diagnostics import limit
from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.loading.project import MOST_PATTERNS
from ltcarch.source import decoding
from tests.projects import PROJECT, write_project

SECONDS = 8
"""Far more than each of these takes, far less than it would take without its limit."""


def judged(folder: Path, files: dict[str, str]):
    begin = perf_counter()
    report = run(load(write_project(folder, files)))
    assert perf_counter() - begin < SECONDS
    assert not report.failed_rules
    return report.diagnostics


def test_what_a_folder_hides_is_told(tmp_path, monkeypatch):
    write_project(tmp_path, {"a.yaml": "roles: []\n"})
    with monkeypatch.context() as place:
        place.chdir(tmp_path)
        for _ in range(100):
            Path("d" * 50).mkdir()
            os.chdir("d" * 50)
    [fault] = [own for own in load(tmp_path).diagnostics if own.code == "SRC01"]
    assert "too long" in fault.message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root searches everything")
def test_a_folder_without_permission_is_told(tmp_path):
    write_project(tmp_path, {"a.yaml": "roles: []\n", "closed/b.yaml": "roles: []\n"})
    (tmp_path / "closed").chmod(0)
    [fault] = load(tmp_path).diagnostics
    (tmp_path / "closed").chmod(0o700)
    assert fault.message == "the folder cannot be searched"


def test_patterns_are_few(tmp_path):
    patterns = ", ".join(f"'**/x{number}*.yaml'" for number in range(20_000))
    paths = "".join(f"  - {{path: '**/{number}*', profile: draft}}\n" for number in range(20_000))
    files = {f"f/{number}.yaml": "roles: []\n" for number in range(100)}
    found = judged(tmp_path, {**files, "ltcarch.yaml": f"{PROJECT}sources: [{patterns}]\nper_path:\n{paths}"})
    assert {own.message for own in found if own.code == "SCH05"} == {
        f"`{key}` of the project file has too many items" for key in ("sources", "per_path")
    }
    assert all(len(own.message) < 500 for own in found)
    assert MOST_PATTERNS == 200


def test_findings_of_one_rule_are_counted_up_to_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("ltcarch.engine.MOST_OF_A_RULE", 100)
    axes = ", ".join(f"x{number}: [a]" for number in range(1000))
    classes = "".join(f"- {{id: C{number}, name: Sell}}\n" for number in range(1000))
    found = judged(tmp_path, {"ltcarch.yaml": f"{PROJECT}axes: {{{axes}}}\n", "a.yaml": f"classifications:\n{classes}"})
    of_rule = [own.message for own in found if own.code == "STR12"]
    assert len(of_rule) == 101
    assert of_rule.count("more than 100 findings of this kind; the others are not told") == 1


def test_faults_of_one_file_are_counted_up_to_a_limit(tmp_path):
    keys = "".join(f"k{number}: 1\n" for number in range(limit.MOST_OF_A_FILE + 5000))
    found = judged(tmp_path, {"a.yaml": keys})
    assert sum(own.code == "SCH01" for own in found) == limit.MOST_OF_A_FILE + 1


def test_a_file_with_more_values_than_anybody_reads_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(decoding, "MOST_SIGNS", 1000)
    files = {"a.yaml": f"roles: [{'[],' * 1000}]\n", "b.yaml": f"roles: [{{id: a, name: {'x' * 5000}}}]\n"}
    assert [own.location.source.path for own in judged(tmp_path, files) if own.code == "SRC10"] == ["a.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        f'activities: [{{id: A, name: Ask, role: "{"x" * 500_000}"}}]\n',
        f'activities: [{{id: "{"y" * 500_000}", name: Ask}}]\n',
        f"a: *{'z' * 500_000}\n",
        f"a: !{'z' * 500_000} b\n",
        f'glossary: [{{id: t, name: "{"n" * 500_000}", acronym: A0}}]\nroles: [{{id: A0, name: R}}]\n',
    ],
)
def test_a_sentence_has_an_end(text, tmp_path):
    found = judged(tmp_path, {"a.yaml": text})
    assert found
    assert all(len(own.message) <= limit.LONGEST_SENTENCE for own in found)
    assert all(len(own.help or "") <= limit.LONGEST_SENTENCE for own in found)


@pytest.mark.parametrize("codes", ["k%d: x", "K%d: [1, {a: b}]"])
def test_very_many_keys_that_are_no_language_are_told_at_once(codes, tmp_path):
    """What 5,000 of them took a minute for is done with 20,000 in no time."""
    text = f"roles: [{{id: r, name: {{{', '.join(codes % number for number in range(20_000))}}}}}]\n"
    found = judged(tmp_path, {"a.yaml": text})
    assert [own.message for own in found if own.code == "SCH05"] == [
        "`name` of role r has a key that is no language code"
    ]


def _items(count: int, of: str) -> str:
    return ", ".join(of % {"own": number, "next": number + 1} for number in range(count))


MANY_ENDS = _items(3000, "{id: s%(own)d}")
MANY_ENDING = _items(3000, "{id: u%(own)d, name: U, parent: p, next: [{end: t%(own)d}]}")


@pytest.mark.parametrize(
    "text",
    [
        f"processes: [{{id: p, name: P, ends: [{MANY_ENDS}]}}]\nactivities: [{MANY_ENDING}]\n",
        f"artifacts: [{_items(4000, '{id: u%(own)d, name: U, part_of: u%(next)d}')}]\n",
        f"roles: [{{id: r, name: R, waivers: [{_items(4000, '{rule: OWN02, reason: x, owner: a}')}]}}]\n",
    ],
    ids=["ends that are none", "parts of parts", "waivers of one element"],
)
def test_what_grew_with_the_square_of_a_list(text, tmp_path):
    judged(tmp_path, {"a.yaml": text})


def test_many_findings_with_fixes_on_one_line(tmp_path):
    waiver = "{rule: OWN10, reason: x, owner: a, expires: 2999-01-01}"
    roles = ", ".join(f"{{id: r{number}, nme: x, waivers: [{waiver}]}}" for number in range(2000))
    assert len(judged(tmp_path, {"a.yaml": f"roles: [{roles}]\n"})) > 4000


def test_many_deprecated_words_in_long_names(tmp_path):
    terms = "".join(f"- {{id: t{number}, name: 销{number}, deprecated: [售{number}]}}\n" for number in range(1000))
    roles = "".join(f"- {{id: r{number}, name: {'销售' * 200}{number}}}\n" for number in range(1000))
    found = judged(tmp_path, {"a.yaml": f"glossary:\n{terms}roles:\n{roles}"})
    assert sum(own.code == "IDN09" for own in found) > 900
