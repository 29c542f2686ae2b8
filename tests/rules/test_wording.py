"""Words that findings share."""

import pytest

from ltcarch.rules.wording import counted, kind_in_words, listed, with_article


def test_kinds_are_written_as_in_a_sentence():
    assert kind_in_words("subprocess") == "sub-process"
    assert with_article("activity") == "an activity"
    assert with_article("key_task") == "a key task"


@pytest.mark.parametrize(
    ("count", "kind", "words"),
    [(0, "activity", "no activities"), (1, "process", "one process"), (2, "subprocess", "two sub-processes"),
     (12, "key_task", "12 key tasks")],
)  # fmt: skip
def test_counts_are_written_out_below_ten(count, kind, words):
    assert counted(count, kind) == words


def test_lists_end_in_a_conjunction():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
