"""The documentation of what reading finds speaks of the codes and names that reading uses."""

from ltcarch.loading import mismatch_messages, references
from ltcarch.loading.load import _NAMES, NOTHING_TO_READ
from ltcarch.rules import reading, shape
from ltcarch.rules import references as reference_rules


def test_reading():
    assert {rule.code: rule.name for rule in reading.RULES} == {**_NAMES, **dict([NOTHING_TO_READ])}


def test_shape():
    used = {value for value in vars(mismatch_messages).values() if isinstance(value, tuple) and len(value) == 2}
    assert {(rule.code, rule.name) for rule in shape.RULES} == {pair for pair in used if str(pair[0]).startswith("SCH")}


def test_references():
    used = {value for value in vars(references).values() if isinstance(value, tuple) and len(value) == 2}
    assert {(rule.code, rule.name) for rule in reference_rules.RULES} == used
