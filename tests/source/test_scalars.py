"""Plain scalars mean what YAML 1.2's core schema says, and no more than JSON can say."""

import pytest

from ltcarch.source.scalars import resolve

NULLS = ["", "~", "null", "Null", "NULL"]
TRUES, FALSES = ["true", "True", "TRUE"], ["false", "False", "FALSE"]
INTEGERS = {
    "0": 0, "7": 7, "-19": -19, "+12": 12, "007": 7, "0o7": 7, "0o17": 15, "0x3A": 58, "0xfF": 255,
    "999999999999999999": 999_999_999_999_999_999,
}  # fmt: skip
FLOATS = {
    "0.": 0.0, "-0.0": 0.0, ".5": 0.5, "+12e03": 12000.0, "-2E+05": -200000.0, "1.5": 1.5, "1e3": 1000.0, "12e-1": 1.2,
    "685.230_15e+03": None,
}  # fmt: skip
TEXTS = [
    "no", "No", "NO", "yes", "on", "On", "off", "y", "n", "nULL", "tRUE", "12:30", "190:20:30", "2024-01-31", "1_000",
    "0b101", "0o8", "0xG", "0X1F", "0O7", ".inf", "-.INF", ".nan", ".", "+", "-", "+.", "e5", "1e", "1e5.5", "1.2.3",
    "--1", "9999999999999999999", "1e999", "-1e999", "=", "<<", "NaN", "Infinity", "１２", "٣", "1 ", "0x" + "f" * 16,
]  # fmt: skip


@pytest.mark.parametrize(("texts", "value"), [(NULLS, None), (TRUES, True), (FALSES, False)])
def test_words(texts, value):
    assert [resolve(text) for text in texts] == [value] * len(texts)


@pytest.mark.parametrize(("text", "value"), INTEGERS.items())
def test_integers(text, value):
    assert resolve(text) == value
    assert type(resolve(text)) is int


@pytest.mark.parametrize(("text", "value"), [(text, value) for text, value in FLOATS.items() if value is not None])
def test_floats(text, value):
    assert resolve(text) == value
    assert type(resolve(text)) is float


@pytest.mark.parametrize("text", TEXTS)
def test_everything_else_is_text(text):
    assert resolve(text) == text
    assert type(resolve(text)) is str
