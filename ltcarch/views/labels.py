"""How an element of the hierarchy is told apart and named in a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from ltcarch.model import Architecture, Classification, Element
from ltcarch.views.words import value_word, word


@dataclass(frozen=True, slots=True)
class Label:
    """An element as a picture names it.

    `code` is the short mark before the name: the number, and for a classification also its id, by which people
    call it (`4 · LTC`); parties outside and groupings have none. `level` is 1 to 6, or 0 for the company and
    everything else.
    """

    id: str
    code: str
    name: str
    level: int = 0

    @property
    def whole(self) -> str:
        """Everything that is known of it in one line, for a tool tip."""
        number = self.code.partition(" · ")[0]
        return f"{number} {self.name} ({self.id})" if number else f"{self.name} ({self.id})"


def label(architecture: Architecture, element: Element, language: str) -> Label:
    """How an element is named for readers of a language."""
    level = architecture.hierarchy.level(element) if element.KIND in _IN_HIERARCHY else 0
    number = architecture.hierarchy.number(element) if level else ""
    code = f"{number} · {element.id}" if isinstance(element, Classification) else number
    return Label(element.id, code, element.label(language), level)


def numbered(architecture: Architecture, element: Element, language: str) -> str:
    """The number and name of an element of the hierarchy."""
    return f"{architecture.hierarchy.number(element)} {element.label(language)}"


def with_counts(name: str, counts: Iterable[str], language: str) -> str:
    """What a picture is, and how much it shows."""
    return word("{name} · {counts}", language, name=name, counts=word(" · ", language).join(counts))


def level_name(architecture: Architecture, kind: str, language: str) -> str:
    """What the company calls the elements of a level."""
    stated = architecture.project.levels.get(kind)
    return stated.name.in_language(language) if stated and stated.name else value_word("kind", kind, language)


_IN_HIERARCHY = frozenset(("classification", "group", "process", "subprocess", "activity", "task"))
