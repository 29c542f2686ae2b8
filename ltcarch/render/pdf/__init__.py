"""Pictures as PDF, on sheets of paper or on one as large as the picture."""

from ltcarch.render.pdf.document import draw

__all__ = ["draw"]
