"""The bad example of every rule gives exactly its code, the good one nothing."""

import pytest

from ltcarch.rules import RULES
from ltcarch.rules.documentation import documentation
from tests.projects import findings

CHECKED = [rule for rule in RULES if rule.check is not None]
READ = [rule for rule in RULES if rule.check is None]
DESCRIBED = {"SRC02", "SRC03", "SRC10", "CFG03", "CFG09"}
"""Codes whose bad example no text can show: tests of decoding, of the engine and of company rules have them."""


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_examples_of_a_rule(rule, tmp_path):
    shown = documentation(rule)
    if rule.code not in DESCRIBED:
        assert {found.code for found in findings(tmp_path / "bad", shown.bad, rules=[rule])} == {rule.code}
    assert findings(tmp_path / "good", shown.good, rules=[rule]) == []


@pytest.mark.parametrize("rule", READ, ids=lambda rule: rule.code)
def test_examples_of_what_reading_finds(rule, tmp_path):
    shown = documentation(rule)
    if rule.code not in DESCRIBED:
        assert {found.code for found in findings(tmp_path / "bad", shown.bad, rules=[])} == {rule.code}
    assert findings(tmp_path / "good", shown.good, rules=[]) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_whose_bad_example_can_be_mended_says_so(rule, tmp_path):
    found = findings(tmp_path, documentation(rule).bad, rules=[rule] if rule.check else [])
    if any(own.fix for own in found if own.code == rule.code):
        assert rule.mending


def test_only_what_no_text_can_show_is_described():
    described = {rule.code: documentation(rule).bad_in_words for rule in RULES if not documentation(rule).bad}
    assert set(described) == DESCRIBED
    assert all(described.values())


def test_codes_and_names_are_unique():
    assert len({rule.code for rule in RULES}) == len(RULES) == len({rule.name for rule in RULES})
