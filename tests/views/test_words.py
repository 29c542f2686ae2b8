"""The product's own words exist in both languages."""

import ast
import re
from pathlib import Path

import pytest

from ltcarch.loading import load
from ltcarch.views.handbook import handbook
from ltcarch.views.words import CHINESE, VALUES, value_word, word

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "ltcarch").rglob("*.py"))
_BLANK = re.compile(r"\{(\w+)\}")


def words_in(path: Path) -> set[str]:
    """Every constant that a module hands to `word`."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = (call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) == "word" and call.args)
    return {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}


def test_every_word_has_its_chinese():
    missing = {path.relative_to(ROOT).as_posix(): words_in(path) - set(CHINESE) for path in SOURCES}
    assert {path: words for path, words in missing.items() if words} == {}
    assert words_in(ROOT / "ltcarch/views/handbook/process/surroundings.py")


class Strict(dict):
    """A dictionary that gives no answer of its own for a word that is not in it."""

    def get(self, english, _=None):
        return self[english]


@pytest.mark.parametrize("project", ["models/reference", "examples/starter", "examples/procure-to-pay"])
def test_a_whole_handbook_finds_all_of_its_words(project, monkeypatch):
    monkeypatch.setattr("ltcarch.views.words.CHINESE", Strict(CHINESE))
    assert handbook(load(ROOT / project).architecture, "zh").pages


def test_both_languages_fill_the_same_blanks():
    for english, chinese in CHINESE.items():
        assert set(_BLANK.findall(english)) == set(_BLANK.findall(chinese)), english


def test_every_value_is_told_in_both_languages():
    for attribute, values in VALUES.items():
        for value, shown in values.items():
            assert len(shown) == 2, (attribute, value)
            assert all(shown), (attribute, value)


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "Purpose"), ("zh", "目的"), ("zh-CN", "目的"), ("fr", "Purpose")]
)
def test_a_reader_of_another_language_gets_english(language, shown):
    assert word("Purpose", language) == shown


def test_an_unknown_value_is_shown_as_it_is():
    assert value_word("status", "frozen", "zh") == "frozen"
