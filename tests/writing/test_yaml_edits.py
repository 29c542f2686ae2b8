"""Edits of YAML text: what they mean comes true, and every byte around them stays."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltcarch.diagnostics import Edit
from ltcarch.diagnostics.fixes import fix
from ltcarch.source import SourceText, Span
from ltcarch.source.changes import Delete, Quote, RenameKey, ReplaceText
from ltcarch.source.document import walk
from ltcarch.source.reader import read, read_text
from ltcarch.writing.yaml_edits import edited, overlap
from tests.writing.yaml_layouts import WORDS, data, written


def changed(text: str, change) -> str | None:
    """A text after a change; None where the change is not made."""
    document, _ = read("a.yaml", text.encode())
    edits = fix(document, document.root, change)
    return edited(text.encode(), edits).decode() if edits else None


def pruned(value, path):
    """Data without what a path leads to and whatever that would leave empty; None where nothing would be left."""
    result = copy.deepcopy(value)
    way = [result]
    for step in path[:-1]:
        way.append(way[-1][step])
    for holder, step in zip(reversed(way), reversed(path), strict=True):
        del holder[step]
        if holder:
            return result
    return None


def a_place(draw, document, kind):
    """The path to something of a kind, chosen by hypothesis; None where there is nothing."""
    places = [path for path, value in walk(document.root) if path and kind(path, value)]
    return draw(st.sampled_from(places)) if places else None


@settings(max_examples=50)
@given(data, st.data())
def test_a_deletion_takes_the_item_and_nothing_else(value, choices):
    text = written(value, choices.draw, line_end=choices.draw(st.sampled_from(["\n", "\r\n"])))
    document, faults = read("a.yaml", text.encode())
    assert document.root == value and faults == [], text
    path = a_place(choices.draw, document, lambda path, _: True)
    edits = fix(document, document.root, Delete(path))
    expected = pruned(value, path)
    if expected is None:
        assert edits == ()
    elif edits:
        after = edited(text.encode(), edits)
        assert read("a.yaml", after)[0].root == expected, (text, path, after.decode())
        for comment in ("about, what follows", "deep: in"):
            inside = document.source.within(edits[0].span).count(comment)
            assert after.decode().count(comment) == text.count(comment) - inside


@settings(max_examples=50)
@given(data, st.sampled_from(WORDS), st.data())
def test_another_text_takes_the_place_of_one(value, word, choices):
    text = written(value, choices.draw)
    document, _ = read("a.yaml", text.encode())
    path = a_place(choices.draw, document, lambda _, value: isinstance(value, str))
    if path is None:
        return
    former = value
    for step in path:
        former = former[step]
    edits = fix(document, document.root, ReplaceText(path, former, word))
    if not edits:
        assert "|" in text or ">" in text
        return
    expected = copy.deepcopy(value)
    holder = expected
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = word
    after = edited(text.encode(), edits).decode()
    assert read("a.yaml", after.encode())[0].root == expected, (text, path, after)
    start = document.source.offset(edits[0].span.line, edits[0].span.column)
    end = document.source.offset(edits[0].span.end_line, edits[0].span.end_column)
    assert after == text[:start] + edits[0].new_text + text[end:]
    assert changed(after, ReplaceText(path, former, word)) is None or former == word


@settings(max_examples=30)
@given(data, st.sampled_from([*WORDS, "new"]), st.data())
def test_a_key_gets_another_name_and_keeps_its_place(value, word, choices):
    text = written(value, choices.draw)
    document, _ = read("a.yaml", text.encode())
    path = a_place(choices.draw, document, lambda path, _: isinstance(path[-1], str))
    holder = document.root
    for step in path[:-1]:
        holder = holder[step]
    after = changed(text, RenameKey(path, word))
    if word in holder:
        assert after is None
        return
    renamed = read("a.yaml", after.encode())[0].root
    for step in path[:-1]:
        renamed = renamed[step]
    assert list(renamed) == [word if key == path[-1] else key for key in holder], (text, path, after)
    assert list(renamed.values()) == list(holder.values())
    assert changed(after, RenameKey((*path[:-1], word), path[-1])) is not None


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("xy一\n", max_size=3)), max_size=6), st.booleans()
)
def test_bytes_outside_of_edits_stay(places, has_mark):
    text = "a: 一二三\r\n😀: [b, c]\n# é\rlast\u2028x" + "z" * 10
    source = SourceText("a.yaml", text)
    edits, reached, pieces = [], 0, []
    for start, length, new in sorted(places):
        start, end = min(start, len(text)), min(start + length, len(text))
        if start >= reached and not any(edit.span == source.span(start, start) for edit in edits):
            if edits and source.span(start, end).line == edits[-1].span.line and start == reached and length == 0:
                continue
            edits.append(Edit("a.yaml", source.span(start, end), new))
            pieces += (text[reached:start], new)
            reached = end
    mark = "\ufeff" if has_mark else ""
    assert edited((mark + text).encode(), edits).decode() == mark + "".join((*pieces, text[reached:]))


def test_edits_that_overlap_are_refused():
    one, other = Edit("a.yaml", Span(1, 1, 1, 4), "x"), Edit("a.yaml", Span(1, 3, 1, 5), "y")
    assert overlap(one, other) and overlap(other, one)
    assert not overlap(one, Edit("b.yaml", Span(1, 3, 1, 5), "y"))
    assert not overlap(one, Edit("a.yaml", Span(1, 4, 1, 5), "y"))
    with pytest.raises(ValueError, match="overlap"):
        edited(b"abcdef", (other, one))


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("a:\n  - x # c\n  # about y\n  - y\n", Delete(("a", 0)), "a:\n  # about y\n  - y\n"),
        ("a:\n  - k: |\n      t\n\n\n  - y\n", Delete(("a", 0)), "a:\n\n\n  - y\n"),
        ("a:\r\n- x\r\n- y\r\n", Delete(("a", 1)), "a:\r\n- x\r\n"),
        ("a:\n- k: 1\n  l: >-\n    long\n    text\nb: 1\n", Delete(("a", 0, "l")), "a:\n- k: 1\nb: 1\n"),
        ("a:\n- k: 1\n  l: 2\n", Delete(("a", 0, "k")), "a:\n- l: 2\n"),
        ("a:\n-\n  # in\n  - x\n- y\n", Delete(("a", 0)), "a:\n- y\n"),
        ("a: [x, y, z]", Delete(("a", 0)), "a: [y, z]"),
        ("a: [x, y, z]", Delete(("a", 2)), "a: [x, y]"),
        ("a: [\n  x,  # 一\n  y,  # 二\n]\n", Delete(("a", 0)), "a: [\n  y,  # 二\n]\n"),
        ("a: {w: [{r: 1}], n: 2}\n", Delete(("a", "w", 0)), "a: {n: 2}\n"),
        ("a: 1\nw:\n  - r: 1\n# end\n", Delete(("w", 0)), "a: 1\n# end\n"),
        ("a: 1\nb: 2", Delete(("b",)), "a: 1\n"),
        ("a: 1\n", Delete(("a",)), None),
        ("a: [x]\n", Delete(("a", 3)), None),
        ("a: [x, # c\n y]\n", Delete(("a", 0)), None),
        ("a:\n- k: 1 # c\n  l: 2\n", Delete(("a", 0, "k")), None),
        ("id: 4.10 # c\n", Quote(("id",)), 'id: "4.10" # c\n'),
        ("a: [007, yes, TRUE]\n", Quote(("a", 0)), 'a: ["007", yes, TRUE]\n'),
        ("a: [007, yes, TRUE]\n", Quote(("a", 1)), None),
        ("a: [007, yes, TRUE]\n", Quote(("a", 2)), 'a: [007, yes, "TRUE"]\n'),
        ("a:\n", Quote(("a",)), None),
        ("r: 'x''y' # c\n", ReplaceText(("r",), "x'y", "o'z"), "r: 'o''z' # c\n"),
        ("r: 旧  # c\n", ReplaceText(("r",), "旧", "新"), "r: 新  # c\n"),
        ("r: x\n", ReplaceText(("r",), "x", "1e3"), 'r: "1e3"\n'),
        ("r: [x]\n", ReplaceText(("r", 0), "x", "a, b"), 'r: ["a, b"]\n'),
        ("r: long\n  text\ns: 1\n", ReplaceText(("r",), "long text", "y"), "r: y\ns: 1\n"),
        ("r: x\n", ReplaceText(("r", 0), "x", "y"), "r: y\n"),
        ("i: [{artifact: x}, x]\n", ReplaceText(("i", 1, "artifact"), "x", "y"), "i: [{artifact: x}, y]\n"),
        ("r: x\n", ReplaceText(("r",), "z", "y"), None),
        ("r: |\n  x\n", ReplaceText(("r",), "x\n", "y"), None),
        ("r: {'a b': 1}\n", RenameKey(("r", "a b"), "c"), "r: {'c': 1}\n"),
        ("? k\n: 1\n", RenameKey(("k",), "l"), "? l\n: 1\n"),
        ("k: 1\nl: 2\n", RenameKey(("k",), "l"), None),
    ],
)  # fmt: skip
def test_examples(text, change, expected):
    assert changed(text, change) == expected


def test_a_mapping_deep_in_a_file_is_edited_there():
    document, _ = read_text(SourceText("a.yaml", "x: []\ny:\n  - {id: 1, w: [a, b]}\n  - {id: 2, w: [a, b]}\n"))
    (edit,) = fix(document, document.root["y"][1], Delete(("id",)))
    assert (edit.span, edit.new_text) == (Span(4, 6, 4, 13), "")
