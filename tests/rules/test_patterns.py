"""Patterns of a project end soon, whatever they are."""

import time

import pytest

from ltcarch.rules.patterns import UnusablePattern, matcher


@pytest.mark.parametrize(
    ("pattern", "fitting", "other"),
    [
        ("[a-z]+", "abc", "abc1"),
        ("[A-Z]{3}([.][0-9]+)*", "LTC.1.12", "LTC.1.A"),
        ("a|bc", "bc", "c"),
        ("流程[0-9]", "流程1", "流程"),
        ("(?i)ltc", "LTC", "lt"),
    ],
)
def test_the_whole_of_a_text_has_to_fit(pattern, fitting, other):
    fits = matcher(pattern)
    assert fits(fitting)
    assert not fits(other)
    assert not fits(fitting + "\n")


@pytest.mark.parametrize("pattern", ["(a+)+", "(a|a)*", "(a*)*b", "a*a*a*a*a*a*a*a*b", "(.*)*$"])
def test_no_pattern_takes_long(pattern):
    start = time.monotonic()
    matcher(pattern)("a" * 50_000 + "-")
    assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("[", "no regular expression"),
        ("a{1,", ""),
        ("(?=a)a", "looks around"),
        (r"(a)\1", "refers back"),
        ("((a{100}){100}){100}", "too large"),
        ("(" * 5000 + ")" * 5000, ""),
        ("a)|(b", "no regular expression"),
    ],
)
def test_what_cannot_be_used_is_told(pattern, words):
    try:
        matcher(pattern)
    except UnusablePattern as unusable:
        assert words in str(unusable)
    else:
        assert not words
