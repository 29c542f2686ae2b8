"""Where controls and risks are in force."""

from collections.abc import Iterable

from ltcarch.model import Architecture, Element


def is_in_force(architecture: Architecture, places: Iterable[str], element: Element) -> bool:
    """Whether one of the places of a control or a risk is published; the project itself, where it names no place."""
    known = [own for own in map(architecture.elements.get, places) if own is not None]
    return any(architecture.is_published(own) for own in known or (element,))
