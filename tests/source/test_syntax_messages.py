"""What cannot be parsed is told in words of somebody who writes YAML, at the place where it helps."""

import pytest

from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read
from ltcarch.source.text import Span

CASES = [
    ("unit: %\n", (1, 7), "begin with %"),
    ("a: @x\n", (1, 4), "begin with @"),
    ("a: `x`\n", (1, 4), "begin with `"),
    ("a: *\n", (1, 4), "begin with *"),
    ("a: & b\n", (1, 4), "begin with &"),
    ("a: !<x\n", (1, 4), "begin with !"),
    ("a:\n\tb: 1\n", (2, 1), "a tab"),
    ("a: 1\n\tb: 1\n", (2, 1), "a tab"),
    ('a: 1\nb: "x\nc: 1\n', (2, 4), "quote is never closed"),
    ("b: 'x\n---\nc: 1\n", (1, 4), "quote is never closed"),
    ("a: [1, 2\nb: 1\n", (2, 2), "closing ]"),
    ("a: {b: 1\nc: [2]\n", (2, 2), "closing }"),
    ("a: [1, 2\n\n\n", (1, 9), "closing"),
    ("a: b: c\n", (1, 5), "a colon is not expected"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit the map"),
    ('a: "x" y\n', (1, 8), "does not fit the map"),
    ("- a\nb: 1\n", (2, 1), "does not belong to the list"),
    ("a: - b\n", (1, 4), "item of a list"),
    ("a: 1\nbcd\n", (2, 4), "without a colon"),
    ('a: "\\q"\n', (1, 5), "no such escape"),
    ('a: "\\ud800"\n', (1, 7), "stands for no character"),
    ('a: "\\xZZ"\n', (1, 7), "digits"),
    ("a: |x\n", (1, 5), "line of | or >"),
]


def fault(text: str):
    with pytest.raises(Unusable) as raised:
        read("a.yaml", text.encode())
    return raised.value.fault


@pytest.mark.parametrize(("text", "place", "words"), CASES, ids=[case[0] for case in CASES])
def test_plain_words_at_the_right_place(text, place, words):
    found = fault(text)
    assert found.code == "SRC04"
    assert words in found.message
    assert found.help
    assert (found.span.line, found.span.column) == place


def test_an_open_bracket_is_shown_too():
    found = fault("a: 1\nb: [1, 2\nc: 1\n")
    assert found.related == (Span(2, 4, 2, 5), "the list begins here")


@pytest.mark.parametrize(("text", "hint"), [("a: 1\nb：2\n", "`：`"), ("a: [{x, y，z]\n", "`，`")])
def test_chinese_punctuation_is_named(text, hint):
    assert hint in fault(text).help


def test_what_nobody_foresaw_is_told_in_the_parser_s_words():
    found = fault("%YAML 3.0\n---\na: 1\n")
    assert found.message.startswith("this is not YAML: ")
    assert found.span is not None
