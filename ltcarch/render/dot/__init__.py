"""Pictures as DOT, for Graphviz and every tool that reads it."""

from ltcarch.render.dot.document import draw

__all__ = ["draw"]
