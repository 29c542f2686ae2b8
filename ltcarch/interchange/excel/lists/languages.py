"""In which languages a list speaks, and texts in them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ltcarch.interchange.excel.lists.items import Item
from ltcarch.interchange.excel.lists.words_of_headings import ENGLISH, script_of

_LEAST = 0.2
_FIRST = (ENGLISH, "zh")


def languages_of(items: Iterable[Item]) -> tuple[str, ...]:
    """The languages of the names: those that columns tell, and those in which a good part of the others is written."""
    told: Counter[str] = Counter()
    by_script: Counter[str] = Counter()
    for own in items:
        for language, text in own.names.items():
            (told if language else by_script)[language or script_of(text)] += 1
        told.update(value.language for row in own.rows for value in row if value.language)
    del by_script[""]
    usual = {own: count for own, count in by_script.items() if count >= _LEAST * by_script.total()}
    found = Counter(usual) + told
    if not found:
        return (ENGLISH,)
    return tuple(sorted(found, key=lambda own: (-found[own], _FIRST.index(own) if own in _FIRST else 2, own)))


class Texts:
    """Makes texts as the format holds them: plain in one language, by language in several."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def language_of(self, text: str, told: str = "") -> str:
        """The language of a text: the one told, or that of its script where the project has it."""
        own = told or script_of(text)
        return own if own in self.languages else self.languages[0]

    def text(self, by_language: dict[str, str]) -> Any:
        """A text in the languages of the project."""
        found: dict[str, str] = {}
        for told, text in by_language.items():
            language = self.language_of(text, told)
            found[language] = f"{found[language]}\n{text}" if language in found else text
        if len(self.languages) == 1:
            return found[self.languages[0]]
        return {own: found[own] for own in self.languages if own in found}
