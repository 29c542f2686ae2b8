"""A document comes back from its bytes as it was parsed, marks and all, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.source.document import Collection, walk
from ltcarch.source.reader import read
from ltcarch.source.stored import restored, stored
from tests.cli.commands import ROOT

FILES = sorted(
    path
    for folder in ("models", "examples")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name != "source.yaml"  # which cannot be read, on purpose
)
TEXT = "a: 1\nb: [x, {c: 中文, d: []}, [[1.5, null], true]]\nlist:\n  - {}\n  - k: >\n      long\n      text\n"


def parts(root: Collection):
    """All that tells one root from another: the kinds, values and marks of everything in it."""
    return [(path, type(own), getattr(own, "marks", own)) for path, own in walk(root)]


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_of_ours_comes_back(file):
    document, _ = read("file.yaml", file.read_bytes())
    again = restored(document.source, stored(document))
    assert parts(again.root) == parts(document.root)
    assert again.marks == document.marks


values = st.recursive(
    st.integers(0, 9) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=4),
    max_leaves=25,
)


def flow(value: object) -> str:
    """A value in brackets."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(own)}" for key, own in value.items()) + "}"
    return "null" if value is None else str(value).lower()


@given(st.dictionaries(st.sampled_from("abcdef"), values, min_size=1, max_size=5))
def test_any_nesting_comes_back(value):
    document, _ = read("file.yaml", "".join(f"{key}: {flow(own)}\n" for key, own in value.items()).encode())
    again = restored(document.source, stored(document))
    assert again.root == value
    assert parts(again.root) == parts(document.root)


def test_places_are_found_in_what_came_back():
    document, _ = read("file.yaml", TEXT.encode())
    again = restored(document.source, stored(document))
    for path in [("a",), ("b", 1, "c"), ("b", 2, 0, 0), ("list", 1, "k")]:
        assert again.locate(again.root, path) == document.locate(document.root, path)
        assert again.locate(again.root, path, at_key=True) == document.locate(document.root, path, at_key=True)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:-4],
        lambda data: data + bytes(4),
        lambda data: data[:8],
        lambda data: b"\xff" * 20,
        lambda data: (4).to_bytes(8, "big") + b"null" + bytes(28),
        lambda data: (200_000).to_bytes(8, "big") + b'{"a":' * 40_000,
    ],
    ids=range(8),
)
def test_anything_else_is_unknown(spoil):
    document, _ = read("file.yaml", TEXT.encode())
    assert restored(document.source, spoil(stored(document))) is None
