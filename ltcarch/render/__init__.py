"""Placed views as text or bytes: one folder a format."""

from collections.abc import Callable

from ltcarch.layout.picture import Picture
from ltcarch.render import dot, svg

FORMATS: dict[str, Callable[[Picture], str]] = {"svg": svg.draw, "dot": dot.draw}
"""What draws a picture, by the ending of the file."""

__all__ = ["FORMATS"]
