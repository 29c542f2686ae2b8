"""The pictures beside the pages of the handbook."""

from collections.abc import Iterable

from ltcarch.model import Architecture
from ltcarch.views.handbook.page import Picture


def draw(architecture: Architecture, language: str, wanted: Iterable[Picture]) -> dict[str, bytes]:
    """The pictures that pages want, by name, as far as there is somebody to draw them."""
    return {}
