"""Places in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.source import SourceText, Span
from ltcarch.source.reader import read_text

BREAKS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("line_end", BREAKS)
def test_lines_are_counted_as_the_parser_counts_them(line_end):
    source = SourceText("a.yaml", f"a: '一{line_end} 二'{line_end}b: 😀x{line_end}")
    document, _ = read_text(source)
    assert source.within(document.value_span(document.root, "b")) == "😀x"
    assert source.line(3) == "b: 😀x"


@given(st.text("ab一😀 " + "".join(BREAKS)), st.data())
def test_offsets_and_spans_are_two_names_of_the_same_place(text, data):
    source = SourceText("a.yaml", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert source.within(source.span(start, end)) == text[start:end]


def test_a_place_past_the_end_is_the_end():
    assert SourceText("a.yaml", "a\n").within(Span(1, 1, 9, 9)) == "a\n"
