"""Data written as YAML: what is read back is what was written, by our own reader and by one of YAML 1.1."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ltcarch.source import SourceText
from ltcarch.source.reader import read, read_text
from ltcarch.writing.yaml_scalars import NotWritable, reads_plain, scalar
from ltcarch.writing.yaml_text import Items, yaml_text

HOSTILE = [
    "no", "Yes", "on", "OFF", "y", "~", "null", "true", "12:30", "1:2:3", "2025-01-01", "2025-1-1 12:00:00", "007",
    "0x1F", "0b11", "1_000", "1e3", ".5", "5.", "+1", "-", "- a", "? b", "a: b", "a:", ":a", "a #b", "#a", " a", "a ",
    "a, b", "[a]", "{a}", "'", '"', "it's", "@a", "`a`", "&a", "*a", "!a", "%a", "|", ">", "=", "<<", ".inf", ".NaN",
    "---", "...", "--- a", "a\nb", "a\n", "\na", "a\n\nb\n\n", "  a\nb", "a \nb", "a\tb", "\ta", "中文：说明", "（一）",
    "“引用”", "😀", "　全角", "", "a" * 200, "word " * 60 + "end", "中" * 200, "a  b " * 40 + "c", "4.10", "1.0.0",
    "[x",
    "x]", "http://a.b/c?d=e#f", "a\r\nb", "0o17", "0.", "-.5", "1.e5", "1__0", "NULL", "n", "a?b", "\u00a0", "é",
    "\\", "a\\n",
]  # fmt: skip

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
scalars = st.one_of(
    texts, st.integers(-(10**17), 10**17), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)
)
keys = st.one_of(st.sampled_from(["id", "name", "en", "zh", "no", "on", "4", "a b", "x:y", "角色", "?"]), texts)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(keys, inner, max_size=4),
        st.builds(
            lambda items, spaced: Items(items, spaced=spaced),
            st.lists(st.dictionaries(keys, inner, min_size=1, max_size=3), max_size=3),
            st.booleans(),
        ),
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_what_is_read_back_is_what_was_written(data):
    try:
        text = yaml_text(data)
    except NotWritable:
        return
    document, faults = read("x.yaml", text.encode())
    assert document.root == data
    assert not faults


@settings(deadline=None)
@given(texts)
def test_a_text_is_a_text_for_readers_of_yaml_1_1_too(text):
    try:
        written = f"- {scalar(text)}\n- [{scalar(text, in_brackets=True)}]\n- {{{scalar(text, in_brackets=True)}: 1}}\n"
    except NotWritable:
        return
    assert yaml.safe_load(written) == [text, [text], {text: 1}]
    assert read_text(SourceText("", written))[0].root == [text, [text], {text: 1}]


@pytest.mark.parametrize(
    "text", ["Manage leads", "管理线索", "LTC.1.2", "1.0.0", "a-b_c", "（一）说明", "50%", "R&D", "don't"]
)
def test_nothing_is_quoted_without_need(text):
    assert reads_plain(text)
    assert reads_plain(text, in_brackets=True)


@pytest.mark.parametrize("text", ["no", "on", "12:30", "2025-01-01", "007", "4.10", "true", "null", "", "a: b", "# a"])
def test_what_could_be_misread_is_quoted(text):
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[2J", "a\u2028b", "\ufeff", "\ud800"])
def test_what_nobody_sees_is_refused(text):
    with pytest.raises(NotWritable):
        yaml_text({"name": text})


def test_numbers_that_would_come_back_as_text_are_refused():
    for number in (10**20, float("inf"), float("nan")):
        with pytest.raises(NotWritable):
            scalar(number)


def test_the_layout_of_an_architect():
    data = {
        "classifications": Items(
            [
                {
                    "id": "LTC",
                    "name": {"en": "Lead to cash", "zh": "线索到回款"},
                    "owner": "president",
                    "purpose": {"en": "Turn market signals into cash " * 4 + "at last", "zh": "把市场信号变成回款"},
                    "scope": {"in": [{"en": "Leads", "zh": "线索"}]},
                    "kpis": ["a", "b"],
                    "next": [{"on": "won", "to": "X"}, {"to": "Z"}],
                    "groups": Items([{"id": "LTC.1", "name": "Manage leads"}, {"id": "LTC.2"}], spaced=True),
                }
            ]
        )
    }
    assert yaml_text(data, comments=["yaml-language-server: $schema=x.json"]) == (
        """\
# yaml-language-server: $schema=x.json
classifications:
  - id: LTC
    name: {en: Lead to cash, zh: 线索到回款}
    owner: president
    purpose:
      en: >-
        Turn market signals into cash Turn market signals into cash Turn market signals into cash Turn market signals
        into cash at last
      zh: 把市场信号变成回款
    scope: {in: [{en: Leads, zh: 线索}]}
    kpis: [a, b]
    next:
      - {on: won, to: X}
      - {to: Z}

    groups:
      - id: LTC.1
        name: Manage leads

      - id: LTC.2
"""
    )


def test_texts_of_several_lines_keep_them():
    assert yaml_text({"a": "one\ntwo\n\nthree\n"}) == "a: |\n  one\n  two\n\n  three\n"
    assert yaml_text({"a": ["one\ntwo", "x" * 120]}) == f"a:\n  - |-\n    one\n    two\n  - {'x' * 120}\n"
