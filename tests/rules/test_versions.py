"""Which of two versions is the later one, and forms of codes that nobody can make slow."""

import time

import pytest

from ltcarch.rules.lifecycle.versions import is_raised
from ltcarch.rules.traceability.malformed_mapping import expression


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("1.0.0", "1.0.1"),
        ("1.9.0", "1.10.0"),
        ("1.1", "1.1.1"),
        ("1", "1.0.1"),
        ("V1.1", "v1.2"),
        ("1.0.0-draft", "1.0.0"),
        ("1.0.0-rc.2", "1.0.0-rc.10"),
        ("0.9.9", "1.0.0-draft"),
        ("2025-06-30", "2025-10-01"),
        ("1." + "9" * 5000, "2.0"),
    ],
)
def test_later(before, now):
    assert is_raised(before, now)
    assert not is_raised(now, before)


@pytest.mark.parametrize(("one", "other"), [("1.0", "1.0.0"), ("1.0.0+build1", "1.0.0+build2"), ("01.2", "1.02")])
def test_neither(one, other):
    assert not is_raised(one, other)
    assert not is_raised(other, one)


def test_what_has_no_order_counts_as_raised_when_it_changes():
    assert is_raised("spring", "autumn")
    assert not is_raised("spring", "spring")


@pytest.mark.parametrize("form", ["(#)(#)(#)(#)x", "((#))((#))x", "(@(@(@)))#", "#" * 50, "()()"])
def test_no_form_takes_long(form):
    start = time.perf_counter()
    expression(form).fullmatch("1" * 20_000 + "a" * 20_000)
    assert time.perf_counter() - start < 1
