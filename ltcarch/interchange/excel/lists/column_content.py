"""What the cells of a column look like, whatever its heading says."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ltcarch.interchange.excel.lists.hierarchy_numbers import number_and_name, outline_style, path_of
from ltcarch.interchange.excel.lists.sheets import Cell, Stored
from ltcarch.interchange.excel.lists.words_of_headings import CHINESE, ENGLISH, level_of_cell, script_of

MOST = 0.6
"""A share of the cells that makes a column one of a kind."""
_YES_AND_NO = frozenset(("y", "n", "yes", "no", "true", "false", "x", "√", "✓", "●", "○", "是", "否", "有", "无"))
_PARTED = re.compile(r"\s*[\n|/]\s*")


@dataclass(frozen=True)
class Content:
    """The cells of a column below its heading."""

    cells: tuple[Cell, ...]

    def share(self, count: int) -> float:
        return count / len(self.cells) if self.cells else 0

    @cached_property
    def script(self) -> str:
        """The language of most cells."""
        counts = Counter(map(script_of, (own.text for own in self.cells)))
        return CHINESE if counts[CHINESE] > counts[ENGLISH] else ENGLISH if counts[ENGLISH] else ""

    @cached_property
    def numbers(self) -> float:
        """The share of cells that can be numbers of a hierarchy."""
        return self.share(sum(own.stored is Stored.DATE or path_of(own.text) is not None for own in self.cells))

    @cached_property
    def deep_numbers(self) -> float:
        """The share of cells with numbers of several parts."""
        return self.share(sum(len(path_of(own.text) or ()) > 1 for own in self.cells))

    @cached_property
    def is_outline(self) -> bool:
        """Whether the cells count in several ways, as 一、 and （一） do, and never in parts as 1.2 does."""
        styles = Counter(outline_style(own.text) for own in self.cells)
        is_told = bool(styles.keys() & {"一、", "（一）", "第一章", "①"})
        return is_told and len(styles.keys() - {""}) > 1 and self.share(styles[""]) < 0.2 and self.deep_numbers == 0

    @cached_property
    def levels(self) -> float:
        """The share of cells that state a level."""
        return self.share(sum(level_of_cell(own.text) is not None for own in self.cells))

    @cached_property
    def is_running_number(self) -> bool:
        """Whether the cells count the rows."""
        whole = [int(own.text) for own in self.cells if own.text.isdecimal() and len(own.text) < 9]
        steps = [later - earlier for earlier, later in pairwise(whole)]
        return len(whole) == len(self.cells) > 2 and set(steps) == {1}

    @cached_property
    def are_different(self) -> bool:
        """Whether no two cells are the same."""
        return len({own.text for own in self.cells}) == len(self.cells)

    @cached_property
    def only_yes_or_no(self) -> bool:
        """Whether the cells only say whether there is something."""
        return bool(self.cells) and {own.text.lower() for own in self.cells} <= _YES_AND_NO

    @cached_property
    def numbered_names(self) -> float:
        """The share of cells with a number and a name."""
        return self.share(sum(number_and_name(own.text) is not None for own in self.cells))

    @cached_property
    def bilingual(self) -> float:
        """The share of cells with a text in each language."""
        return self.share(sum(both_languages(own.text) is not None for own in self.cells))

    @cached_property
    def name_likeness(self) -> float:
        """How much the cells look like names: different texts of some words."""
        texts = [own.text for own in self.cells if script_of(own.text) and len(own.text) <= 150]
        return self.share(len(set(texts)))


def both_languages(text: str) -> dict[str, str] | None:
    """The English and the Chinese part of a text that holds both, parted by a line end, a stroke or a bar."""
    parts = [own for own in _PARTED.split(text) if own]
    for at in range(1, len(parts)):
        first, second = _joined(text, parts[:at], parts[at:])
        scripts = script_of(first), script_of(second)
        if scripts == (CHINESE, ENGLISH):
            return {CHINESE: first, ENGLISH: second}
        if scripts == (ENGLISH, CHINESE) and not any(script_of(own) == CHINESE for own in parts[:at]):
            return {ENGLISH: first, CHINESE: second}
    return None


def _joined(text: str, first: list[str], second: list[str]) -> tuple[str, str]:
    """Two parts of a text as they stand in it."""
    end = 0
    for own in first:
        end = text.index(own, end) + len(own)
    return text[:end].strip(), text[text.index(second[0], end) :].strip()


def content_of(cells: Iterable[Cell], header: tuple[int, ...]) -> Content:
    """The content of a column below its headings."""
    last = header[-1] if header else 0
    return Content(tuple(own for own in cells if own.row > last))
