"""How findings tell the way that a process took."""

from collections.abc import Iterable, Sequence

from ltcarch.model import Architecture, Element
from ltcarch.rules.activity.flow import Node

_SHOWN = 3
"""How many steps are shown at either end of a long way."""


def name(architecture: Architecture, element: Element) -> str:
    """The name of an element in the language of the project."""
    return architecture.name(element.id)


def trace(architecture: Architecture, steps: Sequence[Node]) -> str:
    """The names of steps in their order; of a long way the first and the last ones."""
    names = [name(architecture, step.element) for step in steps]
    if len(names) > 2 * _SHOWN + 1:
        names = [*names[:_SHOWN], "…", *names[-_SHOWN:]]
    return " → ".join(names)


def names(architecture: Architecture, elements: Iterable[Element]) -> list[str]:
    """The names of elements, each once."""
    return list(dict.fromkeys(name(architecture, element) for element in elements))
