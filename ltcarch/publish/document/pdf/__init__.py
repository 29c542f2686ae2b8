"""A document as PDF, set by Typst."""

from ltcarch.publish.document.pdf.document import written

__all__ = ["written"]
