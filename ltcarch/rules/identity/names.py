"""Names as their readers see them: in which language they stand, and in which script."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ltcarch.model import Architecture, Element
from ltcarch.model.project import Project
from ltcarch.rules.remembered import remembered
from ltcarch.source.document import Step

_CHINESE = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


class StatedName(NamedTuple):
    """A name in one language. A plain name stands for the default language."""

    language: str
    text: str
    is_plain: bool

    @property
    def path(self) -> tuple[Step, ...]:
        """Where it stands in its element."""
        return path_of_name("" if self.is_plain else self.language)


def path_of_name(key: str) -> tuple[Step, ...]:
    """Where a name stands in its element, by its language; that of a plain one is empty."""
    return ("name", key) if key else ("name",)


def stated_names(project: Project, element: Element) -> list[StatedName]:
    """The name of an element in each language in which it is stated."""
    values = element.name.values if element.name else ()
    return [StatedName(language or project.language, text, not language) for language, text in values]


@remembered
def named_elements(architecture: Architecture) -> tuple[Element, ...]:
    """Every element with a name that is sound, but for the company, whose name stands in the project file."""
    return tuple(
        element
        for element in architecture.elements.values()
        if element.name is not None and element.KIND != "company" and element.expects("name")
    )


def holds_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return not text.isascii() and _search()(text) is not None


@cache
def _search() -> Callable[[str], re.Match[str] | None]:
    return re.compile(_CHINESE).search


def reads_alike_everywhere(text: str) -> bool:
    """Whether it is the same in every language: an acronym, a number, a sign."""
    return not holds_chinese(text) and not any(letter.islower() for letter in text)


def folded(text: str) -> str:
    """A name without what people write now so and now so: capitals, hyphens and the width of spaces."""
    return " ".join(text.casefold().replace("-", " ").split())
