"""What somebody may have meant."""

import time

import pytest

from ltcarch.model.suggestions import MOST_CANDIDATES, MOST_COMPARISONS, Vocabulary, did_you_mean, nearest

KNOWN = ["owner", "order", "outputs", "LTC.1.2", "线索管理员"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("ownr", "owner"), ("Owner", "owner"), ("OWNER", "owner"), ("output", "outputs"), ("LTC.1.3", "LTC.1.2"),
     ("ltc.1.2", "LTC.1.2"), ("线索管理者", "线索管理员"), ("zzz", None), ("", None)],
)  # fmt: skip
def test_nearest(word, meant):
    assert nearest(word, KNOWN) == meant


def test_nobody_to_mean():
    assert nearest("owner", []) is None
    assert did_you_mean("zzz", KNOWN) is None


def test_it_is_said_in_a_sentence():
    assert did_you_mean("ownr", KNOWN) == "did you mean `owner`?"


def test_the_order_of_candidates_does_not_matter():
    assert nearest("a1", ["a2", "a3"]) == nearest("a1", ["a3", "a2"])
    assert nearest("AB", ["ab", "Ab"]) == nearest("AB", ["Ab", "ab"])


def test_very_many_candidates_take_little_time():
    known = [f"{'abcdefghij'[number % 10]}{number}" for number in range(3 * MOST_CANDIDATES)]
    start = time.process_time()
    assert nearest("a1000x", known) == "a1000"
    assert time.process_time() - start < 3


def test_thousands_of_wrong_words_take_little_time():
    known = Vocabulary(f"record_{number // 100}_{number % 100}" for number in range(5000))
    start = time.process_time()
    for number in range(10_000):
        known.nearest(f"misspelt_{number}")
    assert time.process_time() - start < 3


@pytest.mark.parametrize("word", ["manag_leads", "manage_leads_", "manage_laeds", "manage_leadz", "xanage_leads"])
def test_a_slip_of_one_letter_is_found_even_when_nothing_more_is_compared(word):
    known = Vocabulary(["manage_leads", "plan", *(f"filler_{number}" for number in range(1000))])
    for number in range(MOST_COMPARISONS // 1000 + 1):
        known.nearest(f"misspelt_{number}")
    assert known.nearest("nanege_laads") is None
    assert known.nearest(word) == "manage_leads"
