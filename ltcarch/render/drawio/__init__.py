"""Pictures as drawings of draw.io, to be edited further by hand."""

from ltcarch.render.drawio.document import draw

__all__ = ["draw"]
