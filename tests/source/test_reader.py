"""Reading YAML: data with the place of every key and value, and a refusal of what nobody could review."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.source import reader
from ltcarch.source.document import Mapping, Sequence, walk
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import DEEPEST, MOST_FAULTS, read
from ltcarch.source.scalars import resolve
from ltcarch.source.text import Span


def document(text: str | bytes):
    return read("a.yaml", text if isinstance(text, bytes) else text.encode())[0]


def faults(text: str):
    return read("a.yaml", text.encode())[1]


def refusal(text: str):
    with pytest.raises(Unusable) as raised:
        read("a.yaml", text.encode())
    return raised.value.fault


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff", "~\n", "null"])
def test_nothing(text):
    assert document(text).root is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: [x, {c: no}]\n", {"a": 1, "b": ["x", {"c": "no"}]}),
        ("a:\n- 1\n- b: 2\n  c: 3\n", {"a": [1, {"b": 2, "c": 3}]}),
        ('a: "1"\nb: \'true\'\nc: "null"\n', {"a": "1", "b": "true", "c": "null"}),
        ("a: |\n  one\n  two\nb: >-\n  three\n  four\n", {"a": "one\ntwo\n", "b": "three four"}),
        ("a:\nb: ''\n", {"a": None, "b": ""}),
        ("1: a\nyes: b\n~: c\n2024-01-31: d\n", {"1": "a", "yes": "b", "~": "c", "2024-01-31": "d"}),
        ("? a\n: 1\n", {"a": 1}),
        ("--- # first\na: 1\n...\n", {"a": 1}),
        ("%YAML 1.2\n---\na: 1\n", {"a": 1}),
        ("<<: {a: 1}\n", {"<<": {"a": 1}}),
        ("- hello\n", ["hello"]),
        ("hello\n", "hello"),
        ('{"a": [1, 2.5, true, null, "x"]}', {"a": [1, 2.5, True, None, "x"]}),
    ],
)
def test_values(text, value):
    assert document(text).root == value


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: &a [x]\nb: *a\n", "SRC06", (1, 4)),
        ("a: 1\nb: *a\n", "SRC06", (2, 4)),
        ("&a b: 1\n", "SRC06", (1, 1)),
        ("a: 1\n*a : 2\n", "SRC06", (2, 1)),
        ("a: &x {b: 1}\nc: {<<: *x}\n", "SRC06", (1, 4)),
        ("- &a x\n", "SRC06", (1, 3)),
        ("&a hello", "SRC06", (1, 1)),
        ("a: !!python/object/apply:os.system [ls]\n", "SRC07", (1, 4)),
        ("a: !own {b: 1}\n", "SRC07", (1, 4)),
        ("!!str a: 1\n", "SRC07", (1, 1)),
        ("a: ! 12\n", "SRC07", (1, 4)),
        ("!!map {a: 1}\n", "SRC07", (1, 1)),
        ("!!str hello", "SRC07", (1, 1)),
        ("a: 1\n---\nb: 2\n", "SRC08", (2, 1)),
        ("--- a\n--- b\n", "SRC08", (2, 1)),
        ("? [a, b]\n: 1\n", "SRC11", (1, 3)),
        ("{{a: 1}: 2}\n", "SRC11", (1, 2)),
        ('a: "\\u0007"\n', "SRC03", (1, 4)),
        ('"\\0": 1\n', "SRC03", (1, 1)),
        ('- "\\L"\n', "SRC03", (1, 3)),
        ('"\\a"', "SRC03", (1, 1)),
    ],
)
def test_refused(text, code, place):
    found = refusal(text)
    assert (found.code, (found.span.line, found.span.column)) == (code, place)
    assert found.help


def test_a_tag_is_shown_as_it_was_written():
    assert "`!!python/name:os.system`" in refusal("a: !!python/name:os.system\n").message


def test_nesting_has_a_limit():
    assert document("[" * DEEPEST + "]" * DEEPEST).root
    found = refusal("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    assert (found.code, found.span) == ("SRC09", Span(1, DEEPEST + 1, 1, DEEPEST + 2))


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_hostile_nesting_ends_at_once(text):
    start = time.perf_counter()
    assert refusal(text).code in ("SRC09", "SRC11")
    assert time.perf_counter() - start < 2


def test_an_alias_bomb_ends_at_its_first_anchor():
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refusal("\n".join(levels)).span.line == 1


@pytest.mark.parametrize("text", ["a: " + "x" * 10_000_000, 'a: "' + "x" * 10_000_000 + '"'], ids=["plain", "quoted"])
def test_a_very_long_text_is_only_long(text):
    assert len(document(text).root["a"]) == 10_000_000


def test_a_key_that_stands_twice_is_told_and_reading_goes_on():
    text = "a: 1\n😀: {b: 1, b: 2}\na:\n  c: 3\nd: 4\n"
    assert document(text).root == {"a": 1, "😀": {"b": 1}, "d": 4}
    inner, outer = faults(text)
    assert (inner.code, inner.span, inner.related[0]) == ("SRC05", Span(2, 11, 2, 12), Span(2, 5, 2, 6))
    assert (outer.code, outer.span, outer.related[0]) == ("SRC05", Span(3, 1, 3, 2), Span(1, 1, 1, 2))


def test_an_empty_key_that_stands_twice_takes_a_character():
    [found] = faults("? \n? ")
    assert (found.span, found.related[0]) == (Span(2, 2, 2, 3), Span(1, 2, 1, 3))


def test_keys_are_compared_as_text():
    assert [found.span.line for found in faults('1: a\n"1": b\n')] == [2]


def test_very_many_keys_that_stand_twice_end():
    keys = ", ".join(f"k{number}: 1" for number in range(20_000))
    start = time.perf_counter()
    assert len(faults(f"{{{keys}, {keys}}}")) == MOST_FAULTS
    assert time.perf_counter() - start < 5


def test_very_many_keys_are_located_in_time():
    found = document("{" + ", ".join(f"k{number}: 1" for number in range(20_000)) + "}")
    start = time.perf_counter()
    spans = [found.key_span(found.root, key) for key in found.root]
    assert [span.column for span in spans] == sorted(span.column for span in spans)
    assert time.perf_counter() - start < 2


PLACES = """\
# a comment
classifications:
  - id: LTC
    name: {en: "Lead, to cash", zh: 线索到回款}
    owner:
    inputs:
      - lead
      - {artifact: 合同, state: signed}
    purpose: |
      One
      two
  - {id: "😀", name: X}
