"""Pictures as PNG."""

from ltcarch.render.png.document import draw

__all__ = ["draw"]
