"""The corners of YAML 1.2, case by case: read as the standard says, or refused with a place."""

import pytest
import yaml

from ltcarch.source import reader
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read

CASES = {
    "text over lines": ("a: one\n  two\n\n  three\n", {"a": "one two\nthree"}),
    "quoted over lines": ('a: "one\n  two \\\n  three"\n', {"a": "one two three"}),
    "quotes within": ("a: 'it''s'\n", {"a": "it's"}),
    "block with fewer ends": ("a: |-\n  x\n\nb: 1\n", {"a": "x", "b": 1}),
    "block with more ends": ("a: |+\n  x\n\nb: 1\n", {"a": "x\n\n", "b": 1}),
    "block that begins with blanks": ("a: |2\n    x\n", {"a": "  x\n"}),
    "folded with a line further in": ("a: >\n  x\n    y\n  z\n", {"a": "x\n  y\nz\n"}),
    "empty block": ("a: |\nb: 1\n", {"a": "", "b": 1}),
    "hash in text": ("a: x#y # z\n", {"a": "x#y"}),
    "colon in text": ("a: x:y\nb: http://z\n", {"a": "x:y", "b": "http://z"}),
    "list as deep as its key": ("a:\n- 1\nb:\n- 2\n", {"a": [1], "b": [2]}),
    "lists in one line": ("- - 1\n  - 2\n- - 3\n", [[1, 2], [3]]),
    "map in a list in brackets": ("[a: 1, b]\n", [{"a": 1}, "b"]),
    "comma at the end": ("[1, 2,]\n", [1, 2]),
    "key without value in brackets": ("{a, b: }\n", {"a": None, "b": None}),
    "keys asked for": ("? a\n? b\n: 1\n", {"a": None, "b": 1}),
    "merge sign is a key": ("<<: {a: 1}\nb: 2\n", {"<<": {"a": 1}, "b": 2}),
    "no as text": (
        "a: [no, off, y, 1_000, 0o17, 1:30, .inf]\n",
        {"a": ["no", "off", "y", "1_000", 15, "1:30", ".inf"]},
    ),
    "document with ends": ("---\na: 1\n...\n# end\n", {"a": 1}),
    "comments anywhere": ("# a\na: # b\n  # c\n  - 1 # d\n # e\n", {"a": [1]}),
    "long key": (f"{'k' * 1000}: 1\n", {"k" * 1000: 1}),
    "two documents": ("a: 1\n---\nb: 2\n", "SRC08"),
    "text after an end": ("a: 1\n...\nb: 2\n", "SRC04"),
    "anchor on nothing": ("a: &b\n", "SRC06"),
    "alias in a merge": ("<<: *a\n", "SRC06"),
    "tag of a set": ("!!set {a, b}\n", "SRC07"),
    "binary": ("a: !!binary aGk=\n", "SRC07"),
    "unknown directive": ("%TAG ! tag:x,2000:\n---\na: !b c\n", "SRC07"),
    "tab as indentation": ("a:\n\tb: 1\n", "SRC04"),
    "two colons": ("a: b: c\n", "SRC04"),
    "text after a quote": ('a: "b" c\n', "SRC04"),
    "too little indentation": ("a:\n    b: 1\n  c: 2\n", "SRC04"),
    "at sign": ("a: @b\n", "SRC04"),
    "open bracket": ("a: [1, 2\nb: 3\n", "SRC04"),
    "map as key": ("? {a: 1}\n: b\n", "SRC11"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("parser", [None, yaml.Loader], ids=["libyaml", "python"])
def test_case(text, expected, parser, monkeypatch):
    if parser:
        monkeypatch.setattr(reader, "_Parser", parser)
    try:
        document, faults = read("a.yaml", text.encode())
    except Unusable as unusable:
        assert unusable.fault.code == expected, unusable.fault.message
        assert "this is not YAML" not in unusable.fault.message
        assert unusable.fault.span and unusable.fault.span.line <= text.count("\n") + 1
    else:
        assert document.root == expected
        assert faults == []


def test_tabs_between_values_are_blanks():
    """With libyaml; the parser without it knows them nowhere."""
    assert read("a.yaml", b"a:\t1\t\nb: [1,\t2]\t# c\n")[0].root == {"a": 1, "b": [1, 2]}
