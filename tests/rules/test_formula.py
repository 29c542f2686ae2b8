"""Formulas are taken apart in one pass, whatever stands in them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.rules.measures.formula import read_formula


def names(text, *known):
    return read_formula(text, known.__contains__).names


def test_names_and_functions_are_told_apart():
    found = read_formula("round(100 * won / (won + sum(lost)), 2)", lambda name: False)
    assert (found.names, found.functions, found.fault) == (("won", "lost"), ("round", "sum"), None)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("on-time / all", ("on-time",), ("on-time", "all")),
        ("on-time / all", (), ("on", "time", "all")),
        ("on - time", ("on-time",), ("on", "time")),
        ("won-lost", ("won", "lost"), ("won", "lost")),
        ("2nd_pass + 1.5 - 2", (), ("2nd_pass",)),
        ("b.1 / 赢单", (), ("b.1", "赢单")),
    ],
)
def test_hyphens_belong_to_names_that_are_known(text, known, expected):
    assert names(text, *known) == expected


@given(st.text(alphabet="ab1 .-+*/(),<=>!%^", max_size=60))
def test_any_text_is_read(text):
    found = read_formula(text, lambda name: name == "a-b")
    assert all(name in text for name in found.names)


EXPRESSIONS = st.recursive(
    st.sampled_from(["won", "lost", "7", "0.5"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "^", "<="]), inner).map(" ".join),
        inner.map(lambda own: f"({own})"),
        inner.map(lambda own: f"- {own}"),
        st.tuples(inner, inner).map(lambda both: f"max({both[0]}, {both[1]})"),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS)
def test_what_is_well_formed_has_no_fault(text):
    assert read_formula(text, lambda name: False).fault is None


@given(EXPRESSIONS)
def test_an_unclosed_parenthesis_is_found(text):
    assert read_formula(f"({text}", lambda name: False).fault == "`(` is never closed"


@pytest.mark.parametrize("text", ["(" * 100_000, "a-" * 100_000, "f(" * 100_000, " " * 100_000, "a" * 100_000])
def test_long_formulas_take_little_time(text):
    begun = time.perf_counter()
    read_formula(text, lambda name: False)
    assert time.perf_counter() - begun < 3
