"""Pictures as SVG that stands alone: no script, no font, no reference to anything outside."""

from ltcarch.render.svg.document import draw

__all__ = ["draw"]
