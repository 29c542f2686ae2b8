"""Widths and line breaks of text in a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.report.columns import clipped, first_columns, last_columns, shown, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("线索", 4), ("e\u0301", 1), ("a\ufe0f", 1), ("ｱ", 1), ("，", 2)]
)
def test_width(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "taken", "expected"),
    [
        ("keep one role", 20, 0, ["keep one role"]),
        ("keep one role", 8, 0, ["keep one", "role"]),
        ("keep one role", 8, 5, ["", "keep one", "role"]),
        ("keep one role", 10, 5, ["keep", "one role"]),
        ("unbreakable", 4, 0, ["unbr", "eaka", "ble"]),
        ("评审合同条款", 8, 0, ["评审合同", "条款"]),
        ("评审合同。条款", 8, 0, ["评审合同。", "条款"]),
        ("评审 LTC.1.2", 8, 0, ["评审", "LTC.1.2"]),
        ("see `ltcarch rule A`.", 18, 0, ["see", "`ltcarch rule A`."]),
        ("", 8, 3, [""]),
    ],
)
def test_where_lines_are_broken(text, columns, taken, expected):
    assert list(wrapped(text, columns, taken)) == expected


@given(st.text(alphabet="ab 线索，。.\u0301", max_size=60), st.integers(2, 30), st.integers(0, 40))
def test_breaking_loses_nothing_but_spaces_and_fits(text, columns, taken):
    lines = list(wrapped(text, columns, taken))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(), st.integers(1, 20))
def test_ends_of_a_text_fit(text, columns):
    assert width(first_columns(text, columns)) <= columns
    assert width(last_columns(text, columns)) <= columns
    assert width(clipped(text, columns)) <= columns
    assert text.startswith(first_columns(text, columns))
    assert text.endswith(last_columns(text, columns))


@given(st.text())
def test_what_is_shown_moves_no_cursor(text):
    harmful = {"Cc", "Cs", "Zl", "Zp", "Cf"}
    assert not [own for own in shown(text) if unicodedata.category(own) in harmful and own not in "\u200c\u200d"]
