"""A document for Word."""

from ltcarch.publish.document.word.document import written

__all__ = ["written"]
