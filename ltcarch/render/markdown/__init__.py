"""Tables as Markdown, for git hosts and wikis."""

from ltcarch.render.markdown.document import draw

__all__ = ["draw"]
