"""What a word misspells, and where that is not certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.model.suggestions import Vocabulary, meant


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("sales_haed", ["sales_head", "sales_clerk"], "sales_head"),
        ("sales_hed", ["sales_head", "lead_admin"], "sales_head"),
        ("Sales-Head", ["sales_head", "sales_heads"], "sales_head"),
        ("saleshead", ["sales_head"], "sales_head"),
        ("custmer_requirment", ["customer_requirement", "customer_request"], "customer_requirement"),
        ("ownr", ["owner", "outputs"], "owner"),
        ("kpi", ["kpis", "key"], "kpis"),
        ("nmae", ["name", "id"], "name"),
        ("LTC.01", ["LTC.1", "LTC.10"], "LTC.1"),
        ("ltc.1.2", ["LTC.1.2", "LTC.12"], "LTC.1.2"),
        ("leadr", ["leader", "leads"], None),
        ("lead_admn", ["lead_admin", "lead_admins"], None),
        ("sales_lead", ["sales_head"], None),
        ("inactive", ["active"], None),
        ("unapproved", ["approved"], None),
        ("LTC.1.A4", ["LTC.1.A3"], None),
        ("LTC.12", ["LTC.1.2"], None),
        ("IPD.1", ["IPC.1"], None),
        ("a1b2", ["A1b2", "a1B2"], None),
        ("已批准", ["未批准"], None),
        ("合同已签", ["合同未签"], None),
        ("B", ["B+"], None),
        ("A1.B2", ["AB.1.2"], None),
        ("LTC.1A2", ["LTC.1.A2"], "LTC.1.A2"),
        ("a1_5", ["a15"], None),
        ("LTC.1.A2", ["LTC.12.A"], None),
        ("lead_admin_2", ["lead_admin2"], "lead_admin2"),
        ("lead_admni_2", ["lead_admin2", "lead_admin_3"], "lead_admin2"),
        ("aproved+", ["approved"], None),
        ("aproved+", ["approved+", "approved"], "approved+"),
        ("🎉", ["😀"], None),
        ("_", ["."], None),
        ("9" * 5000, ["9" * 5000 + "a"], None),
        ("x", ["y"], None),
        ("", ["owner"], None),
        ("owner", [], None),
    ],
)
def test_what_is_meant(word, known, expected):
    assert meant(word, known) == expected


def test_codes_are_short_and_may_still_be_misspelt():
    codes = ["OWN05", "OWN06", "FLW05"]
    assert meant("ONW05", codes) is None
    assert meant("OWM05", codes, shortest=3) == "OWN05"
    assert meant("own5", codes) == "OWN05"
    assert meant("OWN07", codes, shortest=3) is None


def test_a_slip_is_told_among_very_many_words():
    vocabulary = Vocabulary(f"{letter}{number}_artifact" for number in range(1000) for letter in "abcdefghij")
    for number in range(1000):
        assert vocabulary.meant(f"c{number}_artifcat") == f"c{number}_artifact"


@given(st.text("abc_1.一", max_size=12), st.lists(st.text("abc_1.一", max_size=12), max_size=6))
def test_the_order_of_words_does_not_matter(word, known):
    assert meant(word, known) == meant(word, list(reversed(known)))
    assert meant(word, known) in {None, *known}
