"""Which rules are wanted."""

import pytest

from ltcarch.rules import RULES
from ltcarch.rules.selection import AlwaysHeard, Selection, UnknownRule, selection


@pytest.mark.parametrize(
    ("select", "ignore", "wanted", "unwanted"),
    [
        ([], [], ["OWN05", "SRC04", "REF01"], []),
        (["OWN05"], [], ["OWN05", "SRC04"], ["OWN06", "REF01", "CFG01"]),
        (["OWN, flw"], [], ["OWN05", "FLW12"], ["STR01"]),
        (["not-one-responsible-role"], [], ["OWN05"], ["OWN01"]),
        ([], ["OWN05,REF"], ["OWN01", "SCH01"], ["OWN05", "REF03"]),
        (["OWN"], ["OWN05"], ["OWN01"], ["OWN05", "FLW01"]),
        (["SCH02"], [], ["SCH02", "SRC01"], ["SCH01"]),
    ],
)
def test_what_is_wanted(select, ignore, wanted, unwanted):
    chosen = selection(select, ignore, RULES)
    assert [code for code in wanted if not chosen.wants(code)] == []
    assert [code for code in unwanted if chosen.wants(code)] == []


@pytest.mark.parametrize(
    ("word", "help_text"),
    [
        ("missing-traslation", "did you mean `missing-translation`?"),
        ("not-one-owners", "did you mean `not-one-owner`?"),
        ("ZZ", "lists them"),
    ],
)
def test_an_unknown_word_is_refused(word, help_text):
    with pytest.raises(UnknownRule) as refused:
        selection([], [f"OWN05,{word}"], RULES)
    assert word in str(refused.value)
    assert help_text in refused.value.help


@pytest.mark.parametrize("word", ["SRC", "src04"])
def test_files_that_cannot_be_read_are_always_told(word):
    with pytest.raises(AlwaysHeard):
        selection([], [word], RULES)


def test_nothing_named_is_everything():
    assert selection(["", " , "], [], RULES) == Selection()
    assert Selection().is_everything
