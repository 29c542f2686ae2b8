"""What cannot be parsed is told in words of somebody who writes YAML, at the place where it helps."""

from time import perf_counter

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
    ("a: b: c\n", (1, 5), "a colon and a space in a text"),
    ("a: b\n   c: d\n", (2, 5), "a colon is not expected"),
    ("- a\n- b: Plan: do\n", (2, 10), "a colon and a space in a text"),
    ("% of sales: 3\n", (1, 1), "begin with %"),
    ("a: ? b\n", (1, 4), "begin with ?"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit the map"),
    ('a: "x" y\n', (1, 8), "goes on after its closing quote"),
    ("a: 'the seller's part'\n", (1, 16), "goes on after its closing quote"),
    ("a: [draft] offer\n", (1, 12), "goes on after a closing bracket"),
    ("a: {b: c}}\n", (1, 10), "closes nothing"),
    ("a:\n- b\n - c: 1\n", (3, 5), "a colon is not expected"),
    ("a:\n- b: 1\n - c: 1\n", (3, 2), "does not stand below"),
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


@pytest.mark.parametrize(("text", "hint"), [("a: [{x, y，z]\n", "`，`"), ("a: {x: y、z: 1}\n", "`、`")])
def test_chinese_punctuation_is_named(text, hint):
    assert hint in fault(text).help


SLIPS = [
    ("a: 1\nb：2\n", (2, 2), "`：` is only text", "`b:`"),
    ("a:\n  - id： x\n    name: 销售\n", (2, 7), "`：` is only text", "`id:`"),
    ("roles：\n\n  - id: x\n", (1, 6), "`：` is only text", "`roles:`"),
    ("a:\n  - id:x\n    name: y\n", (2, 7), "space is missing after the colon", "`id: `"),
    ("a: b\nc:d\n", (2, 2), "space is missing after the colon", "`c: `"),
    ("a:\n  -id: x\n   name: y\n", (2, 3), "space is missing after the hyphen", "`- `"),
    ("a:\n  — id: x\n    name: y\n", (2, 3), "`—` is only text", "`- `"),
    ("a:\n  - id:\u3000x\n    name: y\n", (2, 8), "space U+3000", "plain space"),
    ("a:\n  b: 1\n\u00a0 c: 2\n d: 1\n", (3, 1), "space U+00A0", "plain spaces"),
    ("a:\n  - id x\n    name: y\n", (2, 5), "key without a colon", "`id: `"),
    ("roles\n  - id: x\n", (1, 1), "key without a colon", "`roles: `"),
]


@pytest.mark.parametrize(("text", "place", "words", "hint"), SLIPS, ids=[case[0] for case in SLIPS])
def test_a_slip_is_shown_where_it_was_made(text, place, words, hint):
    found = fault(text)
    assert (found.span.line, found.span.column) == place
    assert words in found.message
    assert hint in found.help


@pytest.mark.parametrize(
    "text",
    [
        "a: 目标：客户，伙伴\n  b: c\n",
        "a: see https://example.org\n   b: c\n",
        "- 注意：b\n- a: b\n   c: d\n",
        'a: "x\n',
        "x: 1\nhttp://y\n",
    ],
)
def test_what_is_meant_as_text_is_not_blamed(text):
    found = fault(text)
    assert "only text" not in found.message + found.help
    assert "missing after" not in found.message


@pytest.mark.parametrize(
    "line", ["a " * 200_000 + ": b: c", " " * 400_000 + "x：", "a" * 400_000 + "\nb: c", "-" * 400_000]
)
def test_a_line_of_any_length_is_looked_at_in_no_time(line):
    begin = perf_counter()
    fault(f"a: 1\n{line}\n@\n")
    assert perf_counter() - begin < 1


def test_what_nobody_foresaw_is_told_in_the_parser_s_words():
    found = fault("%YAML 3.0\n---\na: 1\n")
    assert found.message.startswith("this is not YAML: ")
    assert found.span is not None