flow: [a, b]
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("classifications",), "2:1", "2:1"),
        (("classifications", 0), "3:5", None),
        (("classifications", 0, "id"), "3:9", "3:5"),
        (("classifications", 0, "name"), "4:11", "4:5"),
        (("classifications", 0, "name", "en"), "4:16", "4:12"),
        (("classifications", 0, "name", "zh"), "4:37", "4:33"),
        (("classifications", 0, "owner"), "5:5", "5:5"),
        (("classifications", 0, "inputs"), "6:5", "6:5"),
        (("classifications", 0, "inputs", 0), "7:9", None),
        (("classifications", 0, "inputs", 1), "8:9", None),
        (("classifications", 0, "inputs", 1, "state"), "8:31", "8:24"),
        (("classifications", 0, "purpose"), "9:14", "9:5"),
        (("classifications", 1), "12:5", None),
        (("classifications", 1, "name"), "12:21", "12:15"),
        (("flow", 1), "13:11", None),
        (("classifications", 0, "kpis"), "3:5", "3:5"),
        (("classifications", 0, "owner", "x", 3), "5:5", "5:5"),
        (("classifications", 7), "2:1", None),
        (("nothing",), "2:1", "2:1"),
        ((), "2:1", "2:1"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places(path, value, key, ending, mark):
    found = document(mark + PLACES.replace("\n", ending))

    def place(**how):
        span = found.locate(found.root, path, **how).span
        return f"{span.line}:{span.column}"

    assert place() == value
    if key:
        assert place(at_key=True) == key


@pytest.mark.parametrize(
    "text",
    [
        PLACES,
        "a: 1",
        "a: |\n  x",
        "a: >\n  x\n\n\n",
        "[a, [b,\n  c]]",
        "a:\n  -\n  -\n",
        "a: {}\nb: []",
        "?",
        "? a\n? b\n",
    ],
)
def test_every_place_lies_in_the_file(text):
    assert_all_places_lie_in_the_file(document(text))


def assert_all_places_lie_in_the_file(found):
    lines = found.source.lines
    for path, value in walk(found.root):
        if not isinstance(value, (Mapping, Sequence)):
            continue
        for step in value if isinstance(value, Mapping) else range(len(value)):
            spans = [found.value_span(value, step)]
            if isinstance(value, Mapping):
                spans.append(found.key_span(value, step))
            for span in spans:
                assert 1 <= span.line <= span.end_line <= len(lines), (path, step, span)
                assert 1 <= span.column <= len(lines[span.line - 1]) + 1
                assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
                assert (span.line, span.column) < (span.end_line, span.end_column)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
)
SCALARS = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXT.filter(lambda text: resolve(text) == text)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(lambda key: len(key) < 100), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([True, False, None]), st.integers(20, 200), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_at_its_place(value, flow, width, ending):
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width, line_break=ending)
    found = document(text)
    assert found.root == value
    assert_all_places_lie_in_the_file(found)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        found, _ = read("a.yaml", text.encode("utf-8", "surrogatepass"))
    except Unusable as unusable:
        fault = unusable.fault
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if fault.span and fault.code != "SRC02":
            assert 1 <= fault.span.line <= len(lines)
            assert 1 <= fault.span.column <= len(lines[fault.span.line - 1]) + 1
    else:
        assert_all_places_lie_in_the_file(found)


@pytest.mark.parametrize("text", [PLACES, "a: [1, {b: no}]\n", "a: 'x'\n"])
def test_the_parser_without_libyaml_reads_the_same(text, monkeypatch):
    fast = document(text)
    monkeypatch.setattr(reader, "_Parser", yaml.Loader)
    slow = document(text)
    assert (slow.root, slow.marks) == (fast.root, fast.marks)


@pytest.mark.parametrize(
    ("text", "words"),
    [('a: "x\n', "never closed"), ("a: [1\nb: 2\n", "closing ]"), ("a:\n\tb: 1\n", "a tab"), ("a: %\n", "with %"),
     ("a:\n  b: 1\n c: 2\n", "does not fit the map"), ("- a\nb: 1\n", "does not belong"), ("[" * 1000, "deep")],
)  # fmt: skip
def test_the_parser_without_libyaml_is_explained_alike(text, words, monkeypatch):
    monkeypatch.setattr(reader, "_Parser", yaml.Loader)
    assert words in refusal(text).message
