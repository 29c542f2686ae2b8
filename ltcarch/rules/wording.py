"""How findings speak of elements."""

from collections.abc import Iterable

from ltcarch.model.element import Element
from ltcarch.model.kinds import COLLECTIONS

_SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def kind_in_words(kind: str) -> str:
    """A kind as it is written in a sentence: sub-process, key task, KPI."""
    return "KPI" if kind == "kpi" else kind.replace("_", " ").replace("subprocess", "sub-process")


def called(element: Element) -> str:
    """An element by kind and id: sub-process LTC.1.2.1."""
    return f"{kind_in_words(element.KIND)} {element.id}"


def with_article(kind: str) -> str:
    """A kind with its article: an activity."""
    word = kind_in_words(kind)
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def counted(count: int, kind: str) -> str:
    """How many of a kind: two activities."""
    number = _SMALL_NUMBERS[count] if count < len(_SMALL_NUMBERS) else str(count)
    return f"{number} {kind_in_words(kind) if count == 1 else _plural(kind)}"


def _plural(kind: str) -> str:
    return "KPIs" if kind == "kpi" else COLLECTIONS[kind].replace("_", " ").replace("subprocess", "sub-process")


def listed(words: Iterable[str], conjunction: str = "and") -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last
